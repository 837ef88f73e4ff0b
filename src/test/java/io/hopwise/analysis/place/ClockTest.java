package io.hopwise.analysis.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.PrintedTime.Form;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClockTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;
  private final Clock clock = new Clock();

  @Test
  void midnightIsNoStepBack() {
    read(Form.TIME_OF_DAY, DAY - SECOND);
    assertThat(read(Form.TIME_OF_DAY, SECOND)).isEqualTo(DAY + SECOND);
  }

  @Test
  void aPacketThatIsALittleLateIsNotTheNextDay() {
    read(Form.TIME_OF_DAY, 10 * SECOND);
    assertThat(read(Form.TIME_OF_DAY, 9 * SECOND)).isEqualTo(9 * SECOND);
    assertThat(clock.last()).isEqualTo(10 * SECOND);
  }

  @Test
  void timesPrintedAsDifferencesAddUp() {
    read(Form.DELTA, SECOND);
    assertThat(read(Form.DELTA, 2 * SECOND)).isEqualTo(3 * SECOND);
  }

  @Test
  void differencesPrintedLikeATimeOfDayAddUpOnceTheyStepBack() {
    assertThat(read(Form.TIME_OF_DAY, 0)).isZero();
    assertThat(read(Form.TIME_OF_DAY, 3 * SECOND)).isEqualTo(3 * SECOND);
    assertThat(clock.jumpsBack(Form.TIME_OF_DAY, SECOND)).isFalse();
    assertThat(read(Form.TIME_OF_DAY, SECOND)).isEqualTo(4 * SECOND);
    assertThat(read(Form.TIME_OF_DAY, 2 * SECOND)).isEqualTo(6 * SECOND);
    assertThat(clock.jumpsBack(Form.TIME_OF_DAY, 0)).isFalse();
  }

  @Test
  void timesSinceTheFirstPacketAreThoseThatHardlyStepBack() {
    for (int i = 0; i < 20; i++) {
      assertThat(read(Form.TIME_OF_DAY, i * SECOND)).isEqualTo(i * SECOND);
    }
    assertThat(read(Form.TIME_OF_DAY, 18 * SECOND)).isEqualTo(18 * SECOND);
    assertThat(clock.jumpsBack(Form.TIME_OF_DAY, 5 * SECOND)).isFalse();
    assertThat(clock.jumpsBack(Form.TIME_OF_DAY, 0)).isTrue();
    assertThat(clock.covers(new PrintedTime(Form.TIME_OF_DAY, 5 * SECOND, 6))).isFalse();
  }

  @Test
  void aPacketWithoutATimeHasNone() {
    assertThat(clock.read(Optional.empty())).isEqualTo(Clock.NO_TIME);
  }

  @Test
  void aLaterHalfAfterMidnightIsMovedByADay() {
    read(Form.TIME_OF_DAY, DAY - SECOND);
    Clock later = new Clock();
    later.read(Optional.of(new PrintedTime(Form.TIME_OF_DAY, SECOND, 6)));
    assertThat(clock.shiftFor(later)).isEqualTo(DAY);
    clock.append(later);
    assertThat(clock.last()).isEqualTo(DAY + SECOND);
  }

  private long read(Form form, long nanos) {
    return clock.read(Optional.of(new PrintedTime(form, nanos, 6)));
  }
}
