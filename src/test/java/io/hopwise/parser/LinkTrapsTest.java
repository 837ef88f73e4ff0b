package io.hopwise.parser;

import static io.hopwise.parser.Fixtures.packet;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Packet;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.ip.IpHeader;
import org.junit.jupiter.api.Test;

/** What misleads readers of the link layer. One trap a test. */
class LinkTrapsTest {
  @Test
  void withALinkLayerTheWordsIpAndIp6AreMissing() {
    String text =
        "10:00:00.000001 02:00:00:00:00:07 > 02:00:00:00:00:08, ethertype IPv4 (0x0800), length"
            + " 95: (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto IPv6 (41), length 81)\n"
            + "    192.0.2.1 > 192.0.2.2: (hlim 35, next-header UDP (17) payload length: 13)"
            + " 2001:db8::7.4001 > 2001:db8::8.4002: [udp sum ok] UDP, length 5\n";
    Packet packet = packet(text);
    IpHeader inner = ((Tunnel) packet.payload()).inner().ip();
    assertThat(packet.ip().version()).isEqualTo(4);
    assertThat(inner.version()).isEqualTo(6);
    assertThat(inner.ttl()).hasValue(35);
  }

  @Test
  void theFlowIsNotTheFirstArrow() {
    String text =
        "10:00:00.000001 DSA CPU > port 0.2, VLAN 1u, IP (tos 0x0, ttl 61, id 7, offset 0, flags"
            + " [DF], proto UDP (17), length 33)\n"
            + "    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packet(text).ip().src().text()).isEqualTo("192.0.2.7");
  }

  @Test
  void theFramesLengthIsNotThePackets() {
    String text =
        "10:00:00.000001 02:00:00:00:00:07 > 02:00:00:00:00:08, ethertype 802.1Q-QinQ (0x88a8),"
            + " length 55: vlan 200, p 0, ethertype 802.1Q (0x8100), vlan 100, p 3, ethertype IPv4"
            + " (0x0800), (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto UDP (17), length 33)\n"
            + "    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    Packet packet = packet(text);
    assertThat(packet.ip().length()).hasValue(33);
    assertThat(packet.link().vlan()).containsExactly(200, 100);
    assertThat(packet.link().ethertype()).hasValue(0x0800);
  }

  @Test
  void pppoeHasTwoSpaces() {
    String text =
        "10:00:00.000001 PPPoE  [ses 0x11] IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto"
            + " UDP (17), length 33)\n    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packet(text).link().text()).isEqualTo("PPPoE  [ses 0x11] ");
  }

  @Test
  void aDirectionMayBePadded() {
    String text =
        "10:00:00.000001   B 02:00:00:00:00:07 ethertype IPv4 (0x0800), length 57: (tos 0x0, ttl"
            + " 61, id 7, offset 0, flags [DF], proto UDP (17), length 33) 192.0.2.7.4001 >"
            + " 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packet(text).link().direction().orElseThrow().word()).isEqualTo("B");
  }

  @Test
  void directionAndInterfaceMayBeUnknown() {
    String end = "IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    Packet noDirection = packet("10:00:00.000001 eth7  ?   " + end);
    assertThat(noDirection.link().interfaceName()).hasValue("eth7");
    assertThat(noDirection.link().direction().orElseThrow().word()).isEqualTo("?");
    Packet noInterface = packet("10:00:00.000001 ?     Out " + end);
    assertThat(noInterface.link().interfaceName()).hasValue("?");
    assertThat(noInterface.link().direction().orElseThrow().word()).isEqualTo("Out");
  }
}
