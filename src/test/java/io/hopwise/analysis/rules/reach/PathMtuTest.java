package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathMtuTest {
  private static final String ID = PathMtu.ID;

  @Test
  void largeSegmentsThatVanishWhileSmallOnesPassAreTold() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x6 [5] 192.0.2.10");
    assertThat(says(ID, "fires")).startsWith("Large segments (1448 bytes)").contains("smaller MTU");
  }

  @Test
  void smallSegmentsThatVanishAreLost() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void whereLargeSegmentsArrivedThePathCarriesThem() {
    assertThat(findings(ID, "silent-arrived")).isEmpty();
  }

  @Test
  void atTheReceiverSmallSegmentsArriveAndLargeOnesNever() {
    assertThat(findings(ID, "fires-receiver")).containsExactly("INFO x1 [8] 192.0.2.10");
    assertThat(says(ID, "fires-receiver")).contains("2896 bytes of what 198.51.100.20 sent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent-receiver-lost", "silent-receiver-large"})
  void whatIsSentAgainAndArrivesOrWhereLargeOnesArrivedIsLoss(String name) {
    assertThat(findings(ID, name)).isEmpty();
  }
}
