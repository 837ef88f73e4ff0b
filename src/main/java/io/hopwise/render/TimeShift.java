package io.hopwise.render;

import com.google.common.hash.Hashing;
import io.hopwise.packet.PrintedTime;
import java.nio.charset.StandardCharsets;

/**
 * How far to move printed times. Times of day wrap around at midnight; a time since the previous
 * record does not change.
 *
 * @param nanos nanoseconds to add; negative moves times back
 * @since 0.1
 */
public record TimeShift(long nanos) {
  /** No shift. */
  public static final TimeShift NONE = new TimeShift(0);

  private static final long SECOND = 1_000_000_000L;
  private static final long MICROSECOND = 1_000L;
  private static final long DAY = 86_400 * SECOND;

  /** The longest shift: ten years, in microseconds. */
  private static final long RANGE = 10 * 365 * 86_400L * 1_000_000L;

  /** What tcpdump prints if it has no time; it does not tell when a packet was captured. */
  private static final PrintedTime NO_TIME = PrintedTime.odd("[Error converting time]");

  /** A shift of up to ten years back, determined by the secret. */
  public static TimeShift of(String secret) {
    long random =
        Hashing.hmacSha256(secret.getBytes(StandardCharsets.UTF_8))
            .hashString("time", StandardCharsets.UTF_8)
            .asLong();
    return new TimeShift(-(1 + Math.floorMod(random, RANGE)) * MICROSECOND);
  }

  /** The time, moved. */
  PrintedTime moved(PrintedTime time) {
    if (nanos == 0) {
      return time;
    }
    return switch (time.form()) {
      case DELTA -> time;
      case ODD -> NO_TIME;
      case TIME_OF_DAY -> at(time, Math.floorMod(time.nanos() + nanos, DAY));
      case EPOCH, DATE_TIME -> at(time, Math.max(0, time.nanos() + nanos));
    };
  }

  private static PrintedTime at(PrintedTime time, long nanos) {
    return new PrintedTime(time.form(), nanos, time.digits());
  }
}
