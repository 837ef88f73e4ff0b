package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DataUnansweredTest {
  private static final String ID = DataUnanswered.ID;

  @Test
  void aFirewallMayHaveForgottenASessionThatWasIdle() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x5 [7] 198.51.100.20");
    assertThat(says(ID, "fires"))
        .contains("were sent 5 times", "silent for 3600 seconds", "has probably forgotten it");
  }

  @Test
  void whatIsAnsweredInTheEndWasOnlySlow() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
