package io.hopwise.framing;

import java.io.IOException;
import java.util.Arrays;

/**
 * The white space before each line of text that was pasted indented. The first records show it, and
 * it holds for the whole input: differently indented lines are payload.
 */
final class Indentation {
  private static final int TAB_WIDTH = 8;

  /** How many lines after the first head the next one is searched. */
  private static final int MOST_LINES = 1000;

  private final LineKinds kinds;
  private final InputBuffer input;
  private boolean known;
  private byte[] blanks = {};

  Indentation(LineKinds kinds, InputBuffer input) {
    this.kinds = kinds;
    this.input = input;
  }

  /** Whether the first record has been seen. */
  boolean isKnown() {
    return known;
  }

  /** Whether lines are indented. */
  boolean isPresent() {
    return blanks.length > 0;
  }

  /** The length of the indentation before a line; 0 if the line lacks it. */
  int before(byte[] bytes, int from, int end) {
    return startsWithBlanks(bytes, from, end) ? blanks.length : 0;
  }

  /**
   * The length of the indentation before a line until a record has been seen. A message tells
   * nothing about the lines after it.
   *
   * @param place the index of the line's text in the input
   * @param lineEnd the index of the line's end in the input
   */
  int beforeEarly(int place, int lineEnd) throws IOException {
    byte[] bytes = input.bytes();
    int from = input.start() + place;
    int end = input.start() + lineEnd;
    LineKind plain = kinds.kind(bytes, from, end);
    if (plain != LineKind.STRAY && plain != LineKind.CONTINUATION) {
      known = plain.isHead();
      return 0;
    }
    int length = blanks(bytes, from, end);
    LineKind own = kinds.kind(bytes, from + length, end);
    if (length == 0 || own == LineKind.NOTICE || own == LineKind.KEY) {
      return length;
    }
    byte[] candidate = Arrays.copyOfRange(bytes, from, from + length);
    if (own.isHead() && own != LineKind.FLOW && isConfirmed(candidate, own, lineEnd)) {
      blanks = candidate;
      known = true;
      return length;
    }
    known = mayBeInsideRecord(bytes[from], length, own);
    return 0;
  }

  /**
   * Whether the following lines confirm the first head's indentation: the next head has it, too. If
   * there is no other head, a time of day in the first is enough, or a line after it that is
   * indented further.
   */
  private boolean isConfirmed(byte[] candidate, LineKind head, int lineEnd) throws IOException {
    int at = lineEnd;
    boolean deeper = false;
    for (int i = 0; i < MOST_LINES; i++) {
      int end = input.lineEnd(at, true);
      if (end == 0) {
        break;
      }
      byte[] bytes = input.bytes();
      int from = input.start() + at;
      int own = from + candidate.length;
      int to = input.start() + end;
      if (own < to && Arrays.equals(bytes, from, own, candidate, 0, candidate.length)) {
        if (kinds.kind(bytes, own, to).isHeadLike(head)) {
          return true;
        }
        deeper |= i == 0 && (bytes[own] == ' ' || bytes[own] == '\t');
      } else if (kinds.kind(bytes, from, to).isHeadLike(head)) {
        return false;
      }
      at = end;
    }
    return deeper || head.isTimeOfDay();
  }

  /**
   * Whether the input may begin within a record: with a body line or with text after a tab. Then
   * only lines that continue records are indented.
   */
  private static boolean mayBeInsideRecord(byte first, int length, LineKind own) {
    return first == '\t'
        || length >= TAB_WIDTH
        || own == LineKind.FLOW
        || own == LineKind.CONTINUATION;
  }

  private boolean startsWithBlanks(byte[] bytes, int from, int end) {
    int after = from + blanks.length;
    return after <= end && Arrays.equals(bytes, from, after, blanks, 0, blanks.length);
  }

  private static int blanks(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at - from;
  }
}
