package io.hopwise.packet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The time printed at the start of a record.
 *
 * @param form which of tcpdump's formats was used
 * @param nanos nanoseconds since the format's origin, negative for a packet older than its
 *     reference; 0 for {@link Form#ODD}
 * @param digits digits printed after the dot: 6 (microseconds) or 9 ({@code --nano}), fewer if
 *     somebody shortened them; 0 for {@link Form#ODD}
 * @param words what was printed, for {@link Form#ODD}; otherwise empty
 * @since 0.1
 */
public record PrintedTime(Form form, long nanos, int digits, String words) {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400L;

  /** A format: where the time counts from. */
  public enum Form {
    /**
     * {@code 22:13:20.123456}: since midnight in the reader's time zone; no option, or -v alone.
     */
    TIME_OF_DAY,
    /** {@code 1700000000.123456}: since 1970-01-01T00:00:00Z; {@code tcpdump -tt}. */
    EPOCH,
    /** {@code 2023-11-14 22:13:20.123456}: since 1970 in an unnamed time zone; {@code -tttt}. */
    DATE_TIME,
    /**
     * {@code 000001} or {@code 60. 250000}: the time since the previous record; {@code -ttt} of
     * tcpdump 3.9.8 and older. Later releases print deltas ({@code -ttt}, {@code -ttttt}) like a
     * time of day, and one of them alone cannot be told apart from it.
     */
    DELTA,
    /**
     * {@code [Error converting time]}, {@code 22:13:20.1000000}: what tcpdump prints for a time it
     * cannot convert. It does not say when the packet was captured.
     */
    ODD
  }

  /** A time in any format but {@link Form#ODD}. */
  public PrintedTime(Form form, long nanos, int digits) {
    this(form, nanos, digits, "");
  }

  /** A time that tcpdump could not convert. */
  public static PrintedTime odd(String words) {
    return new PrintedTime(Form.ODD, 0, 0, words);
  }

  /**
   * The moment, where what was printed names the day: for {@link Form#EPOCH} and {@link
   * Form#DATE_TIME}. Empty for the others.
   *
   * @param zone the time zone tcpdump ran in, which it does not print; no matter for {@link
   *     Form#EPOCH}
   */
  public Optional<Instant> toInstant(ZoneId zone) {
    return switch (form) {
      case EPOCH -> Optional.of(sinceEpoch());
      case DATE_TIME ->
          Optional.of(
              LocalDateTime.ofInstant(sinceEpoch(), ZoneOffset.UTC).atZone(zone).toInstant());
      default -> Optional.empty();
    };
  }

  /**
   * The moment, also for {@link Form#TIME_OF_DAY}, whose day is given. Empty for {@link Form#DELTA}
   * and {@link Form#ODD}.
   *
   * @param zone the time zone tcpdump ran in, which it does not print
   * @param day the day of the capture there
   */
  public Optional<Instant> toInstant(ZoneId zone, LocalDate day) {
    return form == Form.TIME_OF_DAY
        ? Optional.of(day.atStartOfDay().plusNanos(nanos).atZone(zone).toInstant())
        : toInstant(zone);
  }

  private Instant sinceEpoch() {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  /** The time as a current tcpdump prints it, or for {@link Form#DELTA} as 3.9.8 and older do. */
  @Override
  public String toString() {
    long seconds = Math.floorDiv(nanos, SECOND);
    long fraction = Math.floorMod(nanos, SECOND);
    String dot = form == Form.ODD ? "" : "." + fraction(fraction);
    return switch (form) {
      case ODD -> words;
      case EPOCH -> seconds + dot;
      case DELTA -> (seconds == 0 ? "" : seconds + ". ") + fraction(fraction);
      case TIME_OF_DAY ->
          nanos < 0 ? "-" + new PrintedTime(form, -nanos, digits) : clock(seconds) + dot;
      case DATE_TIME ->
          CalendarDay.ofEpoch(Math.floorDiv(seconds, DAY))
              + " "
              + clock(Math.floorMod(seconds, DAY))
              + dot;
    };
  }

  private String fraction(long fraction) {
    String nine = Long.toString(SECOND + fraction).substring(1);
    return nine.substring(0, digits);
  }

  private static String clock(long seconds) {
    return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
  }

  private static String two(long value) {
    return value < 10 ? "0" + value : Long.toString(value);
  }
}
