package io.hopwise.testing;

/**
 * Range checks for the builders, with the field's name in the message.
 *
 * @since 0.1
 */
public final class Checks {
  private Checks() {}

  public static int range(String field, int value, int max) {
    return (int) range(field, (long) value, max);
  }

  public static long range(String field, long value, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(field + " must be 0 to " + max + ", not " + value);
    }
    return value;
  }
}
