package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OtherStackSameDistanceTest {
  private static final String ID = OtherStackSameDistance.ID;

  @Test
  void anotherStackAtTheHostsDistanceIsReported() {
    assertThat(findings(ID, "fires")).containsExactly("MEDIUM x1 [5] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("The distance is the same, but another IP stack");
  }

  @Test
  void anotherInitialTtlAloneIsNoOtherStack() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
