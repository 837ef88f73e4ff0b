package io.hopwise.parser;

import static io.hopwise.parser.Fixtures.packet;
import static io.hopwise.parser.Fixtures.packets;
import static io.hopwise.parser.Fixtures.read;
import static io.hopwise.parser.TrapRecords.V4;
import static io.hopwise.parser.TrapRecords.icmp;
import static io.hopwise.parser.TrapRecords.tcp;
import static io.hopwise.parser.TrapRecords.udp;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Port;
import io.hopwise.packet.Reject;
import io.hopwise.packet.UdpDatagram;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What misleads readers of a record as a whole: its TTL, its shape, what stands around it. One trap
 * a test.
 */
class RecordTrapsTest {
  @Test
  void omittedTtlMeansZero() {
    Packet packet =
        packet(
            """
            10:00:00.000001 IP (tos 0x0, id 3, offset 0, flags [none], proto UDP (17), length 33)
                192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
            """);
    assertThat(packet.ip().ttl()).hasValue(0);
  }

  @Test
  void ttlMayBePadded() {
    String text =
        "10:00:00.000001 IP (tos 0x0, ttl   1, id 3, offset 0, flags [none], proto: UDP (17),"
            + " length: 33) 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packet(text).ip().ttl()).hasValue(1);
  }

  @Test
  void theQuotedPacketIsNotTheCapturedOne() {
    String text =
        icmp("192.0.2.1 > 192.0.2.7: ICMP time exceeded in-transit, length 36")
            + "\tIP (tos 0x0, ttl 1, id 9, offset 0, flags [none], proto UDP (17), length 33)\n"
            + "    192.0.2.7.4001 > 198.51.100.8.33434: UDP, length 5\n";
    Packet packet = packet(text);
    InnerPacket quoted = ((IcmpMessage) packet.payload()).quoted().orElseThrow();

    assertThat(packet.ip().ttl()).hasValue(61);
    assertThat(packet.ip().src().text()).isEqualTo("192.0.2.1");
    assertThat(quoted.ip().ttl()).hasValue(1);
    assertThat(quoted.ip().src().text()).isEqualTo("192.0.2.7");
    assertThat(((UdpDatagram) quoted.payload()).dstPort()).isEqualTo(Port.of(33434));
  }

  @Test
  void theLastHeaderOfAnOldLineIsTheCapturedPackets() {
    String text =
        "10:00:00.000001 192.0.2.1 > 192.0.2.7: icmp: net 198.51.100.8 unreachable for"
            + " 192.0.2.7.4001 > 198.51.100.8.33434: [udp sum ok] udp 5 [ttl 1] (id 9, len 33)"
            + " (ttl 62, id 4, len 61)\n";
    Packet packet = packet(text);
    InnerPacket quoted = ((IcmpMessage) packet.payload()).quoted().orElseThrow();

    assertThat(packet.ip().ttl()).hasValue(62);
    assertThat(packet.ip().length()).hasValue(61);
    assertThat(quoted.ip().ttl()).hasValue(1);
    assertThat(quoted.ip().length()).hasValue(33);
    assertThat(((UdpDatagram) quoted.payload()).length()).hasValue(5);
  }

  @Test
  void ttlOfMplsCdpAndVrrpIsNotThePackets() {
    String mpls =
        """
            10:00:00.000001 MPLS (label 88, tc 3, ttl 9)
            \t(label 99, tc 0, [S], ttl 8)
            \tIP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto UDP (17), length 33)
                192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
            """;
    assertThat(packet(mpls).ip().ttl()).hasValue(61);
    assertThat(read("10:00:00.000001 CDPv0, ttl: 0s, checksum: 0xbeef\n").get(0))
        .isInstanceOf(OtherRecord.class);
    String vrrp = "192.0.2.7 > 224.0.0.18: VRRPv0, unknown type (0), (ttl 64)";
    assertThat(packet(String.format(V4, "VRRP (112)", 28) + vrrp + "\n").ip().ttl()).hasValue(61);
  }

  @Test
  void theHopLimitARouterOffersIsNotThePackets() {
    String text =
        "10:00:00.000001 IP6 (hlim 255, next-header ICMPv6 (58) payload length: 16) fe80::7 >"
            + " ff02::1: [icmp6 sum ok] ICMP6, router advertisement, length 16\n"
            + "\thop limit 64, Flags [managed], pref medium, router lifetime 1800s\n";
    Packet packet = packet(text);
    assertThat(packet.ip().ttl()).hasValue(255);
    assertThat(packet.payload().text()).contains("hop limit 64");
  }

  @Test
  void aPacketInsideVxlanBeginsAtTheFirstColumn() {
    String text =
        udp(90, "192.0.2.1.50500 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 42")
            + "IP (tos 0x0, ttl 34, id 9, offset 0, flags [none], proto UDP (17), length 33)\n"
            + "    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n"
            + "10:00:00.000002 IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    List<Packet> packets = packets(text);
    assertThat(packets).hasSize(2);
    UdpDatagram outer = (UdpDatagram) packets.get(0).payload();
    assertThat(packets.get(0).ip().ttl()).hasValue(61);
    assertThat(outer.inner().orElseThrow().ip().ttl()).hasValue(34);
  }

  @Test
  void aPacketInsideVxlanIsNoRecordWithoutTimesEither() {
    String record =
        """
            IP (tos 0x0, ttl 61, id 9, offset 0, flags [none], proto UDP (17), length 90)
                192.0.2.1.50500 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 42
            IP (tos 0x0, ttl 34, id 9, offset 0, flags [none], proto UDP (17), length 33)
                192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
            """;
    assertThat(packets(record + record)).hasSize(2);
  }

