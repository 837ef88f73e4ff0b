package io.hopwise.framing;

import java.io.IOException;
import java.util.Arrays;

/**
 * Input that was read but not yet returned in a frame. Places are counted from the start of this
 * pending input, so they stay valid while more is read; {@link #bytes} and {@link #start} change.
 */
final class InputBuffer {
  private static final int FIRST_BUFFER = 1 << 16;
  private static final int MOST = 2 * RecordFramer.LONGEST;

  private static final byte[] COUNT = {'G', 'o', 't', ' '};
  private static final int LONGEST_COUNT = 24;

  /** So much shows how lines end. */
  private static final int MOST_DECIDING = 1 << 12;

  private final TimedInput in;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int start;
  private int limit;
  private long offset;
  private boolean ended;
  private boolean returnsEndLines;

  InputBuffer(TimedInput in) {
    this.in = in;
  }

  byte[] bytes() {
    return buffer;
  }

  /** The index in {@link #bytes} where the pending input begins. */
  int start() {
    return start;
  }

  int length() {
    return limit - start;
  }

  byte at(int place) {
    return buffer[start + place];
  }

  /** The offset in the whole input where the pending input begins. */
  long offset() {
    return offset;
  }

  /** Whether lines end in a carriage return alone. */
  boolean returnsEndLines() {
    return returnsEndLines;
  }

  void release(int length) {
    start += length;
    offset += length;
  }

  /**
   * Whether there is a byte at a place, reading as far as needed. It gives up after a limit, and if
   * a live input is silent.
   */
  boolean has(int place) throws IOException {
    while (place >= length() && !ended && length() <= MOST) {
      if (in.isSilent()) {
        return false;
      }
      fill();
    }
    return place < length();
  }

  /**
   * The end of the line that begins at a place, reading as far as needed; 0 if there is no such
   * line: at the end of the input, if the line is too long, or if a live input is silent and the
   * caller prefers not to wait.
   */
  int lineEnd(int from, boolean ratherNotWait) throws IOException {
    int end = lineEnd(from);
    while (end < 0 && !ended) {
      if (length() - from > RecordFramer.LONGEST) {
        return 0;
      }
      if (ratherNotWait && from == length() && in.isSilent()) {
        return 0;
      }
      fill();
      end = lineEnd(from);
    }
    if (end < 0) {
      return from == length() ? 0 : length();
    }
    return end;
  }

  /**
   * The end of the line that begins at a place, without reading; -1 if its end has not been read
   * yet.
   */
  int lineEnd(int from) {
    int end =
        returnsEndLines
            ? LineEnds.afterReturn(buffer, start + from, limit)
            : LineEnds.afterFeed(buffer, start + from, limit);
    return end < 0 ? end : end - start;
  }

  /** The last character of a line before its line end; the first character of an empty line. */
  byte lastOfLine(int from, int end) {
    int last = start + end - 1;
    while (last > start + from && (buffer[last] == '\n' || buffer[last] == '\r')) {
      last--;
    }
    return buffer[last];
  }

  /** Where the text begins behind what tcpdump counts on one line: {@code Got 1}, {@code Got 2}. */
  private int behindCounts() {
    int at = start;
    while (at + COUNT.length < limit && startsWith(COUNT, at)) {
      int end = LineEnds.afterReturn(buffer, at, Math.min(limit, at + LONGEST_COUNT));
      if (end < 0) {
        break;
      }
      at = end;
    }
    return at;
  }

  private boolean startsWith(byte[] word, int at) {
    for (int i = 0; i < word.length; i++) {
      if (buffer[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads until the first line shows how lines end; where it has a carriage return before its end,
   * some more: what shows progress is written over.
   */
  void decideHowLinesEnd() throws IOException {
    while (true) {
      int end = LineEnds.afterReturn(buffer, behindCounts(), limit);
      int feed = LineEnds.afterFeed(buffer, start, limit);
      if (feed > 0 && (end < 0 || feed <= end + 2)) {
        return;
      }
      if (end > 0 && (length() >= MOST_DECIDING || (end + 2 <= limit && in.isSilent()))) {
        break;
      }
      if (length() > RecordFramer.LONGEST || !fill()) {
        break;
      }
    }
    returnsEndLines = endInReturns(Math.min(limit, start + MOST_DECIDING));
  }

  /** Whether more returns stand alone than there are feeds, up to the last of those. */
  private boolean endInReturns(int most) {
    int feeds = LineEnds.count(buffer, start, most);
    int to = most;
    while (feeds > 0 && buffer[to - 1] != '\n') {
      to--;
    }
    int returns = 0;
    for (int at = behindCounts(); at < to; at++) {
      boolean alone = buffer[at] == '\r' && at + 1 < limit && buffer[at + 1] != '\n';
      returns += alone && buffer[at + 1] != '\r' ? 1 : 0;
    }
    return returns > feeds;
  }

  /** Reads more, after moving pending bytes to the front of the buffer. */
  boolean fill() throws IOException {
    if (start > 0 && (limit == buffer.length || start == limit)) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = in.read(buffer, limit);
    if (count < 0) {
      ended = true;
      return false;
    }
    limit += count;
    return true;
  }
}
