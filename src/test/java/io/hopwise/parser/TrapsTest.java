package io.hopwise.parser;

import static io.hopwise.parser.Fixtures.packet;
import static io.hopwise.parser.Fixtures.packets;
import static io.hopwise.parser.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Checksum;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.IpHeader;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.LaterFragment;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What misleads readers of tcpdump's text, one trap a test. */
class TrapsTest {
  private static final String V4 =
      "10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto %s, length %d)\n    ";

  private static String tcp(int length, String body) {
    return String.format(V4, "TCP (6)", length) + body + "\n";
  }

  private static String udp(int length, String body) {
    return String.format(V4, "UDP (17)", length) + body + "\n";
  }

  private static String icmp(String body) {
    return String.format(V4, "ICMP (1)", 60) + body + "\n";
  }

  private static String oldTcp(int length, String body) {
    return "10:00:00.000001 IP (tos 0x0, ttl  61, id 7, offset 0, flags [DF], proto: TCP (6), length: "
        + length
        + ") "
        + body
        + "\n";
  }

  private static TcpSegment segment(String text) {
    return (TcpSegment) packet(text).payload();
  }

  private static IcmpMessage message(String text) {
    return (IcmpMessage) packet(text).payload();
  }

  // ---- TTL and the shape of a record

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
  void theBraceBehindL2tpIsNotTheInnerPackets() {
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
  void recordsInApplicationTextStandBehindATab() {
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
      assertThat(((Packet) entries.get(0)).saysTheSameAs(whole)).as("cut at %d", cut).isTrue();
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
        .allSatisfy(packet -> assertThat(packet.saysTheSameAs(packet(record))).isTrue());
    assertThat(new String(Fixtures.joined(read(quoted)), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(quoted);
  }

  // ---- The link layer

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

  // ---- Addresses and ports

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
  void portsOfIpv6StandBehindTheLastDot() {
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
  void behindExtensionHeadersPortsStandAlone() {
    String text =
        "10:00:00.000001 IP6 (hlim 61, next-header Options (0) payload length: 21) 2001:db8::7 >"
            + " 2001:db8::8: HBH (rtalert: 0x0000) (padn) 4001 > 4002: [udp sum ok] UDP, length 5\n";
    Packet packet = packet(text);
    assertThat(packet.extensions()).singleElement().extracting("name").isEqualTo("HBH");
    assertThat(((UdpDatagram) packet.payload()).srcPort()).isEqualTo(Port.of(4001));
  }

  // ---- TCP

  @Test
  void anOldDotIsNoAcknowledgement() {
    TcpSegment segment =
        segment(oldTcp(40, "192.0.2.7.4001 > 192.0.2.8.80: ., cksum 0x1dce (correct), win 9"));
    assertThat(segment.flags().orElseThrow().bits()).isZero();
  }

  @Test
  void anOldWrongChecksumNeverCloses() {
    TcpSegment segment =
        segment(
            oldTcp(
                40,
                "192.0.2.7.4001 > 192.0.2.8.80: ., cksum 0x52a6 (incorrect (-> 0x08fc), ack 3 win 9"));
    assertThat(segment.checksum()).isInstanceOf(Checksum.Incorrect.class);
    assertThat(segment.ack()).hasValue(3);
  }

  @Test
  void theSeedLineIsReadWhole() {
    TcpSegment segment =
        segment(
            oldTcp(
                40,
                "192.0.2.8.22 > 192.0.2.7.49169: R, cksum 0xf693 (correct), 0:0(0) ack 1 win 0"));
    assertThat(segment.isReset()).isTrue();
    assertThat(segment.isAck()).isTrue();
    assertThat(segment.seq()).hasValue(0);
    assertThat(segment.seqEnd()).isEmpty();
    assertThat(segment.window()).hasValue(0);
    assertThat(segment.length()).hasValue(0);
  }

  @Test
  void sequenceNumbersWrap() {
    TcpSegment segment =
        segment(
            oldTcp(
                43, "192.0.2.7.4001 > 192.0.2.8.80: P 4294967293:0(3) ack 4294967292 win 65535"));
    assertThat(segment.seq()).hasValue(4294967293L);
    assertThat(segment.seqEnd()).hasValue(0);
    assertThat(segment.ack()).hasValue(4294967292L);
  }

  @Test
  void staleFlagsMeanNone() {
    String end = ", cksum 0x1dce (correct), win 65535, length 0";
    assertThat(
            segment(tcp(40, "192.0.2.7.1 > 192.0.2.8.2: Flags [DF]" + end))
                .flags()
                .orElseThrow()
                .bits())
        .isZero();
    assertThat(segment(tcp(40, "192.0.2.7.1 > 192.0.2.8.2: Flags [.]" + end)).isAck()).isFalse();
    assertThat(segment(tcp(40, "192.0.2.7.1 > 192.0.2.8.2: Flags [S]" + end)).isSyn()).isFalse();
  }

  @Test
  void aSegmentMayHaveNoSequenceNumber() {
    TcpSegment segment =
        segment(tcp(92, "192.0.2.7.1 > 192.0.2.8.2: Flags [P.], ack 1, win 502, length 52"));
    assertThat(segment.seq()).isEmpty();
    assertThat(segment.length()).hasValue(52);
  }

  @Test
  void theTextOfAResetIsKept() {
    TcpSegment segment =
        segment(
            tcp(
                86,
                "192.0.2.7.1 > 192.0.2.8.2: Flags [R], seq 1:47, win 9, length 46 [RST+ a], length 9"));
    assertThat(segment.length()).hasValue(46);
    assertThat(segment.text()).isEqualTo(" [RST+ a], length 9");
  }

  @Test
  void theFirstLengthIsTheSegments() {
    TcpSegment segment =
        segment(
            tcp(
                104,
                "192.0.2.7.1 > 192.0.2.8.80: Flags [P.], seq 1:65, ack 1, win 9, length 64: HTTP, length: 99"));
    assertThat(segment.length()).hasValue(64);
    assertThat(segment.text()).isEqualTo(": HTTP, length: 99");
  }

  @Test
  void whatIsGluedToALengthIsTakenOff() {
    TcpSegment dns =
        segment(
            tcp(
                73,
                "192.0.2.7.1 > 192.0.2.8.53: Flags [P.], seq 1:34, ack 1, win 9, length 335151+ A? a.example. (31)"));
    assertThat(dns.length()).hasValue(33);
    assertThat(dns.text()).isEqualTo(" 5151+ A? a.example. (31)");
    TcpSegment smb =
        segment(
            tcp(
                76,
                "192.0.2.7.1 > 192.0.2.8.445: Flags [P.], ack 1, win 9, length 36SMB-over-TCP packet"));
    assertThat(smb.length()).hasValue(36);
    assertThat(smb.text()).isEqualTo("SMB-over-TCP packet");
  }

  @Test
  void whatIsGluedToAWindowIsTakenOffOnlyWhereItIsPlain() {
    TcpSegment full =
        segment(
            oldTcp(
                71,
                "192.0.2.7.1 > 192.0.2.8.53: P 1:32(31) ack 1 win 655355151+ A? a.example. (29)"));
    assertThat(full.window()).hasValue(65535);
    assertThat(full.text()).isEqualTo(" 5151+ A? a.example. (29)");
    TcpSegment doubtful =
        segment(
            oldTcp(
                71,
                "192.0.2.7.1 > 192.0.2.8.53: P 1:32(31) ack 1 win 50245151+ A? a.example. (29)"));
    assertThat(doubtful.window()).isEmpty();
  }

  @Test
  void optionsMayBeCut() {
    TcpSegment segment =
        segment(
            tcp(
                60,
                "192.0.2.7.1 > 192.0.2.8.80: Flags [S], seq 1, win 9, options [mss 1460,sackOK,TS [|tcp]>"));
    assertThat(segment.options()).contains(new TcpOption.Mss(1460), TcpOption.Flag.SACK_OK);
    assertThat(segment.length()).isEmpty();
  }

  @Test
  void kindAndBytesOfUnknownOptionsMayBeGlued() {
    TcpSegment segment =
        segment(
            tcp(
                52,
                "192.0.2.7.1 > 192.0.2.8.80: Flags [S], seq 1, win 9, options [Unknown Option 2880ff,nop,eol], length 0"));
    assertThat(segment.options().get(0)).isEqualTo(new TcpOption.Unknown(28, "80ff"));
  }

  // ---- UDP, ICMP, the rest

  @Test
  void aFirstFragmentsLengthIsNoError() {
    UdpDatagram datagram =
        (UdpDatagram)
            packet(udp(84, "192.0.2.7.1 > 192.0.2.8.2: UDP, bad length 120 > 56")).payload();
    assertThat(datagram.length()).hasValue(120);
    assertThat(datagram.text()).isEqualTo(" > 56");
  }

  @Test
  void aPortWithAPrinterTakesTheLine() {
    UdpDatagram datagram =
        (UdpDatagram)
            packet(udp(61, "192.0.2.7.4001 > 192.0.2.8.7000:  rx type 0 seq 18 ser 0 (33)"))
                .payload();
    assertThat(datagram.dstPort()).isEqualTo(Port.of(7000));
    assertThat(datagram.text()).contains("rx type 0");
    assertThat(datagram.length()).isEmpty();
  }

  @Test
  void nothingMayStandBehindTheColon() {
    String text = udp(52, "192.0.2.7.520 > 192.0.2.8.520: ") + "\tRIPv2, Response, length: 24\n";
    assertThat(packet(text).payload().text()).contains("RIPv2");
  }

  @Test
  void twoSpacesBehindTheColonAreNoWord() {
    TcpSegment segment =
        segment(tcp(36, "192.0.2.7.1 > 192.0.2.8.2:  tcp 4 [bad hdr length 16 - too short, < 20]"));
    assertThat(segment.text()).contains("bad hdr length 16");
    assertThat(segment.srcPort()).isEqualTo(Port.of(1));
  }

  @Test
  void optionsThatWereNotCapturedLeaveNoAddresses() {
    String text =
        "10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 0, flags [none], proto UDP (17), length"
            + " 53, options (RR [|ip]\n";
    assertThat(read(text)).singleElement().isInstanceOf(OtherRecord.class);
  }

  @Test
  void aPortOfAnotherProtocolIsInvented() {
    IcmpMessage message =
        message(
            icmp(
                "192.0.2.1 > 192.0.2.7: ICMP 198.51.100.8 protocol 1 port 63484 unreachable, length 36"));
    assertThat(message.type()).hasValue(3);
    assertThat(message.code()).hasValue(3);
    assertThat(message.port()).isEmpty();
  }

  @Test
  void fragmentationNeededMayNameNoMtu() {
    IcmpMessage message =
        message(
            icmp("192.0.2.1 > 192.0.2.7: ICMP 198.51.100.8 unreachable - need to frag, length 36"));
    assertThat(message.code()).hasValue(4);
    assertThat(message.mtu()).isEmpty();
  }

  @Test
  void oldTimestampsAreHexadecimal() {
    String text =
        "10:00:00.000001 IP (tos 0x0, ttl  61, id 7, offset 0, flags [DF], length: 40) 192.0.2.7 >"
            + " 192.0.2.8: icmp 20: time stamp reply id 77 seq 5 : org 0x225 recv 0x226 xmit 0x527\n";
    IcmpMessage message = message(text);
    assertThat(message.type()).hasValue(14);
    assertThat(message.id()).hasValue(77);
    assertThat(message.seq()).hasValue(5);
  }

  @Test
  void listenerWordsAreGluedToWhatFollows() {
    String text =
        "10:00:00.000001 IP6 (hlim 1, next-header ICMPv6 (58) payload length: 24) fe80::7 > ff02::1:"
            + " [icmp6 sum ok] ICMP6, multicast listener querymax resp delay: 10000 addr: ::\n";
    assertThat(message(text).type()).hasValue(130);
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
        .isInstanceOf(io.hopwise.packet.Reject.class);
  }

  @Test
  void textNeedNotBeUtf8() {
    byte[] text =
        tcp(60, "192.0.2.7.1 > 192.0.2.8.80: Flags [P.], ack 1, win 9, length 20: HTTP: caf\u00e9")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(read(text)).singleElement().isInstanceOf(Packet.class);
    assertThat(Fixtures.joined(read(text))).isEqualTo(text);
  }

  @Test
  void aQuietSegmentMayBeLessThanNothing() {
    TcpSegment tcp = segment("10:00:00.000001 IP 192.0.2.7.4001 > 192.0.2.8.80: tcp 4294967256\n");
    assertThat(tcp.length()).isEmpty();
    assertThat(tcp.text()).isEqualTo("tcp 4294967256");
    assertThat(segment("10:00:00.000001 IP 192.0.2.7.4001 > 192.0.2.8.80: tcp 52\n").length())
        .hasValue(52);
  }
}
