package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class IdleResetTest {
  private static final String ID = IdleReset.ID;

  @Test
  void aResetAfterLongSilenceNamesTheTimeOut() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x1 [4] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("an idle time-out of 900 seconds");
  }

  @Test
  void aResetAfterSecondsIsNoIdleReset() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void aHostHereWhoseIdsRunOnDidItItself() {
    assertThat(says(ID, "fires-itself"))
        .contains("the server 198.51.100.20 (", "the host itself closes connections")
        .doesNotContain("firewall");
  }

  @Test
  void theSideThatResetIsNamed() {
    assertThat(says(ID, "fires-client")).startsWith("RST from the client 192.0.2.10 (");
  }

  @Test
  void whereNoTtlIsPrintedNothingIsSaidOfIt() {
    String silent =
        """
        10:00:00.000001 IP 198.51.100.1.80 > 192.0.2.1.5000: Flags [P.], seq 1:10, ack 1, win 501, length 9
        10:00:00.000101 IP 192.0.2.1.5000 > 198.51.100.1.80: Flags [.], ack 10, win 501, length 0
        10:01:06.000001 IP 192.0.2.1.5000 > 198.51.100.1.80: Flags [R.], seq 1, ack 10, win 0, length 0
        """;
    assertThat(Fixtures.reportOf(silent).of(ID).get(0).says())
        .startsWith("RST from the client 192.0.2.1 (line 3)")
        .endsWith("cannot be told.");
  }
}
