package io.hopwise.framing;

import java.io.IOException;
import java.util.Arrays;

/**
 * The white space before each line of a text that was pasted indented. The first records tell it,
 * and it holds for all of the input: at another indentation stands what records carry.
 */
final class Indentation {
  private static final int TAB_WIDTH = 8;

  /** How far below the first head the next one is looked for. */
  private static final int MOST_LINES = 1000;

  private final LineKinds kinds;
  private final InputBuffer input;
  private boolean known;
  private byte[] blanks = {};

  Indentation(LineKinds kinds, InputBuffer input) {
    this.kinds = kinds;
    this.input = input;
  }

  /** Whether the first record was seen. */
  boolean isKnown() {
    return known;
  }

  /** Whether lines are indented. */
  boolean isPresent() {
    return blanks.length > 0;
  }

  /** The length of it before a line, 0 for a line without it. */
  int before(byte[] bytes, int from, int end) {
    return startsWithBlanks(bytes, from, end) ? blanks.length : 0;
  }

  /**
   * The length of what stands before a line as long as no record was seen. A message tells nothing
   * of the lines below it.
   *
   * @param place of the line's text in the input
   * @param lineEnd of the line in the input
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
    if (own.isHead() && own != LineKind.FLOW && isBorneOut(candidate, own, lineEnd)) {
      blanks = candidate;
      known = true;
      return length;
    }
    known = mayBeInsideRecord(bytes[from], length, own);
    return 0;
  }

  /**
   * Whether the lines below the first head are indented like it: the next head tells. Where there
   * is none, a time of day is enough, and so is a line below that is indented further.
   */
  private boolean isBorneOut(byte[] candidate, LineKind head, int lineEnd) throws IOException {
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
   * Whether the input may begin inside a record: with a body line, or what stands behind a tab.
   * Then nothing below is indented but what goes on with records.
   */
  private static boolean mayBeInsideRecord(byte first, int length, LineKind own) {
    return first == '\t'
        || length >= TAB_WIDTH
        || own == LineKind.FLOW
        || own == LineKind.CONTINUATION;
  }

  private boolean startsWithBlanks(byte[] bytes, int from, int end) {
    int behind = from + blanks.length;
    return behind <= end && Arrays.equals(bytes, from, behind, blanks, 0, blanks.length);
  }

  private static int blanks(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at - from;
  }
}
