package io.hopwise.framing;

import java.io.IOException;

/**
 * The line of the pending input that is being looked at. A line that tcpdump's counters split in
 * two is treated as one line.
 */
final class CurrentLine {
  private final InputBuffer input;
  private final LineKinds kinds;
  private final TimestampForm heads;

  private int from = -1;
  private int end;
  private LineKind kind = LineKind.STRAY;
  private int lines;
  private int prefix;

  /**
   * The start and end, as offsets in the line, of counters that split it; equal if nothing does.
   */
  private int cutFrom;

  private int cutTo;

  /** The length up to the line after the counters that split it; 0 if nothing does. */
  private int lineAfterCut;

  private LineKind kindAfterCut = LineKind.STRAY;

  CurrentLine(InputBuffer input, LineKinds kinds, TimestampForm heads) {
    this.input = input;
    this.kinds = kinds;
    this.heads = heads;
  }

  /** The index where it begins. */
  int from() {
    return from;
  }

  /** The index after its line end. */
  int end() {
    return end;
  }

  LineKind kind() {
    return kind;
  }

  /** The number of lines it takes. */
  int lines() {
    return lines;
  }

  /** The number of foreign bytes before its own text. */
  int prefix() {
    return prefix;
  }

  /** Treats it as a line that continues a record, after a key echoed by the terminal. */
  void takeForContinuation(int key) {
    cutFrom = prefix;
    cutTo = prefix + key;
    kind = LineKind.CONTINUATION;
  }

  /** Whether counters seem to split it. */
  boolean isJoined() {
    return lineAfterCut > 0;
  }

  /** The index of the line after those counters. */
  int lineAfterCut() {
    return from + lineAfterCut;
  }

  /** The kind of that line by itself. */
  LineKind kindAfterCut() {
    return kindAfterCut;
  }

  /** Treats the apparent counters as part of the line. */
  void undoJoining() {
    end = lineAfterCut();
    lines = 1;
    cutFrom = 0;
    cutTo = 0;
    lineAfterCut = 0;
    int start = input.start();
    kind = kinds.kind(input.bytes(), start + from + prefix, start + end);
  }

  /** Adjusts the indexes after {@code length} bytes before it were returned as a frame. */
  void shift(int length) {
    from -= length;
    end -= length;
  }

  boolean look(int place) throws IOException {
    return look(place, false);
  }

  /**
   * Looks at the line that begins at an index, reading as far as needed. Returns false if there is
   * no such line: at the end of the input, if the line is too long, or if the input is silent and
   * the caller prefers not to wait.
   */
  boolean look(int place, boolean ratherNotWait) throws IOException {
    if (from == place) {
      return true;
    }
    int lineEnd = input.lineEnd(place, ratherNotWait);
    if (lineEnd == 0) {
      return false;
    }
    prefix = ByteOrderMark.before(input, place);
    byte[] bytes = input.bytes();
    int lineFrom = input.start() + place;
    int lineTo = input.start() + lineEnd;
    from = place;
    end = lineEnd;
    lines = 1;
    cutFrom = 0;
    cutTo = 0;
    lineAfterCut = 0;
    kind = kinds.kind(bytes, lineFrom + prefix, lineTo);
    if (endsLikeStatistics()) {
      join();
    }
    return true;
  }

  /** Marks in a frame the parts of the line that do not belong to the record. */
  void addCuts(Frame frame) {
    if (prefix > 0) {
      frame.cut(from, from + prefix);
    }
    if (cutTo > cutFrom) {
      frame.cut(from + cutFrom, from + cutTo);
    }
  }

  /** Whether the line ends like counters: only such lines are searched for them. */
  private boolean endsLikeStatistics() {
    byte last = input.lastOfLine(from, end);
    return last == 'l' || last == 'e';
  }

  /**
   * Joins a line that tcpdump's counters split: the text before them continues on the line after
   * them, unless that line is complete by itself.
   */
  private void join() throws IOException {
    int text = input.start() + from + prefix;
    int cut = kinds.statisticsAt(input.bytes(), text, input.start() + end);
    if (cut <= text) {
      return;
    }
    int before = cut - text;
    int nextEnd = input.lineEnd(end, false);
    if (nextEnd == 0) {
      return;
    }
    byte[] bytes = input.bytes();
    int nextTo = input.start() + nextEnd;
    int next = input.start() + end;
    int own = input.start() + from + prefix;
    LineKind nextKind = kinds.kind(bytes, next, nextTo);
    // If the split is within the indentation of a body line, both parts may have spaces.
    boolean rest = nextKind == LineKind.CONTINUATION && isBlank(bytes, own, own + before);
    if (!rest && standsAlone(nextKind)) {
      return;
    }
    byte[] joined = new byte[before + nextTo - next];
    System.arraycopy(bytes, own, joined, 0, before);
    System.arraycopy(bytes, next, joined, before, nextTo - next);
    LineKind mended = kinds.kind(joined, 0, joined.length);
    if (mended == LineKind.STRAY) {
      return;
    }
    cutFrom = prefix + before;
    cutTo = end - from;
    kind = mended;
    lineAfterCut = end - from;
    kindAfterCut = nextKind;
    end = nextEnd;
    lines = 2;
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] != ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean standsAlone(LineKind next) {
    return next.isIndented()
        || next == LineKind.NOTICE
        || next == LineKind.STATISTICS
        || next == LineKind.KEY
        || (heads.last() != LineKind.STRAY && next.isTimed() && heads.isNext(next));
  }
}
