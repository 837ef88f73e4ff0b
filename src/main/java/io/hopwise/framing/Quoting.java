package io.hopwise.framing;

import java.io.IOException;

/**
 * What comes before lines but does not belong to them: a byte order mark, the quotation marks of a
 * mail, the indentation of pasted text.
 */
final class Quoting {
  private static final int MARK = 3;

  private final LineKinds kinds;
  private final InputBuffer input;
  private final Indentation indentation;
  private boolean quoted;

  /** Whether lines may have a prefix, or it is not known yet. */
  private boolean possible = true;

  Quoting(LineKinds kinds, InputBuffer input) {
    this.kinds = kinds;
    this.input = input;
    this.indentation = new Indentation(kinds, input);
  }

  /** Whether the lines of this input are quoted or indented. */
  boolean isQuoted() {
    return quoted || indentation.isPresent();
  }

  /** Whether a line lacks the indentation of an indented text, so that no record begins with it. */
  boolean lacksIndentation(byte[] bytes, int from, int end) {
    return possible
        && indentation.isPresent()
        && indentation.before(bytes, from + marked(bytes, from, end), end) == 0;
  }

  /**
   * The length of the prefix of the next line to be read. The first line tells whether all are
   * quoted, the first record whether all are indented.
   */
  int beforeNext(int place, int lineEnd) throws IOException {
    if (!possible) {
      return 0;
    }
    byte[] bytes = input.bytes();
    int from = input.start() + place;
    int end = input.start() + lineEnd;
    int marks =
        place == 0 && input.offset() == 0
            ? beforeFirst(bytes, from, end)
            : marked(bytes, from, end);
    if (indentation.isKnown()) {
      return marks + indentation.before(bytes, from + marks, end);
    }
    int blanks = indentation.beforeEarly(place + marks, lineEnd);
    possible = isQuoted() || !indentation.isKnown();
    return marks + blanks;
  }

  /** The length of the prefix of a line that was read. */
  int before(byte[] bytes, int from, int end) {
    if (!possible) {
      return 0;
    }
    int marks = marked(bytes, from, end);
    return marks + indentation.before(bytes, from + marks, end);
  }

  private int beforeFirst(byte[] bytes, int from, int end) {
    int text = from + byteOrderMark(bytes, from, end);
    quoted = isQuoted(bytes, text, end);
    return text - from + marked(bytes, text, end);
  }

  private int marked(byte[] bytes, int from, int end) {
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

  /** Whether the first line makes sense only without the quotation marks. */
  private boolean isQuoted(byte[] bytes, int from, int end) {
    boolean marked = end - from > 2 && bytes[from] == '>' && bytes[from + 1] == ' ';
    return marked
        && isMeaningless(kinds.kind(bytes, from, end))
        && kinds.kind(bytes, from + marks(bytes, from, end), end) != LineKind.STRAY;
  }

  /** {@code > > } looks like the beginning of a flow. */
  private static boolean isMeaningless(LineKind kind) {
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
