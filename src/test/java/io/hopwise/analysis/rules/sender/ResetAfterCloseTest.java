package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import org.junit.jupiter.api.Test;

final class ResetAfterCloseTest {
  private static final String ID = ResetAfterClose.ID;

  @Test
  void whatComesBehindBothFinsEndsNothing() {
    assertThat(findings(ID, "fires")).hasSize(1);
    assertThat(report(ID + "/fires").worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void aConnectionThatOneSideHasNotEndedCanBeReset() {
    assertThat(findings(ID, "silent")).isEmpty();
    assertThat(report(ID + "/silent").of("forged-reset")).hasSize(1);
  }
}
