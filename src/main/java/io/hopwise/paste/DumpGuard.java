package io.hopwise.paste;

import io.hopwise.framing.Frame;
import io.hopwise.framing.LineKind;

/**
 * Looks for dumps that may hide a record, or begin one, in text that may have lost bytes of what a
 * packet carried. Such a dump takes in what follows it, or ends before it ought to, so that its
 * packet seems to have been cut. Where tabs were made blanks it is longer than its packet.
 */
final class DumpGuard {
  /** The most bytes of a packet. */
  private static final int LONGEST_PACKET = 1 << 16;

  /** The fewest bytes of a record with its dump. */
  private static final int SHORTEST_RECORD = 32;

  private final Trial trial;

  /** Where the next frame begins in the text, and up to where doubt reaches. */
  private long at;

  private long doubtfulTo;

  DumpGuard(Trial trial) {
    this.trial = trial;
  }

  /** Text was framed that needs no guard. */
  void passed(int length) {
    at += length;
  }

  /**
   * Whether the next frame is in doubt.
   *
   * @param places where each of its bytes stood in the input
   * @param tabs whether the text has tabs, so that none were made blanks
   * @param whole whether all that its packet may reach was undone
   */
  boolean doubts(Frame frame, Trust trust, int[] places, boolean tabs, boolean whole) {
    int length = frame.to() - frame.from();
    int dump = frame.dumpFrom();
    boolean reached = at < doubtfulTo;
    boolean hides =
        switch (trust) {
          case EXACT -> !whole;
          case COUNTED -> !whole || (dump < length && mayHide(frame, dump, places, tabs));
          case DOUBTFUL -> true;
        };
    if (hides) {
      doubtfulTo = Math.max(doubtfulTo, at + length + LONGEST_PACKET);
    } else if (trust == Trust.COUNTED && frame.isDumpCut()) {
      doubtfulTo = Math.max(doubtfulTo, at + dump + frame.packetReach());
    }
    at += length;
    return hides || (reached && trust == Trust.COUNTED);
  }

  private boolean mayHide(Frame frame, int dump, int[] places, boolean tabs) {
    return hidesRecord(frame, dump, places)
        || (!tabs && blanksInRows(frame, dump) >= SHORTEST_RECORD);
  }

  private boolean hidesRecord(Frame frame, int dump, int[] places) {
    byte[] bytes = frame.bytes();
    int first = frame.from();
    LineKind head = trial.kind(bytes, first, lineEnd(bytes, first, frame.to()));
    for (int i = dump; i < frame.to() - first; i++) {
      boolean begins = i == dump || bytes[first + i - 1] == '\n';
      // Where something was undone, a line end may have been lost.
      boolean joined =
          !begins
              && i > dump + 1
              && (isGap(places, i) || (isGap(places, i - 1) && !isSpace(bytes[first + i - 1])));
      if (begins || joined) {
        LineKind kind = trial.kind(bytes, first + i, lineEnd(bytes, first + i, frame.to()));
        if (kind.isHeadLike(head) || (begins && kind.isMessage())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n';
  }

  private static boolean isGap(int[] places, int i) {
    return places[i] - places[i - 1] != 1;
  }

  /** How many bytes may be too many if rows of blanks were tabs. */
  private static int blanksInRows(Frame frame, int dump) {
    byte[] bytes = frame.bytes();
    int more = 0;
    for (int i = frame.from() + dump + 1; i < frame.to(); i++) {
      more += bytes[i] == ' ' && bytes[i - 1] == ' ' ? 1 : 0;
    }
    return more;
  }

  private static int lineEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, to);
  }
}
