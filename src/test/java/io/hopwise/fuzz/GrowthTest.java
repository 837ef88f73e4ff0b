package io.hopwise.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** With a clock that counts what is done, not time. */
class GrowthTest {
  private long done;
  private final Growth growth = new Growth(() -> done);

  @Test
  void quadraticWorkIsToldFromLinearWork() {
    assertThat(growth.isFasterThanLinear(size -> done += (long) size * size, 100)).isTrue();
    assertThat(growth.isFasterThanLinear(size -> done += 1_000_000L * size, 100)).isFalse();
    assertThat(growth.isFasterThanLinear(size -> done += 5_000 + size, 100)).isFalse();
  }

  @Test
  void oneDisturbedMeasurementDoesNotCount() {
    assertThat(
            growth.isFasterThanLinear(size -> done += size + (done % 7 == 0 ? 1_000_000 : 0), 100))
        .isFalse();
  }
}
