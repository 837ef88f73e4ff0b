package io.hopwise.report;

import io.hopwise.packet.PrintedTime;

/**
 * Writes times as {@link PrintedTime#toString} does, but without a string for each: that took a
 * quarter of the time of writing a packet as JSON.
 *
 * @since 0.1
 */
public final class TimeText {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY_SECONDS = 86_400;
  private static final int CLOCK = 8;

  /** The longest text, in ASCII characters. */
  static final int LONGEST = CLOCK + 1 + 9;

  private TimeText() {}

  /** Whether it is a usual time of day. Use {@link PrintedTime#toString} for all others. */
  public static boolean isUsual(PrintedTime time) {
    long nanos = time.nanos();
    return time.form() == PrintedTime.Form.TIME_OF_DAY
        && nanos >= 0
        && nanos < DAY_SECONDS * SECOND
        && time.digits() >= 1
        && time.digits() <= 9;
  }

  /**
   * Writes a {@linkplain #isUsual usual} time; there must be room for {@link #LONGEST} bytes.
   *
   * @return the index after it
   */
  static int write(PrintedTime time, byte[] text, int at) {
    int seconds = (int) (time.nanos() / SECOND);
    two(seconds / 3600, text, at);
    text[at + 2] = ':';
    two(seconds / 60 % 60, text, at + 3);
    text[at + 5] = ':';
    two(seconds % 60, text, at + 6);
    text[at + CLOCK] = '.';
    int fraction = (int) (time.nanos() % SECOND);
    for (int i = at + CLOCK + 9; i > at + CLOCK; i--) {
      text[i] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    return at + CLOCK + 1 + time.digits();
  }

  private static void two(int value, byte[] text, int at) {
    text[at] = (byte) ('0' + value / 10);
    text[at + 1] = (byte) ('0' + value % 10);
  }
}
