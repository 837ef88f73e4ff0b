package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MadeHereTest {
  private static final String ID = MadeHere.ID;

  @Test
  void whatGoesOutWithoutHavingComeInWasMadeHere() {
    assertThat(findings(ID, "fires")).containsExactly("HIGH x3 [29, 32, 35] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("this machine made them in the host's name");
  }

  @Test
  void whatIsPassedOnWasNot() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
