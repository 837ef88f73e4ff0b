package io.hopwise.framing;

import java.io.IOException;

/**
 * Judges messages of tcpdump directly after a dump. {@code -A} also prints what a frame holds after
 * its packet, which may imitate messages; they are doubtful if the capture continues as if they
 * were not there.
 */
final class MessagesAfterDump {
  private static final int MOST_LINES = 64;

  private final InputBuffer input;
  private final CurrentLine view;
  private final TimestampForm heads;

  /** The number of records since the last certain message. */
  private long records;

  MessagesAfterDump(InputBuffer input, CurrentLine view, TimestampForm heads) {
    this.input = input;
    this.view = view;
    this.heads = heads;
  }

  void beginCapture() {
    records = 0;
  }

  void countRecord() {
    records++;
  }

  /**
   * The end of the doubtful messages that begin at a place after the record; the place itself if
   * they are certain.
   *
   * @param room how many characters the frame may hold after the dump
   */
  int doubtfulUntil(int place, int room) throws IOException {
    int at = place;
    boolean message = false;
    for (int lines = 0; lines < MOST_LINES && at - place <= room; lines++) {
      if (!view.look(at, true)) {
        return place; // the capture does not continue
      }
      LineKind kind = view.kind();
      if (kind == LineKind.NOTICE) {
        message = true;
        if (isCountOfRecords(at)) {
          return place;
        }
      } else if (!isBetween(kind)) {
        return message && heads.isNext(kind) && isNotEarlier(at) ? at : place;
      }
      at = view.end();
    }
    return place;
  }

  private static boolean isBetween(LineKind kind) {
    return kind == LineKind.BLANK || kind == LineKind.KEY || kind == LineKind.STATISTICS;
  }

  /**
   * Whether a line says how many packets were captured, and the number equals that of the records
   * read.
   */
  private boolean isCountOfRecords(int place) {
    String count = records + (records == 1 ? " packet captured" : " packets captured");
    for (int i = 0; i < count.length(); i++) {
      if (place + i >= input.length() || input.at(place + i) != count.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNotEarlier(int head) {
    return HeadTimes.isNotEarlier(input, 0, head, heads.last());
  }
}
