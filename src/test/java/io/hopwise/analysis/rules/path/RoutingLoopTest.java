package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.report;
import static io.hopwise.analysis.rules.Fixtures.reportOf;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoutingLoopTest {
  private static final String ID = RoutingLoop.ID;

  @Test
  void aPacketThatPassesFourTimesGoesInACircle() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x4 [1, 2, 3, 4] 198.51.100.50");
    assertThat(says(ID, "fires")).contains("4 times, TTL 63 to 57", "a routing loop");
    assertThat(report(ID + "/fires").of("both-sides-of-router")).isEmpty();
  }

  @Test
  void fourTimesBetweenOtherStationsIsNoCircle() {
    assertThat(reportOf(passing(1)).of(ID)).isEmpty();
    assertThat(reportOf(passing(0)).of(ID)).hasSize(1);
  }

  /**
   * A packet that passes four times, each time between other stations whose addresses have the same
   * hash code together: {@code …:01 > …:30}, {@code …:02 > …:20}. With a step of 0 they stay.
   */
  private static String passing(int step) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append("10:00:00.00000").append(i);
      text.append(" 00:00:5e:00:53:0").append(1 + step * i);
      text.append(" > 00:00:5e:00:53:").append(3 - step * i);
      text.append("0, ethertype IPv4 (0x0800), length 98: (tos 0x0, ttl ").append(64 - 2 * i);
      text.append(", id 7, offset 0, flags [DF], proto ICMP (1), length 84)\n");
      text.append("    192.0.2.1 > 198.51.100.50: ICMP echo request, id 1, seq 1, length 64\n");
    }
    return text.toString();
  }

  @Test
  void threeTimesMayBeThreeRouters() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void nobodyIsToldToCaptureOnOneSideOfALoop() {
    assertThat(report(ID + "/fires").reason()).contains("routing loop", "mend the routes");
  }
}
