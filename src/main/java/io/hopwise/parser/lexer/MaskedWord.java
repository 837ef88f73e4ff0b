package io.hopwise.parser.lexer;

import org.jspecify.annotations.Nullable;

/**
 * What is compared at once: up to eight bytes, and behind them, perhaps, digits.
 *
 * @param word the bytes, the first one lowest
 * @param mask of so many bytes
 * @param length how many they are
 */
record MaskedWord(long word, long mask, int length, @Nullable DigitRun digits) {
  /** The bytes at an index, 0 to 8 of them, and what digits may stand behind them. */
  static MaskedWord of(byte[] bytes, int index, int length, @Nullable DigitRun digits) {
    long mask = Swar.first(length);
    return new MaskedWord(Swar.at(bytes, index) & mask, mask, length, digits);
  }

  /** What differs between these bytes and those at an index: 0 for nothing. */
  long differing(byte[] bytes, int index) {
    return (Swar.at(bytes, index) ^ word) & mask;
  }
}
