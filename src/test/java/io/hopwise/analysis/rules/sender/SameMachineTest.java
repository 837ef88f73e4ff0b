package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class SameMachineTest {
  private static final String ID = SameMachine.ID;

  @Test
  void anIdCounterThatRunsOnClearsTheReset() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x1 [6] 198.51.100.20");
    assertThat(Fixtures.report("same-machine/fires").worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void anIdCounterOfItsOwnDoesNotClearTheReset() {
    assertThat(findings(ID, "silent")).isEmpty();
    assertThat(Fixtures.report("same-machine/silent").result())
        .isEqualTo(Report.Result.CANNOT_JUDGE);
  }
}
