package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class BothSidesOfRouterTest {
  private static final String ID = BothSidesOfRouter.ID;

  @Test
  void packetsSeenTwiceWithOtherTtlsWereTakenOnBothSides() {
    Report report = Fixtures.report("both-sides-of-router/fires");
    assertThat(report.of(ID)).hasSize(1);
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    assertThat(report.worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void otherSourcesAreJudgedAllTheSame() {
    Report report = Fixtures.report("both-sides-of-router/fires-elsewhere");
    assertThat(report.of(ID).get(0).says())
        .startsWith("3 packets of 203.0.113.9 were seen twice")
        .contains("Anybody who sends as many packets");
    assertThat(report.of("forged-reset")).hasSize(1);
  }

  @Test
  void aCopyWithAHigherTtlDidNotPassARouter() {
    assertThat(findings(ID, "silent-rising")).isEmpty();
  }

  @Test
  void aRetransmissionOverAnotherRouteIsNoSecondSide() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
