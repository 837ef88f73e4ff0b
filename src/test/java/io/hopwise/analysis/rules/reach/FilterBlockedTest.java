package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.report;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FilterBlockedTest {
  private static final String ID = FilterBlocked.ID;

  @Test
  void theRuleThatBlockedIsTheAnswer() {
    assertThat(says(ID, "fires"))
        .startsWith("The packet filter itself blocked 3 packets from 192.0.2.1 to 198.51.100.1")
        .contains("port 443: rule 12 on em0 is the answer");
  }

  @Test
  void whatWasPassedIsTheFirstOfMore() {
    assertThat(findings(ID, "silent")).isEmpty();
    assertThat(report(ID + "/silent").of(SynUnanswered.ID)).isEmpty();
  }
}
