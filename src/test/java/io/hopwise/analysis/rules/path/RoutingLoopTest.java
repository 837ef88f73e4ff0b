package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.report;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoutingLoopTest {
  private static final String ID = RoutingLoop.ID;

  @Test
  void aPacketThatPassesFourTimesGoesInACircle() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x4 [1, 2, 3, 4] 198.51.100.50");
    assertThat(says(ID, "fires")).contains("4 times, TTL 63 to 57", "a routing loop");
    assertThat(report(ID + "/fires").of("both-sides-of-router")).isEmpty();
  }

  @Test
  void threeTimesMayBeThreeRouters() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
