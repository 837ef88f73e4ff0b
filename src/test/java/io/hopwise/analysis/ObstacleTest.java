package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Packet;
import io.hopwise.testing.packets.Packets;
import org.junit.jupiter.api.Test;

/** Why nothing could be judged: the reason given is the true one. */
final class ObstacleTest {
  private static final String HOST = "198.51.100.20";
  private static final String CLIENT = "192.0.2.10";

  private static final Packet RESET =
      Packets.tcp(HOST + ":22", CLIENT + ":40000").rst().ttl(244).build();

  @Test
  void whereNothingElseCameThatIsTheReason() {
    assertThat(reason(RESET))
        .startsWith("no other packet came from an address that sent a reset: ping that host");
  }

  @Test
  void icmpErrorsAreNamedAsAllThatCame() {
    Packet probe = Packets.tcp(CLIENT + ":40001", HOST + ":23").syn().build();
    assertThat(reason(Packets.adminProhibited(HOST, probe).ttl(53).build(), RESET))
        .startsWith("from an address that sent a reset nothing else came but ICMP errors, which a")
        .endsWith("ping that host while capturing, so that there is something to compare with");
  }

  @Test
  void packetsThatTellNoDistanceAreNamedAsSuch() {
    Packet query = Packets.udp(HOST + ":5353", "224.0.0.251:5353").ttl(255).build();
    assertThat(reason(query, RESET)).contains("nothing else came but later fragments, multicast");
  }

  @Test
  void packetsThatCameButDoNotCompareAreNotDenied() {
    Packet bare = Packets.tcp(CLIENT + ":40000", HOST + ":22").syn().build();
    Packet reset = Packets.tcp(CLIENT + ":40000", HOST + ":22").rst().build();
    assertThat(reason(bare, reset)).startsWith("the resets cannot be compared with what else came");
  }

  private static String reason(Packet... packets) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    for (Packet packet : packets) {
      analyzer.accept(packet);
    }
    Report report = analyzer.finish();
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    return report.reason();
  }
}
