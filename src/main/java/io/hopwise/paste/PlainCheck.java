package io.hopwise.paste;

import io.hopwise.framing.LineKind;

/**
 * Looks at a few lines of what is read to see whether the text may still be as tcpdump printed it.
 * Costs less than a hundredth of reading it.
 */
final class PlainCheck {
  private static final int STEP = 1 << 14;
  private static final int LINES = 3;

  /** The byte order mark that some editors begin a text with. */
  private static final byte[] ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Trial trial;
  private boolean amidLine;

  /** The bytes of a line begun earlier, in what was looked at last. */
  private int restOfLine;

  /** How many pieces of input are not looked at, and how many were last. */
  private int unseen;

  private int lastUnseen;

  PlainCheck(Trial trial) {
    this.trial = trial;
  }

  int restOfLine() {
    return restOfLine;
  }

  void endsAmidLine() {
    amidLine = true;
  }

  /**
   * Whether a text has characters that are to be taken away however well it reads: what a terminal
   * was sent, what is not ASCII, blanks or marks at line ends, and empty lines before indented
   * ones. To look for all other marks costs more than reading it.
   */
  static boolean hasMarks(PastedText text) {
    byte before = 'x';
    byte last = 'x';
    byte[] bytes = text.bytes();
    for (int at = text.startsWith(ORDER_MARK, 0) ? ORDER_MARK.length : 0; at < bytes.length; at++) {
      byte b = bytes[at];
      // A tab alone is what tcpdump prints for an empty line of a packet.
      boolean ended = before == ' ' || (before == '\t' && last != '\n');
      boolean empty = before == '\n' && last == '\n';
      ended |= before == '$' || (before == 'M' && last == '^');
      if (b == 'x' && before == '0' && last == '\n') {
        return true; // a dump in hexadecimal behind no tab
      }
      if (b == '\n' ? ended : (b == '\t' || b == ' ') ? empty : b < ' ') {
        return true;
      }
      last = before;
      before = b;
    }
    return false;
  }

  /** Whether it looks like more of the same. */
  boolean isPlain(byte[] bytes, int from, int to) {
    int first = amidLine ? behindFeed(bytes, from, to) : from;
    amidLine = bytes[to - 1] != '\n';
    if (unseen > 0) {
      unseen--;
      return true;
    }
    restOfLine = first - from;
    for (int at = first; at < to; at = behindFeed(bytes, at + STEP, to)) {
      if (!arePlain(bytes, at, to)) {
        // What is like this and nothing was found for is looked at less and less often.
        lastUnseen = Math.min(2 * lastUnseen + 1, 1 << 10);
        unseen = lastUnseen;
        amidLine = false;
        return false;
      }
    }
    return true;
  }

  private boolean arePlain(byte[] bytes, int from, int to) {
    int at = from;
    for (int i = 0; i < LINES; i++) {
      int end = behindFeed(bytes, at, to);
      if (end == to) {
        return true; // not all of it is there
      }
      LineKind kind = trial.kind(bytes, at, end);
      byte last = end - at > 2 ? bytes[end - 2] : (byte) 'x';
      if (kind == LineKind.STRAY || last == ' ' || last == '\t') {
        return false;
      }
      at = end;
    }
    return true;
  }

  private static int behindFeed(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
    }
    return to;
  }
}
