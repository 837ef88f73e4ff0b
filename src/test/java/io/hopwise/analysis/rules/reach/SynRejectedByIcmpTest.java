package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class SynRejectedByIcmpTest {
  private static final String ID = SynRejectedByIcmp.ID;

  @Test
  void theDeviceThatRejectsIsNamed() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x2 [2, 4] 203.0.113.2");
    assertThat(says(ID, "fires"))
        .contains("1 router lies between here and its sender")
        .contains("administratively prohibited");
  }

  @Test
  void aPacketThatDiedOfItsTtlIsNotRejected() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void thePortNamedWithoutQuotingTellsTheSyn() {
    assertThat(findings(ID, "fires-without-v")).containsExactly("INFO x2 [2, 4] 203.0.113.2");
    assertThat(says(ID, "fires-without-v"))
        .startsWith("SYN to 198.51.100.20 port 80 was rejected. ICMP error from 203.0.113.2 (lines")
        .contains("port unreachable")
        .doesNotContain("TTL");
    assertThat(Fixtures.report(ID + "/fires-without-v").of(SynUnanswered.ID)).isEmpty();
  }

  @Test
  void theHostNamedAloneIsLessSure() {
    assertThat(findings(ID, "fires-host-alone")).containsExactly("INFO x1 [2] 198.51.100.20");
    Finding finding = Fixtures.only(ID, "fires-host-alone");
    assertThat(finding.confidence()).isEqualTo(Grade.MEDIUM);
    assertThat(finding.says()).startsWith("SYN to 198.51.100.20 port 80 seems to have been");
    assertThat(finding.innocentExplanations()).anyMatch(words -> words.contains("another packet"));
  }

  @Test
  void ofSeveralSynsTheHostNamedAloneTellsNotWhich() {
    String text =
        """
        06:13:20.000000 IP 192.0.2.10.40000 > 198.51.100.20.80: Flags [S], seq 1, win 9, length 0
        06:13:20.000100 IP 192.0.2.10.40001 > 198.51.100.20.81: Flags [S], seq 1, win 9, length 0
        06:13:20.000500 IP 203.0.113.2 > 192.0.2.10: ICMP host 198.51.100.20 unreachable, length 52
        """;
    assertThat(Fixtures.reportOf(text).of(ID))
        .singleElement()
        .extracting(Finding::says)
        .asString()
        .startsWith("SYN to one of 198.51.100.20 port 80, 198.51.100.20 port 81 seems to have");
  }

  @Test
  void aSynSentAfterTheErrorIsStillUnanswered() {
    assertThat(Fixtures.report(ID + "/fires-host-alone").of(SynUnanswered.ID))
        .singleElement()
        .extracting(Finding::says)
        .asString()
        .contains("198.51.100.20 port 443");
  }

  @Test
  void anIcmp6ErrorRejectsASynToo() {
    assertThat(findings(ID, "fires-ipv6"))
        .containsExactly("INFO x1 [2] 2001:db8:f::1", "INFO x1 [4] 2001:db8:f::1");
    assertThat(Fixtures.report(ID + "/fires-ipv6").of(SynUnanswered.ID)).isEmpty();
  }

  @Test
  void anErrorAboutAnotherPortIsNoAnswer() {
    assertThat(findings(ID, "silent-other-port")).isEmpty();
    assertThat(Fixtures.report(ID + "/silent-other-port").of(SynUnanswered.ID)).hasSize(1);
  }
}
