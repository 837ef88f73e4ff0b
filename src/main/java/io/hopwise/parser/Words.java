package io.hopwise.parser;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Eight bytes at a time. A loop over the digits of a number ends after another count each time,
 * which no processor foresees; what is asked here of all eight at once has no such loop.
 */
final class Words {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long LOW = 0x7f * ONES;
  private static final long HIGH = ~LOW;

  private Words() {}

  /** The eight bytes at an index, the first one lowest; 0 for those behind the array's end. */
  static long at(byte[] bytes, int index) {
    int last = bytes.length - Long.BYTES;
    return index <= last ? (long) LONG.get(bytes, index) : nearEnd(bytes, index);
  }

  private static long nearEnd(byte[] bytes, int index) {
    int last = bytes.length - Long.BYTES;
    if (last >= 0 && index < bytes.length) {
      return (long) LONG.get(bytes, last) >>> (Byte.SIZE * (index - last));
    }
    long word = 0;
    for (int at = bytes.length - 1; at >= index; at--) {
      word = word << Byte.SIZE | (bytes[at] & 0xff);
    }
    return word;
  }

  /** The high bit of each byte that is none of {@code 0-9}. */
  static long notDigits(long word) {
    long digits = word ^ ('0' * ONES);
    return (((digits & LOW) + (0x7f - 9) * ONES) | digits) & HIGH;
  }

  /** The high bit of each byte that is one of {@code a-f}. */
  static long hexLetters(long word) {
    long low = word & LOW;
    long fromA = low + (0x80 - 'a') * ONES;
    long behindF = low + (0x7f - 'f') * ONES;
    return fromA & ~behindF & ~word & HIGH;
  }

  /** How many bytes stand before the first one whose high bit is set, 8 where none is. */
  static int countBefore(long highBits) {
    return Long.numberOfTrailingZeros(highBits) / Byte.SIZE;
  }

  /** A mask of the first bytes, 0 to 8 of them. */
  static long first(int bytes) {
    return bytes == 0 ? 0 : -1L >>> (Long.SIZE - Byte.SIZE * bytes);
  }
}
