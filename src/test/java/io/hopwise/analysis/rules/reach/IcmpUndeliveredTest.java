package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IcmpUndeliveredTest {
  private static final String ID = IcmpUndelivered.ID;

  @Test
  void theMtuOfTheNextLinkIsTold() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x2 [5] 203.0.113.1");
    assertThat(says(ID, "fires"))
        .contains(
            "TTL 63: 1 router", "packets to 192.0.2.10 (TCP port 40000): too big", "1280 bytes");
  }

  @Test
  void whatIsSaidOfPingsIsToldOnce() {
    assertThat(findings(ID, "fires-pings")).hasSize(1);
    assertThat(says(ID, "fires-pings")).contains("198.51.100.20 (pings): host unreachable");
  }

  @Test
  void aTtlThatRanOutIsWhatTracerouteAsksFor() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