  @Test
  void fourSpacesWithoutAFlowAreNoAddresses() {
    String text =
        udp(60, "192.0.2.7.49152 > 192.0.2.8.49152: BCM-LI-PDU: direction in")
            + "    BCM-LI-SHIM: direction ingress, pkt-type undecided\n";
    assertThat(packet(text).payload().text()).contains("BCM-LI-SHIM");
  }

  @Test
  void theBraceAfterL2tpIsNotTheInnerPackets() {
    String text =
        udp(
                79,
                "192.0.2.1.1701 > 192.0.2.2.1701:  l2tp:[](5/6) {IP (tos 0x0, ttl 33, id 1,"
                    + " offset 0, flags [none], proto UDP (17), length 33)")
            + "    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5}\n";
    InnerPacket inner = ((UdpDatagram) packet(text).payload()).inner().orElseThrow();
    UdpDatagram datagram = (UdpDatagram) inner.payload();
    assertThat(datagram.length()).hasValue(5);
    assertThat(datagram.text()).isEmpty();
  }

  @Test
  void hexLinesNeedNoOption() {
    String text =
        "10:00:00.000001 02:00:00:00:00:07 > 02:00:00:00:00:08, ethertype Unknown (0x9999), length"
            + " 44: \n\t0x0000:  7879 7a78 797a 7879 7a78 797a 7879 7a78  xyzxyzxyzxyzxyzx\n";
    assertThat(read(text)).singleElement().isInstanceOf(OtherRecord.class);
  }

  @Test
  void recordsInApplicationTextFollowATab() {
    String text =
        tcp(
                140,
                "192.0.2.7.4001 > 192.0.2.8.80: Flags [P.], seq 1:101, ack 1, win 9, length 100:"
                    + " HTTP, length: 100")
            + "\tGET / HTTP/1.1\n"
            + "\t10:00:00.000002 IP 9.9.9.9.1 > 8.8.8.8.2: Flags [S], seq 1, win 1, length 0\n"
            + "\t3 packets captured\n";
    assertThat(packet(text).payload().text()).contains("9.9.9.9");
  }

  @Test
  void countersMayCutARecordAnywhere() {
    String counters =
        "tcpdump: 7 packets captured, 14 packets received by filter, 0 packets dropped by kernel\n";
    String record = tcp(40, "192.0.2.7.4001 > 192.0.2.8.80: Flags [S], seq 1, win 9, length 0");
    Packet whole = packet(record);
    for (int cut = 1; cut < record.length(); cut++) {
      var entries = read(record.substring(0, cut) + counters + record.substring(cut));
      assertThat(entries).as("cut at %d", cut).hasSize(2);
      assertThat(((Packet) entries.get(0)).hasSameContentAs(whole)).as("cut at %d", cut).isTrue();
      Notice notice = (Notice) entries.get(1);
      assertThat(notice.kind()).isEqualTo(Notice.Kind.STATISTICS);
      assertThat(notice.count()).hasValue(7);
    }
  }

  @Test
  void theTerminalsEchoIsANotice() {
    var entries = read("^C\r\n3 packets captured\r\n");
    assertThat(entries)
        .extracting(entry -> ((Notice) entry).kind())
        .containsExactly(Notice.Kind.INTERRUPT, Notice.Kind.PACKETS_CAPTURED);
    assertThat(read("Got 6\r")).singleElement().isInstanceOf(Notice.class);
  }

  @Test
  void anOldDeltaMayHaveASpaceWithin() {
    Packet packet = packet("-455. 949680 IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n");
    assertThat(packet.time().orElseThrow().nanos()).isEqualTo(-455_000_000_000L + 949_680_000L);
    assertThat(packet("000001 IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n").time())
        .hasValueSatisfying(time -> assertThat(time.nanos()).isEqualTo(1000));
  }

  @Test
  void anImpossibleTimeDoesNotHideThePacket() {
    String text =
        "10:00:00.1000000 (invalid us) IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto UDP"
            + " (17), length 33)\n    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packet(text).ip().ttl()).hasValue(61);
  }

  @Test
  void aMailsQuotingIsLeftOut() {
    String record = udp(33, "192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5");
    String quoted = (record + record).replaceAll("(?m)^(?=.)", "> ");
    assertThat(packets(quoted))
        .hasSize(2)
        .allSatisfy(packet -> assertThat(packet.hasSameContentAs(packet(record))).isTrue());
    assertThat(new String(Fixtures.joined(read(quoted)), UTF_8)).isEqualTo(quoted);
  }

  @Test
  void optionsThatWereNotCapturedLeaveNoAddresses() {
    String text =
        "10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 0, flags [none], proto UDP (17), length"
            + " 53, options (RR [|ip]\n";
    assertThat(read(text)).singleElement().isInstanceOf(OtherRecord.class);
  }

  @Test
  void numbersOfAnotherProtocolAreKeptAsText() {
    IpPacket packet =
        packet(String.format(V4, "unknown (253)", 28) + "192.0.2.7 > 192.0.2.8:  ip-proto-253 8\n");
    assertThat(packet.ip().protocol()).hasValue(253);
    assertThat(packet.payload()).isInstanceOf(OpaquePayload.class);
  }

  @Test
  void aNumberThatWasCutIsNotRead() {
    assertThat(read("10:00:00.000001 IP (tos 0x0, ttl 6"))
        .singleElement()
        .isInstanceOf(Reject.class);
  }

  @Test
  void textNeedNotBeUtf8() {
    byte[] text =
        tcp(60, "192.0.2.7.1 > 192.0.2.8.80: Flags [P.], ack 1, win 9, length 20: HTTP: caf\u00e9")
            .getBytes(ISO_8859_1);
    assertThat(read(text)).singleElement().isInstanceOf(Packet.class);
    assertThat(Fixtures.joined(read(text))).isEqualTo(text);
  }
}
