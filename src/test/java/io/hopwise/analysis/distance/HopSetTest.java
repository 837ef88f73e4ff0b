package io.hopwise.analysis.distance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HopSetTest {
  @ParameterizedTest
  @CsvSource({
    "64, 64, 0",
    "63, 64, 1",
    "61, 64, 3",
    "32, 64, 32",
    "128, 128, 0",
    "125, 128, 3",
    "96, 128, 32",
    "255, 255, 0",
    "241, 255, 14",
    "223, 255, 32"
  })
  void aTtlTellsTheNearestCommonStartAboveIt(int ttl, int initial, int hops) {
    assertThat(HopSet.of(ttl).candidates()).containsExactly(new HopSet.Candidate(initial, hops));
  }

  @ParameterizedTest
  @CsvSource({"0", "31", "65", "67", "95", "129", "222"})
  void noPathIsLongerThan32Routers(int ttl) {
    assertThat(HopSet.of(ttl).isPlausible()).isFalse();
    assertThat(HopSet.of(ttl).hops()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void distancesMeetWhereInitialTtlsDiffer() {
    assertThat(HopSet.of(59).overlaps(HopSet.of(123))).isTrue();
    assertThat(HopSet.of(50).overlaps(HopSet.of(241))).isTrue();
    assertThat(HopSet.of(63).overlaps(HopSet.of(61))).isFalse();
    assertThat(HopSet.of(63).gap(HopSet.of(125))).hasValue(2);
  }

  @Test
  void noDistanceMeetsNothing() {
    assertThat(HopSet.of(21).overlaps(HopSet.of(21))).isFalse();
    assertThat(HopSet.of(21).gap(HopSet.of(106))).isEmpty();
  }

  @Test
  void oldStacksAreMentionedBesides() {
    assertThat(HopSet.of(27).unusual())
        .contains(new HopSet.Candidate(30, 3), new HopSet.Candidate(32, 5));
    assertThat(HopSet.of(58).unusual()).containsExactly(new HopSet.Candidate(60, 2));
  }
}
