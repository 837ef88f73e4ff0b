package io.hopwise.text;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Reads eight bytes of an array as one number. This is the only core class that uses a {@code
 * VarHandle}; on a platform without one, eight shifts can replace it.
 *
 * @since 0.1
 */
public final class EightBytes {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);

  private EightBytes() {}

  /**
   * The eight bytes at an index, the first one in the lowest bits.
   *
   * @throws IndexOutOfBoundsException if the array ends before the last of them
   */
  public static long at(byte[] bytes, int index) {
    return (long) LONG.get(bytes, index);
  }
}
