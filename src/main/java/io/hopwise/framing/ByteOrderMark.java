package io.hopwise.framing;

/** What may stand before the first line of an input in UTF-8. */
final class ByteOrderMark {
  private static final int LENGTH = 3;

  private ByteOrderMark() {}

  /** Its length before the line that begins at a place, 0 where there is none. */
  static int before(InputBuffer input, int place) {
    boolean present =
        input.offset() + place == 0
            && input.length() >= LENGTH
            && input.at(0) == (byte) 0xEF
            && input.at(1) == (byte) 0xBB
            && input.at(2) == (byte) 0xBF;
    return present ? LENGTH : 0;
  }
}
