package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.report;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LeapingIdsTest {
  private static final String ID = LeapingIds.ID;

  @Test
  void packetsWithIdsOfTheirOwnSilenceTheCounterAndThatIsSaid() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x1 [33] 198.51.100.20");
    assertThat(report("leaping-ids/fires").findings().get(0).says())
        .contains("sends one packet in five in the name of 198.51.100.20");
  }

  @Test
  void aCounterThatRunsOnIsEvidence() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void randomIdsAreNoCounterThatSomebodyDisturbed() {
    assertThat(findings(ID, "silent-random")).isEmpty();
  }
}
