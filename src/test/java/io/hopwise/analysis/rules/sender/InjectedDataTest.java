package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.evidence;
import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.only;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InjectedDataTest {
  private static final String ID = InjectedData.ID;

  @Test
  void dataFromNearerThanTheFlowIsInjected() {
    assertThat(findings(ID, "fires")).containsExactly("HIGH x1 [5] 198.51.100.20");
    assertThat(evidence(only(ID, "fires")))
        .containsExactly("df-differs", "overlaps", "timestamps-missing");
  }

  @Test
  void dataFromTheSameDistanceIsLessSure() {
    assertThat(findings(ID, "fires-same-distance")).containsExactly("MEDIUM x1 [5] 198.51.100.20");
  }

  @Test
  void aPacketThatTookAnotherRouteIsNotInjected() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
