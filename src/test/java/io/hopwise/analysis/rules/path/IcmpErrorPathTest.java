package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IcmpErrorPathTest {
  private static final String ID = IcmpErrorPath.ID;

  @Test
  void anErrorOfTheHostFromElsewhereIsANat() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x1 [5] 198.51.100.20");
    assertThat(says(ID, "fires"))
        .doesNotContain("on the way there")
        .contains("a NAT or another device in front of the host owns that address");
  }

  @Test
  void anErrorOfARouterOnTheWayIsNoNat() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void asManyRoutersThereAsBackAreNoRemark() {
    assertThat(findings(ID, "../syn-rejected-by-icmp/fires")).isEmpty();
  }
}
