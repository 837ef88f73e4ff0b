package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
