package io.hopwise.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The moment that a printed time names. */
class InstantTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.of(2023, 11, 14);
  private static final long EPOCH = 1_700_000_000_123_456_000L;
  private static final long OF_DAY = (22 * 3600 + 13 * 60 + 20) * 1_000_000_000L;

  @Test
  void sinceTheEpochNoZoneMatters() {
    PrintedTime time = new PrintedTime(PrintedTime.Form.EPOCH, EPOCH, 6);
    assertThat(time.toInstant(BERLIN)).contains(Instant.parse("2023-11-14T22:13:20.123456Z"));
    assertThat(time.toInstant(ZoneOffset.UTC)).isEqualTo(time.toInstant(BERLIN));
  }

  @Test
  void aDateAndTimeIsThatOfTheZone() {
    PrintedTime time = new PrintedTime(PrintedTime.Form.DATE_TIME, EPOCH, 6);
    assertThat(time.toInstant(BERLIN)).contains(Instant.parse("2023-11-14T21:13:20.123456Z"));
  }

  @Test
  void aTimeOfDayNeedsItsDay() {
    PrintedTime time = new PrintedTime(PrintedTime.Form.TIME_OF_DAY, OF_DAY, 6);
    assertThat(time.toInstant(BERLIN)).isEmpty();
    assertThat(time.toInstant(BERLIN, DAY)).contains(Instant.parse("2023-11-14T21:13:20Z"));
  }

  @Test
  void whatIsNoMomentIsNone() {
    assertThat(PrintedTime.odd("[Error converting time]").toInstant(BERLIN, DAY)).isEmpty();
    assertThat(new PrintedTime(PrintedTime.Form.DELTA, 1, 6).toInstant(BERLIN, DAY)).isEmpty();
  }
}
