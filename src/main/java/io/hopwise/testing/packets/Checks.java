package io.hopwise.testing.packets;

/** Range checks for the builders, with the field's name in the message. */
final class Checks {
  private Checks() {}

  static int range(String field, int value, int max) {
    return (int) range(field, (long) value, max);
  }

  static long range(String field, long value, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(field + " must be 0 to " + max + ", not " + value);
    }
    return value;
  }
}
