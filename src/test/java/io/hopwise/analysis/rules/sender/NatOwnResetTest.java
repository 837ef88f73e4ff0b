package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.report;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import org.junit.jupiter.api.Test;

final class NatOwnResetTest {
  private static final String ID = NatOwnReset.ID;

  @Test
  void theKernelOfTheNatMachineResetsWhatItHasForgotten() {
    assertThat(findings(ID, "fires")).hasSize(1);
    assertThat(says(ID, "fires")).contains("this machine's own kernel", "conntrack");
    assertThat(report(ID + "/fires").worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void whereTheChecksumsFitTheFlowWasNotPassedOnHere() {
    assertThat(findings(ID, "silent")).isEmpty();
    assertThat(report(ID + "/silent").of("forged-reset")).hasSize(1);
  }

  @Test
  void whatItPassesOnMayStartElsewhereThanItself() {
    assertThat(findings(ID, "fires-windows")).hasSize(1);
    assertThat(report(ID + "/fires-windows").of("idle-reset")).isEmpty();
  }
}
