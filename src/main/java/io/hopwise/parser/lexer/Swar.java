package io.hopwise.parser.lexer;

import io.hopwise.text.EightBytes;

/**
 * Works on eight bytes at a time (SIMD within a register). A loop over the digits of a number ends
 * after a different count each time, which defeats branch prediction; these methods need no such
 * loop.
 */
public final class Swar {
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW = 0x7f * ONES;
  private static final long HIGH = ~LOW;

  private Swar() {}

  /**
   * The eight bytes at an index, the first one in the lowest bits; 0 for those after the array's
   * end.
   */
  public static long at(byte[] bytes, int index) {
    int last = bytes.length - Long.BYTES;
    return index <= last ? EightBytes.at(bytes, index) : nearEnd(bytes, index);
  }

  private static long nearEnd(byte[] bytes, int index) {
    int last = bytes.length - Long.BYTES;
    if (last >= 0 && index < bytes.length) {
      return EightBytes.at(bytes, last) >>> (Byte.SIZE * (index - last));
    }
    long word = 0;
    for (int at = bytes.length - 1; at >= index; at--) {
      word = word << Byte.SIZE | (bytes[at] & 0xff);
    }
    return word;
  }

  /** The high bit of each byte that is not one of {@code 0-9}. */
  public static long notDigits(long word) {
    long digits = word ^ ('0' * ONES);
    return (((digits & LOW) + (0x7f - 9) * ONES) | digits) & HIGH;
  }

  /** The high bit of each byte that is one of {@code 0-9}. */
  static long digits(long word) {
    return notDigits(word) ^ HIGH;
  }

  /** The high bit of each byte that equals this one, which is less than 128. */
  public static long bytes(long word, char wanted) {
    long others = word ^ (wanted * ONES);
    return ~(((others & LOW) + LOW) | others) & HIGH;
  }

  /**
   * The word with {@code A-Z} changed to {@code a-z}; other bytes may change, but not to letters.
   */
  static long lowerCase(long word) {
    return word | (0x20 * ONES);
  }

  /** The high bit of each byte that is one of {@code a-f}. */
  public static long hexLetters(long word) {
    long low = word & LOW;
    long fromA = low + (0x80 - 'a') * ONES;
    long behindF = low + (0x7f - 'f') * ONES;
    return fromA & ~behindF & ~word & HIGH;
  }

  /** The number of bytes before the first whose high bit is set; 8 if there is none. */
  public static int countBefore(long highBits) {
    return Long.numberOfTrailingZeros(highBits) / Byte.SIZE;
  }

  /** The number of bytes after the last whose high bit is set; 8 if there is none. */
  public static int countAfter(long highBits) {
    return Long.numberOfLeadingZeros(highBits) / Byte.SIZE;
  }

  /** The first bytes, 1 to 8, moved to the end of the word, after zeros. */
  public static long moveBack(long word, int bytes) {
    return word << (Long.SIZE - Byte.SIZE * bytes);
  }

  /**
   * The number with these bytes as decimal digits, the highest first; zero bytes count as digit 0.
   */
  public static long decimal(long word) {
    long ones = word & (0x0f * ONES);
    long pairs = (10 * ones + (ones >>> 8)) & 0x00ff00ff00ff00ffL;
    long fours = (100 * pairs + (pairs >>> 16)) & 0x0000ffff0000ffffL;
    return (10_000 * fours + (fours >>> 32)) & 0xffffffffL;
  }

  /**
   * The number with these bytes as hexadecimal digits, the highest first; zero bytes count as digit
   * 0.
   */
  static int hexadecimal(long word) {
    long ones = (word & (0x0f * ONES)) + 9 * ((word >>> 6) & ONES);
    long pairs = (ones << 4 | ones >>> 8) & 0x00ff00ff00ff00ffL;
    long fours = (pairs << 8 | pairs >>> 16) & 0x0000ffff0000ffffL;
    return (int) (fours << 16 | fours >>> 32);
  }

  /** A mask of the first bytes, 0 to 8. */
  public static long first(int bytes) {
    return bytes == 0 ? 0 : -1L >>> (Long.SIZE - Byte.SIZE * bytes);
  }
}
