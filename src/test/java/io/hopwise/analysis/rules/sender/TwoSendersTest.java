package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TwoSendersTest {
  private static final String ID = TwoSenders.ID;

  @Test
  void resetsOfTwoHabitsHaveTwoSenders() {
    assertThat(findings(ID, "fires")).containsExactly("MEDIUM x2 [2, 3] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("Which of them is the host cannot be told");
  }

  @Test
  void resetsOfOneHabitHaveOne() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
