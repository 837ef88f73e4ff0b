package io.hopwise.parser;

import static io.hopwise.parser.Fixtures.packet;
import static io.hopwise.parser.Fixtures.read;
import static io.hopwise.parser.TrapRecords.icmp;
import static io.hopwise.parser.TrapRecords.oldTcp;
import static io.hopwise.parser.TrapRecords.segment;
import static io.hopwise.parser.TrapRecords.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.LaterFragment;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import org.junit.jupiter.api.Test;

/** What misleads readers of addresses and ports. One trap a test. */
class AddressTrapsTest {
  @Test
  void namesAreSplitAtTheLastDot() {
    Packet packet =
        packet(
            tcp(40, "5.ftp-data > 192-0-2-9.dyn.example.51000: Flags [S], seq 1, win 9, length 0"));
    assertThat(packet.ip().src().text()).isEqualTo("5");
    assertThat(packet.ip().dst().text()).isEqualTo("192-0-2-9.dyn.example");
    TcpSegment segment = (TcpSegment) packet.payload();
    assertThat(segment.srcPort().number()).hasValue(20);
    assertThat(segment.srcPort().service()).hasValue("ftp-data");
    assertThat(segment.dstPort()).isEqualTo(Port.of(51000));
  }

  @Test
  void aNameMayBeServiceOnOneSideAndHostOnTheOther() {
    TcpSegment segment =
        segment(tcp(40, "x11.domain > domain.x11-1: Flags [S], seq 1, win 9, length 0"));
    assertThat(segment.srcPort().number()).hasValue(53);
    assertThat(segment.dstPort().service()).hasValue("x11-1");
  }

  @Test
  void icmpHasNoPorts() {
    Packet packet =
        packet(icmp("node.443 > 192-0-2-9.dyn.example: ICMP echo request, id 1, seq 2, length 40"));
    assertThat(packet.ip().src().text()).isEqualTo("node.443");
  }

  @Test
  void anIpv6HostMayBeAName() {
    String text =
        "10:00:00.000001 IP6 alias.51000 > alias.ssh: Flags [S], seq 1, win 9, length 0\n";
    assertThat(packet(text).ip().version()).isEqualTo(6);
    assertThat(segment(text).dstPort().number()).hasValue(22);
  }

  @Test
  void portsOfIpv6FollowTheLastDot() {
    String text =
        "10:00:00.000001 IP6 (hlim 7, next-header UDP (17) payload length: 13) ::ffff:192.0.2.7.1 >"
            + " ::.2: [udp sum ok] UDP, length 5\n";
    Packet packet = packet(text);
    assertThat(packet.ip().src().text()).isEqualTo("::ffff:192.0.2.7");
    assertThat(packet.ip().dst().text()).isEqualTo("::");
    assertThat(((UdpDatagram) packet.payload()).dstPort()).isEqualTo(Port.of(2));
  }

  @Test
  void aLaterFragmentHasNoPorts() {
    String text =
        "10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 64, flags [+], proto UDP (17), length"
            + " 60) 192.0.2.7 > 192.0.2.8: udp\n";
    Packet packet = packet(text);
    assertThat(packet.ip().dst().text()).isEqualTo("192.0.2.8");
    assertThat(packet.payload()).isEqualTo(new LaterFragment("udp"));
  }

  @Test
  void lostAddressesAreNotRecorded() {
    String text =
        "10:00:00.000001 IP6 (hlim 61, next-header TCP (6) payload length: 3) 0.0.0.0 > 0.0.0.0:"
            + " [|tcp]\n";
    assertThat(read(text)).singleElement().isInstanceOf(OtherRecord.class);
  }

  @Test
  void anRpcNumberIsNoPort() {
    TcpSegment call = segment(oldTcp(88, "192.0.2.7.1357 > 192.0.2.8.2049: 48 null"));
    assertThat(call.srcPort()).isEqualTo(Port.NOT_PRINTED);
    assertThat(call.dstPort()).isEqualTo(Port.of(2049));
    TcpSegment reply = segment(oldTcp(88, "192.0.2.8.2049 > 192.0.2.7.1357: reply ok 28 null"));
    assertThat(reply.dstPort()).isEqualTo(Port.NOT_PRINTED);
  }

  @Test
  void afterExtensionHeadersPortsStandAlone() {
    String text =
        "10:00:00.000001 IP6 (hlim 61, next-header Options (0) payload length: 21) 2001:db8::7 >"
            + " 2001:db8::8: HBH (rtalert: 0x0000) (padn) 4001 > 4002: [udp sum ok] UDP, length 5\n";
    Packet packet = packet(text);
    assertThat(packet.extensions()).singleElement().extracting("name").isEqualTo("HBH");
    assertThat(((UdpDatagram) packet.payload()).srcPort()).isEqualTo(Port.of(4001));
  }
}
