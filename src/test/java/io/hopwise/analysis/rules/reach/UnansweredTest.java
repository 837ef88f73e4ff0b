package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnansweredTest {
  private static final String ID = Unanswered.ID;

  @Test
  void aQuestionAskedAgainAndAgainIsTold() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x3 [1] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("UDP port 4500", "nothing came back");
  }

  @Test
  void pingsThatNobodyAnswersAreTold() {
    assertThat(says(ID, "fires-pings")).startsWith("3 pings from 192.0.2.10 to 198.51.100.20");
  }

  @Test
  void oneAnswerIsEnough() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void aHostAnswersItsOwnPings() {
    assertThat(findings(ID, "silent-itself")).isEmpty();
  }

  @Test
  void logsAreNotAnswered() {
    assertThat(findings(ID, "silent-one-way")).isEmpty();
  }

  @Test
  void anIcmpErrorIsAnAnswer() {
    assertThat(findings(ID, "silent-rejected")).isEmpty();
  }
}
