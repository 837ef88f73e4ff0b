package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.evidence;
import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.only;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForgedSameTtlTest {
  private static final String ID = ForgedSameTtl.ID;

  @Test
  void aScriptsResetAtTheHostsDistanceIsReported() {
    assertThat(findings(ID, "fires")).containsExactly("HIGH x1 [18] 198.51.100.20");
    assertThat(evidence(only(ID, "fires")))
        .containsExactly("df-differs", "goes-on", "id-off-counter", "window");
    assertThat(says(ID, "fires"))
        .contains("another machine at that distance, or one that copies the TTL, sent it");
    assertThat(only(ID, "fires").distanceKnown()).isFalse();
  }

  @Test
  void aSideThatGoesOnWithItsDataDidNotReset() {
    assertThat(findings(ID, "fires-goes-on")).containsExactly("MEDIUM x1 [18] 198.51.100.20");
    assertThat(evidence(only(ID, "fires-goes-on"))).containsExactly("goes-on");
  }

  @Test
  void aScriptsDataAtTheHostsDistanceIsReported() {
    assertThat(findings(ID, "fires-data")).containsExactly("HIGH x1 [18] 198.51.100.20");
    assertThat(evidence(only(ID, "fires-data")))
        .containsExactly("df-differs", "id-off-counter", "timestamps-missing");
  }

  @Test
  void twoSignsAreEnoughForAFin() {
    assertThat(findings(ID, "fires-fin")).containsExactly("MEDIUM x1 [18] 198.51.100.20");
  }

  @Test
  void whatGoesOnBesideMuchUnreadTextMayHaveBegunAnew() {
    String text = Fixtures.text("forged-same-ttl/fires-goes-on");
    String unread = "12:00:00.000000 IP (tos 0x0, ttl 61, id 1, of\n".repeat(30);
    assertThat(Fixtures.reportOf(text).of(ID))
        .extracting(Finding::grade)
        .containsExactly(Grade.MEDIUM);
    assertThat(Fixtures.reportOf(text + unread).of(ID))
        .extracting(Finding::grade)
        .containsExactly(Grade.LOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silent",
        "silent-port-again",
        "silent-closed-then-open",
        "silent-no-df",
        "silent-own-stack",
        "silent-under-way",
        "silent-copies",
        "silent-late-proxy"
      })
  void whatTheHostItselfSendsIsNot(String twin) {
    assertThat(findings(ID, twin)).isEmpty();
  }
}
