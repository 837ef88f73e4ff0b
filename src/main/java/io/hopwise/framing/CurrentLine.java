package io.hopwise.framing;

import java.io.IOException;

/**
 * One line of the pending input, the one looked at last. A line that tcpdump's counters cut in two
 * is taken as one.
 */
final class CurrentLine {
  private final InputBuffer input;
  private final LineKinds kinds;
  private final TimestampForm heads;
  private final Quoting quoting;

  private int from = -1;
  private int end;
  private LineKind kind = LineKind.STRAY;
  private int lines;
  private int prefix;

  /** Offsets in the line of a message that cut it in two; equal where none did. */
  private int cutFrom;

  private int cutTo;

  /** How long it is up to the line behind what cut it; 0 where nothing did. */
  private int lineBehindCut;

  private LineKind kindBehindCut = LineKind.STRAY;

  CurrentLine(InputBuffer input, LineKinds kinds, TimestampForm heads, Quoting quoting) {
    this.input = input;
    this.kinds = kinds;
    this.heads = heads;
    this.quoting = quoting;
  }

  /** Where it begins. */
  int from() {
    return from;
  }

  /** Where it ends, its line end included. */
  int end() {
    return end;
  }

  LineKind kind() {
    return kind;
  }

  /** How many lines it stands on. */
  int lines() {
    return lines;
  }

  /** How many bytes stand before it that are not its own. */
  int prefix() {
    return prefix;
  }

  /** Takes it for a line that goes on with a record, behind a key the terminal echoed. */
  void takeForContinuation(int key) {
    cutFrom = prefix;
    cutTo = prefix + key;
    kind = LineKind.CONTINUATION;
  }

  /** Whether counters seem to have cut it in two. */
  boolean isMended() {
    return lineBehindCut > 0;
  }

  /** Where the line behind those counters begins. */
  int lineBehindCut() {
    return from + lineBehindCut;
  }

  /** What that line looks like by itself. */
  LineKind kindBehindCut() {
    return kindBehindCut;
  }

  /** Takes what looks like counters for words of the line. */
  void undoMending() {
    end = lineBehindCut();
    lines = 1;
    cutFrom = 0;
    cutTo = 0;
    lineBehindCut = 0;
    int start = input.start();
    kind = kinds.kind(input.bytes(), start + from + prefix, start + end);
  }

  /** What was before it is given out. */
  void giveOut(int length) {
    from -= length;
    end -= length;
  }

  boolean look(int place) throws IOException {
    return look(place, false);
  }

  /**
   * Looks at the line that begins at a place, reading on as far as needed. Returns false where
   * there is no such line: at the end of the input, where the line is too long, or where the input
   * is silent and the caller would rather not wait.
   */
  boolean look(int place, boolean ratherNotWait) throws IOException {
    if (from == place) {
      return true;
    }
    int lineEnd = input.lineEnd(place, ratherNotWait);
    if (lineEnd == 0) {
      return false;
    }
    prefix = quoting.beforeNext(place, lineEnd);
    byte[] bytes = input.bytes();
    int lineFrom = input.start() + place;
    int lineTo = input.start() + lineEnd;
    from = place;
    end = lineEnd;
    lines = 1;
    cutFrom = 0;
    cutTo = 0;
    lineBehindCut = 0;
    kind = kinds.kind(bytes, lineFrom + prefix, lineTo);
    if (kind.isHead() && quoting.lacksIndentation(bytes, lineFrom, lineTo)) {
      kind = LineKind.STRAY;
    }
    if (endsLikeStatistics()) {
      mend();
    }
    return true;
  }

  /** Tells a frame what of the line is not the record's; the frame begins where the input does. */
  void addCuts(Frame frame) {
    if (prefix > 0) {
      frame.cut(from, from + prefix);
    }
    if (cutTo > cutFrom) {
      frame.cut(from + cutFrom, from + cutTo);
    }
  }

  /** Only lines that end as counters do are searched for them. */
  private boolean endsLikeStatistics() {
    byte last = input.lastOfLine(from, end);
    return last == 'l' || last == 'e';
  }

  /**
   * Mends a line that tcpdump's counters cut in two: what stands before them goes on behind their
   * line. Not where the next line can stand for itself.
   */
  private void mend() throws IOException {
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
    int nextPrefix = quoting.before(bytes, input.start() + end, nextTo);
    int next = input.start() + end + nextPrefix;
    int own = input.start() + from + prefix;
    LineKind nextKind = kinds.kind(bytes, next, nextTo);
    // Both may have spaces where the cut is among those before a body line.
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
    cutTo = end - from + nextPrefix;
    kind = mended;
    lineBehindCut = end - from;
    kindBehindCut = nextKind;
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
