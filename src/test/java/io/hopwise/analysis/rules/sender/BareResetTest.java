package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.evidence;
import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.testing.packets.Packets;
import org.junit.jupiter.api.Test;

final class BareResetTest {
  private static final String ID = BareReset.ID;

  @Test
  void anAnswerMadeFromTheSynIsADevices() {
    Finding finding = only(ID, "fires");
    assertThat(finding.grade()).isEqualTo(Grade.MEDIUM);
    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.says()).contains("has no ACK", "2 routers");
    assertThat(evidence(finding)).contains("id-copied", "window-copied", "syn-repeated");
  }

  @Test
  void whatSeveralRulesJudgeIsCountedOnce() {
    String reply =
        Packets.echoReply("198.51.100.20", "192.0.2.10")
            .ttl(62)
            .text()
            .replaceAll("^\\S+", "06:13:20.900000");
    Report report = Fixtures.reportOf(reply.repeat(2) + Fixtures.text(ID + "/fires"));
    assertThat(report.worst()).isEqualTo(Grade.MEDIUM);
    assertThat(report.reason()).startsWith("compared 2 resets");
  }

  @Test
  void theIdOfTheSynIsASign() {
    assertThat(evidence(only(ID, "fires-copied-id"))).contains("id-copied", "syn-repeated");
  }

  @Test
  void aStackThatOnlyForgetsTheAckIsNotAccused() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void aRefusalWithAckIsAHosts() {
    assertThat(findings(ID, "silent-refused")).isEmpty();
  }

  @Test
  void aWindowThatNoRefusalHasIsASign() {
    assertThat(evidence(only(ID, "fires-other-window"))).contains("syn-repeated", "window");
  }

  @Test
  void onceAndWithoutAWindowItIsNotEnough() {
    assertThat(findings(ID, "silent-window")).isEmpty();
  }
}
