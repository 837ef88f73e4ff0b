package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.evidence;
import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.only;
import static io.hopwise.analysis.rules.Fixtures.report;
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

  @Test
  void anIpIdOffTheCounterGivesAwayDataThatLookLikeTheFlows() {
    assertThat(findings(ID, "fires-off-counter")).containsExactly("HIGH x1 [14] 198.51.100.20");
    assertThat(evidence(only(ID, "fires-off-counter")))
        .containsExactly("id-off-counter", "overlaps");
  }

  @Test
  void aFinFromElsewhereWithAnIdOfItsOwnIsInjectedByThatAlone() {
    assertThat(findings(ID, "fires-fin")).containsExactly("MEDIUM x1 [14] 198.51.100.20");
    assertThat(evidence(only(ID, "fires-fin"))).containsExactly("id-off-counter");
  }

  @Test
  void aPacketOfTheCounterThatTookADetourIsTheHosts() {
    assertThat(findings(ID, "silent-detour")).isEmpty();
  }

  @Test
  void aCopyOfAPacketIsNotInjected() {
    assertThat(findings(ID, "silent-duplicate")).isEmpty();
  }

  @Test
  void whatWasInjectedIsNotCalledTheHostsOwnStart() {
    assertThat(report(ID + "/fires-same-distance").of("split-initial-ttl")).isEmpty();
  }

  @Test
  void aPageFromAnotherStartBeforeTheServersOwnIsInjected() {
    assertThat(findings(ID, "fires-other-start")).containsExactly("MEDIUM x1 [14] 198.51.100.20");
    assertThat(evidence(only(ID, "fires-other-start"))).containsExactly("overlaps");
  }
}
