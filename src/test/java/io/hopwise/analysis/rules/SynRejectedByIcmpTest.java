package io.hopwise.analysis.rules;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SynRejectedByIcmpTest {
  private static final String ID = SynRejectedByIcmp.ID;

  @Test
  void theDeviceThatRejectsIsNamed() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x2 [2, 4] 203.0.113.2");
    assertThat(says(ID, "fires"))
        .contains("1 router lies between here and its sender")
        .contains("administratively prohibited");
  }

  @Test
  void aPacketThatDiedOfItsTtlIsNotRejected() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
