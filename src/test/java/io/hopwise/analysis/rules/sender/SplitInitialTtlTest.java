package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class SplitInitialTtlTest {
  private static final String ID = SplitInitialTtl.ID;

  @Test
  void twoInitialTtlsAtOneDistanceAreARemark() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x1 [6] 198.51.100.20");
    assertThat(Fixtures.report("split-initial-ttl/fires").worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void oneInitialTtlIsNoRemark() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
