package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without {@code -n} a link-layer address may be a name: Broadcast, or one of /etc/ethers. */
class LinkNamesTest {
  private static final String IP =
      "ethertype IPv4 (0x0800), length 47: 192.0.2.7.bootpc > 255.255.255.255.bootps: UDP, length 5";

  @ParameterizedTest
  @CsvSource({
    "02:00:5e:10:00:01 (oui Unknown), Broadcast",
    "router-7.example.net, Broadcast",
    "gw, 02:00:5e:10:00:01 (oui Unknown)",
    "gw, nas_1",
  })
  void namesStandForLinkLayerAddresses(String source, String destination) {
    for (String time : new String[] {"10:00:00.000001 ", ""}) {
      Packet packet = (Packet) Hopwise.parse(time + source + " > " + destination + ", " + IP);
      LinkLayer link = packet.link();
      assertThat(link.src()).hasValue(source);
      assertThat(link.dst()).hasValue(destination);
      assertThat(packet.ip().src().text()).isEqualTo("192.0.2.7");
    }
  }

  @Test
  void theOldestReleasesSayBroadcastToo() {
    String line =
        "10:00:00.000001 0:4:23:57:a5:7a Broadcast ip 47: 192.0.2.7.68 > 192.0.2.8.67: udp 5";
    assertThat(((Packet) Hopwise.parse(line)).ip().dst().text()).isEqualTo("192.0.2.8");
  }
}
