package io.hopwise.parser.lexer;

import org.jspecify.annotations.Nullable;

/**
 * The unit of comparison: up to eight bytes, optionally followed by digits.
 *
 * @param word the bytes, the first one in the lowest bits
 * @param mask a mask for as many bytes
 * @param length the number of bytes
 */
record MaskedWord(long word, long mask, int length, @Nullable DigitRun digits) {
  /** The bytes at an index, 0 to 8, and the digits that may follow. */
  static MaskedWord of(byte[] bytes, int index, int length, @Nullable DigitRun digits) {
    long mask = Swar.first(length);
    return new MaskedWord(Swar.at(bytes, index) & mask, mask, length, digits);
  }

  /** The difference between these bytes and those at an index; 0 if they are equal. */
  long differing(byte[] bytes, int index) {
    return (Swar.at(bytes, index) ^ word) & mask;
  }
}
