package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IdleResetTest {
  private static final String ID = IdleReset.ID;

  @Test
  void aResetAfterLongSilenceNamesTheTimeOut() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x1 [4] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("an idle time-out of 900 seconds");
  }

  @Test
  void aResetAfterSecondsIsNoIdleReset() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
