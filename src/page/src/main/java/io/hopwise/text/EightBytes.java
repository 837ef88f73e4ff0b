package io.hopwise.text;

/** Takes the place of the library's class of this name where there is no {@code VarHandle}. */
public final class EightBytes {
  private EightBytes() {}

  /** The eight bytes at an index, the first one in the lowest bits. */
  public static long at(byte[] bytes, int index) {
    return (four(bytes, index) & 0xffffffffL) | ((long) four(bytes, index + 4) << 32);
  }

  private static int four(byte[] bytes, int index) {
    return (bytes[index] & 0xff)
        | (bytes[index + 1] & 0xff) << 8
        | (bytes[index + 2] & 0xff) << 16
        | bytes[index + 3] << 24;
  }
}
