package io.hopwise.text;

/** What stands before lines and is not theirs: a byte order mark, the quoting of a mail. */
final class Quoting {
  private static final int MARK = 3;

  private final LineKinds kinds;
  private boolean quoted;

  Quoting(LineKinds kinds) {
    this.kinds = kinds;
  }

  /** Whether the lines of this input are quoted. */
  boolean isQuoted() {
    return quoted;
  }

  /**
   * The length of what stands before the input's first line, which tells whether all are quoted.
   */
  int beforeFirst(byte[] bytes, int from, int end) {
    int text = from + byteOrderMark(bytes, from, end);
    quoted = isQuoted(bytes, text, end);
    return text - from + before(bytes, text, end);
  }

  /** The length of what stands before a line. */
  int before(byte[] bytes, int from, int end) {
    return quoted ? marks(bytes, from, end) : 0;
  }

  private static int byteOrderMark(byte[] bytes, int from, int end) {
    boolean present =
        end - from >= MARK
            && bytes[from] == (byte) 0xEF
            && bytes[from + 1] == (byte) 0xBB
            && bytes[from + 2] == (byte) 0xBF;
    return present ? MARK : 0;
  }

  /** Whether the first line means something only without the marks. */
  private boolean isQuoted(byte[] bytes, int from, int end) {
    boolean marked = end - from > 2 && bytes[from] == '>' && bytes[from + 1] == ' ';
    return marked
        && meansNothing(kinds.kind(bytes, from, end))
        && kinds.kind(bytes, from + marks(bytes, from, end), end) != LineKind.STRAY;
  }

  /** {@code > > } looks like the beginning of a flow. */
  private static boolean meansNothing(LineKind kind) {
    return kind == LineKind.STRAY || kind == LineKind.FLOW;
  }

  /** The length of a mail's quotation marks, {@code > > }. */
  private static int marks(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] == '>') {
      at += at + 1 < end && bytes[at + 1] == ' ' ? 2 : 1;
    }
    return at - from;
  }
}
