package io.hopwise.testing;

import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.rst;
import static io.hopwise.testing.PacketMatcher.syn;
import static io.hopwise.testing.PacketMatcher.synAck;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.testing.packets.Packets;
import io.hopwise.text.RecordText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion passes where it should, and fails where it should with this very message. */
class AssertionsTest {
  private static final PacketCapture CAPTURE =
      PacketCapture.of(
          """
          listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes
          22:13:20.000000 eth0  Out IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
              10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0xea82 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
          22:13:20.020000 eth0  In  IP (tos 0x0, ttl 63, id 0, offset 0, flags [none], proto TCP (6), length 40)
              10.9.4.2.22 > 10.9.1.1.55538: Flags [R.], cksum 0x1857 (incorrect -> 0x1858), seq 0, ack 1000000001, win 0, length 0
              9  22:13:21.000000 IP (tos 0x10, ttl 61, id 77, offset 0, flags [+], proto UDP (17), length 48)
              10.9.4.2.4500 > 10.9.1.1.50001: UDP, length 1472
          22:13:22.000000 IP6 (flowlabel 0xabcde, hlim 255, next-header UDP (17) payload length: 41) 2001:db8::1.50000 > 2001:db8::2.53: [udp sum ok] 6699+ A? www.example.com. (33)
          22:13:23.000000 IP (tos 0x0, ttl 62, id 5, offset 0, flags [none], proto ICMP (1), length 68)
              192.0.2.1 > 10.9.1.1: ICMP 10.9.4.2 udp port 33434 unreachable, length 48
          \tIP (tos 0x0, ttl 1, id 555, offset 0, flags [none], proto UDP (17), length 40)
              10.9.1.1.51000 > 10.9.4.2.33434: UDP, length 12
          22:13:24.000000 IP (tos 0x0, ttl 61, id 6, offset 0, flags [none], proto ICMP (1), length 84)
              10.9.4.2 > 10.9.1.1: ICMP echo reply, id 7, seq 8, length 64
          22:13:25.000000 IP (tos 0x0, ttl 62, id 7, offset 0, flags [none], proto ICMP (1), length 56)
              192.0.2.1 > 10.9.1.1: ICMP 10.9.4.2 unreachable - need to frag (mtu 1400), length 36
          \tIP (tos 0x0, ttl 63, id 556, offset 0, flags [DF], proto UDP (17), length 1500)
              10.9.1.1.51000 > 10.9.4.2.33434: UDP, length 1472
          22:13:26.000000 ARP, Ethernet (len 6), IPv4 (len 4), Request who-has 10.9.1.1 tell 10.9.4.2, length 46
          22:13:27.000000 IP (tos 0x0, ttl 61, id 8, offset 0, flags [DF], proto ICMP (1), length 84)
              10.9.1.1 > 10.9.4.2: ICMP echo request, id 7, seq 9, length 64
          """);

  private static final PacketCapture BROKEN =
      PacketCapture.of("this is 0x1 nothing tcpdump prints\n");

  private static final Packet SYN = packet(0);
  private static final Packet DOUBTFUL =
      SYN.withText(
          RecordText.wrapAmbiguous(
              1, 1, "IP (tos 0x0, ttl 64) 10.9.1.1.55538 > 10.9.4.2.22: tcp 0\n".getBytes(UTF_8)));
  private static final Packet RESET = packet(1);
  private static final Packet FRAGMENT = packet(2);
  private static final Packet QUERY = packet(3);
  private static final Packet CLOSED_PORT = packet(4);
  private static final Packet REPLY = packet(5);
  private static final Packet TOO_BIG = packet(6);
  private static final Packet REQUEST = packet(7);
  private static final Entry LISTENING = CAPTURE.entries().get(0);

  private static Packet packet(int index) {
    return CAPTURE.packets().get(index);
  }

  private static TcpSegment tcpOf(Packet packet) {
    return (TcpSegment) packet.payload();
  }

  private static UdpDatagram udpOf(Packet packet) {
    return (UdpDatagram) packet.payload();
  }

  private static IcmpMessage icmpOf(Packet packet) {
    return (IcmpMessage) packet.payload();
  }

  private static List<AssertionRow> header() {
    Class<?> type = IpHeaderAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "isIpv4",
            () -> assertThat(SYN.ip()).isIpv4(),
            () -> assertThat(QUERY.ip()).isIpv4(),
            "Expecting IP version 4, but found 6"),
        new AssertionRow(
            type,
            "isIpv6",
            () -> assertThat(QUERY.ip()).isIpv6(),
            () -> assertThat(SYN.ip()).isIpv6(),
            "Expecting IP version 6, but found 4"),
        new AssertionRow(
            type,
            "hasSource",
            () -> assertThat(SYN.ip()).hasSource("10.9.1.1"),
            () -> assertThat(SYN.ip()).hasSource("10.9.1.2"),
            "Expecting source 10.9.1.2, but found 10.9.1.1"),
        new AssertionRow(
            type,
            "hasDestination",
            () -> assertThat(SYN.ip()).hasDestination("10.9.4.2"),
            () -> assertThat(SYN.ip()).hasDestination("10.9.4.3"),
            "Expecting destination 10.9.4.3, but found 10.9.4.2"),
        new AssertionRow(
            type,
            "hasTtl",
            () -> assertThat(SYN.ip()).hasTtl(64),
            () -> assertThat(SYN.ip()).hasTtl(63),
            "Expecting ttl 63, but found 64"),
        new AssertionRow(
            type,
            "hasTtlBetween",
            () -> assertThat(SYN.ip()).hasTtlBetween(64, 65),
            () -> assertThat(SYN.ip()).hasTtlBetween(65, 128),
            "Expecting ttl 65 to 128, but found 64"),
        new AssertionRow(
            type,
            "hasTos",
            () -> assertThat(FRAGMENT.ip()).hasTos(16),
            () -> assertThat(SYN.ip()).hasTos(16),
            "Expecting tos 16, but found 0"),
        new AssertionRow(
            type,
            "hasProtocol",
            () -> assertThat(SYN.ip()).hasProtocol(6),
            () -> assertThat(SYN.ip()).hasProtocol(17),
            "Expecting protocol 17, but found 6"),
        new AssertionRow(
            type,
            "hasLength",
            () -> assertThat(QUERY.ip()).hasLength(41),
            () -> assertThat(SYN.ip()).hasLength(41),
            "Expecting length 41, but found 60"),
        new AssertionRow(
            type,
            "hasId",
            () -> assertThat(SYN.ip()).hasId(4000),
            () -> assertThat(QUERY.ip()).hasId(4000),
            "Expecting id 4000, but found none printed"),
        new AssertionRow(
            type,
            "hasFlowLabel",
            () -> assertThat(QUERY.ip()).hasFlowLabel(0xabcde),
            () -> assertThat(SYN.ip()).hasFlowLabel(1),
            "Expecting flow label 1, but found none printed"),
        new AssertionRow(
            type,
            "hasDontFragment",
            () -> assertThat(SYN.ip()).hasDontFragment(),
            () -> assertThat(RESET.ip()).hasDontFragment(),
            "Expecting DF, but it is not set"),
        new AssertionRow(
            type,
            "hasNoDontFragment",
            () -> assertThat(RESET.ip()).hasNoDontFragment(),
            () -> assertThat(SYN.ip()).hasNoDontFragment(),
            "Expecting no DF, but it is set"),
        new AssertionRow(
            type,
            "isFragment",
            () -> assertThat(FRAGMENT.ip()).isFragment(),
            () -> assertThat(SYN.ip()).isFragment(),
            "Expecting a fragment, but found a whole packet"),
        new AssertionRow(
            type,
            "isNotFragment",
            () -> assertThat(SYN.ip()).isNotFragment(),
            () -> assertThat(FRAGMENT.ip()).isNotFragment(),
            "Expecting a whole packet, but found a fragment"));
  }

  private static List<AssertionRow> segment() {
    Class<?> type = TcpSegmentAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "hasSourcePort",
            () -> assertThat(tcpOf(SYN)).hasSourcePort(55538),
            () -> assertThat(tcpOf(SYN)).hasSourcePort(22),
            "Expecting source port 22, but found 55538"),
        new AssertionRow(
            type,
            "hasDestinationPort",
            () -> assertThat(tcpOf(SYN)).hasDestinationPort(22),
            () -> assertThat(tcpOf(SYN)).hasDestinationPort(23),
            "Expecting destination port 23, but found 22"),
        new AssertionRow(
            type,
            "hasFlags",
            () -> assertThat(tcpOf(RESET)).hasFlags("R."),
            () -> assertThat(tcpOf(RESET)).hasFlags("S"),
            "Expecting flags [S], but found [R.]"),
        new AssertionRow(
            type,
            "isSyn",
            () -> assertThat(tcpOf(SYN)).isSyn(),
            () -> assertThat(tcpOf(RESET)).isSyn(),
            "Expecting a SYN, but found flags [R.]"),
        new AssertionRow(
            type,
            "isSynAck",
            () -> assertThat(tcpOf(synAckPacket())).isSynAck(),
            () -> assertThat(tcpOf(SYN)).isSynAck(),
            "Expecting a SYN-ACK, but found flags [S]"),
        new AssertionRow(
            type,
            "isReset",
            () -> assertThat(tcpOf(RESET)).isReset(),
            () -> assertThat(tcpOf(SYN)).isReset(),
            "Expecting a RST, but found flags [S]"),
        new AssertionRow(
            type,
            "isFin",
            () -> assertThat(tcpOf(finPacket())).isFin(),
            () -> assertThat(tcpOf(SYN)).isFin(),
            "Expecting a FIN, but found flags [S]"),
        new AssertionRow(
            type,
            "hasSeq",
            () -> assertThat(tcpOf(SYN)).hasSeq(1_000_000_000L),
            () -> assertThat(tcpOf(SYN)).hasSeq(1),
            "Expecting seq 1, but found 1000000000"),
        new AssertionRow(
            type,
            "hasAck",
            () -> assertThat(tcpOf(RESET)).hasAck(1_000_000_001L),
            () -> assertThat(tcpOf(SYN)).hasAck(1),
            "Expecting ack 1, but found none printed"),
        new AssertionRow(
            type,
            "hasWindow",
            () -> assertThat(tcpOf(SYN)).hasWindow(64240),
            () -> assertThat(tcpOf(RESET)).hasWindow(1),
            "Expecting window 1, but found 0"),
        new AssertionRow(
            type,
            "hasDataLength",
            () -> assertThat(tcpOf(SYN)).hasDataLength(0),
            () -> assertThat(tcpOf(SYN)).hasDataLength(1),
            "Expecting data length 1, but found 0"),
        new AssertionRow(
            type,
            "hasOption",
            () -> assertThat(tcpOf(SYN)).hasOption("wscale"),
            () -> assertThat(tcpOf(SYN)).hasOption("md5"),
            "Expecting option md5, but found options [mss, sackOK, TS, nop, wscale]"),
        new AssertionRow(
            type,
            "doesNotHaveOption",
            () -> assertThat(tcpOf(RESET)).doesNotHaveOption("TS"),
            () -> assertThat(tcpOf(SYN)).doesNotHaveOption("TS"),
            "Expecting no option TS, but found options [mss, sackOK, TS, nop, wscale]"),
        new AssertionRow(
            type,
            "hasMss",
            () -> assertThat(tcpOf(SYN)).hasMss(1460),
            () -> assertThat(tcpOf(RESET)).hasMss(1460),
            "Expecting mss 1460, but found []"),
        new AssertionRow(
            type,
            "hasCorrectChecksum",
            () -> assertThat(tcpOf(SYN)).hasCorrectChecksum(),
            () -> assertThat(tcpOf(RESET)).hasCorrectChecksum(),
            "Expecting a correct checksum, but it is incorrect"),
        new AssertionRow(
            type,
            "hasIncorrectChecksum",
            () -> assertThat(tcpOf(RESET)).hasIncorrectChecksum(),
            () -> assertThat(tcpOf(SYN)).hasIncorrectChecksum(),
            "Expecting an incorrect checksum, but it is correct"));
  }

  private static Packet synAckPacket() {
    return Packets.tcp("10.9.4.2:22", "10.9.1.1:55538").syn().ack(1).build();
  }

  private static Packet finPacket() {
    return Packets.tcp("10.9.4.2:22", "10.9.1.1:55538").fin().ack(1).build();
  }

  private static List<AssertionRow> datagram() {
    Class<?> type = UdpDatagramAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "hasSourcePort",
            () -> assertThat(udpOf(QUERY)).hasSourcePort(50000),
            () -> assertThat(udpOf(QUERY)).hasSourcePort(53),
            "Expecting source port 53, but found 50000"),
        new AssertionRow(
            type,
            "hasDestinationPort",
            () -> assertThat(udpOf(QUERY)).hasDestinationPort(53),
            () -> assertThat(udpOf(QUERY)).hasDestinationPort(54),
            "Expecting destination port 54, but found 53"),
        new AssertionRow(
            type,
            "hasDataLength",
            () -> assertThat(udpOf(FRAGMENT)).hasDataLength(1472),
            () -> assertThat(udpOf(QUERY)).hasDataLength(33),
            "Expecting data length 33, but found none printed"),
        new AssertionRow(
            type,
            "saysText",
            () -> assertThat(udpOf(QUERY)).saysText("A? www.example.com."),
            () -> assertThat(udpOf(QUERY)).saysText("MX?"),
            "Expecting a text with \"MX?\", but found \"6699+ A? www.example.com. (33)\""));
  }

  private static List<AssertionRow> message() {
    Class<?> type = IcmpMessageAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "isEchoRequest",
            () -> assertThat(icmpOf(REQUEST)).isEchoRequest(),
            () -> assertThat(icmpOf(REPLY)).isEchoRequest(),
            "Expecting an echo request, but found: echo reply"),
        new AssertionRow(
            type,
            "isEchoReply",
            () -> assertThat(icmpOf(REPLY)).isEchoReply(),
            () -> assertThat(icmpOf(REQUEST)).isEchoReply(),
            "Expecting an echo reply, but found: echo request"),
        new AssertionRow(
            type,
            "isError",
            () -> assertThat(icmpOf(TOO_BIG)).isError(),
            () -> assertThat(icmpOf(REPLY)).isError(),
            "Expecting an ICMP error, but found: echo reply"),
        new AssertionRow(
            type,
            "hasType",
            () -> assertThat(icmpOf(TOO_BIG)).hasType(3),
            () -> assertThat(icmpOf(REPLY)).hasType(3),
            "Expecting type 3, but found 0"),
        new AssertionRow(
            type,
            "hasCode",
            () -> assertThat(icmpOf(TOO_BIG)).hasCode(4),
            () -> assertThat(icmpOf(CLOSED_PORT)).hasCode(4),
            "Expecting code 4, but found 3"),
        new AssertionRow(
            type,
            "hasId",
            () -> assertThat(icmpOf(REPLY)).hasId(7),
            () -> assertThat(icmpOf(REPLY)).hasId(8),
            "Expecting id 8, but found 7"),
        new AssertionRow(
            type,
            "hasSeq",
            () -> assertThat(icmpOf(REPLY)).hasSeq(8),
            () -> assertThat(icmpOf(TOO_BIG)).hasSeq(8),
            "Expecting seq 8, but found none printed"),
        new AssertionRow(
            type,
            "hasMtu",
            () -> assertThat(icmpOf(TOO_BIG)).hasMtu(1400),
            () -> assertThat(icmpOf(TOO_BIG)).hasMtu(1500),
            "Expecting mtu 1500, but found 1400"),
        new AssertionRow(
            type,
            "hasPort",
            () -> assertThat(icmpOf(CLOSED_PORT)).hasPort(33434),
            () -> assertThat(icmpOf(TOO_BIG)).hasPort(33434),
            "Expecting port 33434, but found none printed"),
        new AssertionRow(
            type,
            "isAbout",
            () -> assertThat(icmpOf(CLOSED_PORT)).isAbout("10.9.4.2"),
            () -> assertThat(icmpOf(REPLY)).isAbout("10.9.4.2"),
            "Expecting subject 10.9.4.2, but found none printed"),
        new AssertionRow(
            type,
            "saysText",
            () -> assertThat(icmpOf(TOO_BIG)).saysText("need to frag"),
            () -> assertThat(icmpOf(REPLY)).saysText("frag"),
            "Expecting a text with \"frag\", but found \"echo reply\""),
        new AssertionRow(
            type,
            "quotedIp",
            () -> assertThat(icmpOf(CLOSED_PORT)).quotedIp().hasTtl(1),
            () -> assertThat(icmpOf(REPLY)).quotedIp(),
            "Expecting a quoted packet, but found: echo reply"));
  }

  private static final String SHOWN_SYN =
      """


      >    2  22:13:20.000000 eth0  Out IP (tos 0x0, ttl 64, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
      >    3      10.9.1.1.55538 > 10.9.4.2.22: Flags [S], cksum 0xea82 (correct), seq 1000000000, win 64240, options [mss 1460,sackOK,TS val 4001000 ecr 0,nop,wscale 7], length 0
      """;

  private static final String SHOWN_LISTENING =
      """


      >    1  listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes
      """;

  private static List<AssertionRow> packet() {
    Class<?> type = PacketAssert.class;
    return List.of(
        new AssertionRow(
            type,
            "isFrom",
            () -> assertThat(SYN).isFrom("10.9.1.1:55538").isFrom("10.9.1.1"),
            () -> assertThat(SYN).isFrom("10.9.1.1:22"),
            "Expecting source 10.9.1.1:22, but found 10.9.1.1:55538" + SHOWN_SYN),
        new AssertionRow(
            type,
            "isTo",
            () -> assertThat(QUERY).isTo("[2001:db8::2]:53").isTo("2001:db8:0::2"),
            () -> assertThat(SYN).isTo("10.9.4.3"),
            "Expecting destination 10.9.4.3, but found 10.9.4.2:22" + SHOWN_SYN),
        new AssertionRow(
            type,
            "hasTtl",
            () -> assertThat(SYN).hasTtl(64),
            () -> assertThat(SYN).hasTtl(63),
            "Expecting ttl 63, but found 64" + SHOWN_SYN),
        new AssertionRow(
            type,
            "hasNumber",
            () -> assertThat(FRAGMENT).hasNumber(9),
            () -> assertThat(SYN).hasNumber(9),
            "Expecting number 9, but found none printed" + SHOWN_SYN),
        new AssertionRow(
            type,
            "isOnLine",
            () -> assertThat(SYN).isOnLine(2),
            () -> assertThat(SYN).isOnLine(3),
            "Expecting line 3, but found 2" + SHOWN_SYN),
        new AssertionRow(
            type,
            "isOnInterface",
            () -> assertThat(SYN).isOnInterface("eth0"),
            () -> assertThat(SYN).isOnInterface("lo"),
            "Expecting interface lo, but found eth0" + SHOWN_SYN),
        new AssertionRow(
            type,
            "isSure",
            () -> assertThat(SYN).isSure(),
            () -> assertThat(DOUBTFUL).isSure(),
            "Expecting a sure packet, but found an ambiguous one"
                + "\n\n>    1  IP (tos 0x0, ttl 64) 10.9.1.1.55538 > 10.9.4.2.22: tcp 0\n"),
        new AssertionRow(
            type,
            "isAmbiguous",
            () -> assertThat(DOUBTFUL).isAmbiguous(),
            () -> assertThat(SYN).isAmbiguous(),
            "Expecting an ambiguous packet, but found a sure one" + SHOWN_SYN),
        new AssertionRow(
            type,
            "is",
            () -> assertThat(SYN).is(syn()),
            () -> assertThat(SYN).is(rst().ttl(64)),
            "Expecting a RST with ttl 64, but found another packet" + SHOWN_SYN),
        new AssertionRow(
            type,
            "isNot",
            () -> assertThat(SYN).isNot(synAck()),
            () -> assertThat(SYN).isNot(syn()),
            "Expecting anything but a SYN" + SHOWN_SYN),
        new AssertionRow(
            type,
            "saysText",
            () -> assertThat(SYN).saysText("wscale 7"),
            () -> assertThat(SYN).saysText("wscale 8"),
            "Expecting a packet with \"wscale 8\"" + SHOWN_SYN),
        new AssertionRow(
            type,
            "ip",
            () -> assertThat(SYN).ip().hasId(4000),
            () -> assertThat(SYN).ip().hasId(4001),
            "Expecting id 4001, but found 4000" + SHOWN_SYN),
        new AssertionRow(
            type,
            "tcp",
            () -> assertThat(SYN).tcp().isSyn(),
            () -> assertThat(SYN).tcp().isFin(),
            "Expecting a FIN, but found flags [S]" + SHOWN_SYN),
        new AssertionRow(
            type,
            "udp",
            () -> assertThat(QUERY).udp().hasDestinationPort(53),
            () -> assertThat(SYN).udp(),
            "Expecting a UDP datagram, but found another payload" + SHOWN_SYN),
        new AssertionRow(
            type,
            "icmp",
            () -> assertThat(REPLY).icmp().isEchoReply(),
            () -> assertThat(SYN).icmp(),
            "Expecting an ICMP message, but found another payload" + SHOWN_SYN));
  }

  private static List<AssertionRow> entry() {
    Class<?> type = EntryAssert.class;
    Entry arp = CAPTURE.entries().get(8);
    Entry reject = BROKEN.entries().get(0);
    return List.of(
        new AssertionRow(
            type,
            "isPacket",
            () -> assertThat((Entry) SYN).isPacket().hasTtl(64),
            () -> assertThat(LISTENING).isPacket(),
            "Expecting a packet, but found a notice LISTENING" + SHOWN_LISTENING),
        new AssertionRow(
            type,
            "isOther",
            () -> assertThat(arp).isOther(),
            () -> assertThat((Entry) SYN).isOther(),
            "Expecting another record, but found a packet" + SHOWN_SYN),
        new AssertionRow(
            type,
            "isNotice",
            () -> assertThat(LISTENING).isNotice(Notice.Kind.LISTENING),
            () -> assertThat(LISTENING).isNotice(Notice.Kind.BLANK),
            "Expecting a notice BLANK, but found a notice LISTENING" + SHOWN_LISTENING),
        new AssertionRow(
            type,
            "isReject",
            () -> assertThat(reject).isReject(),
            () -> assertThat(LISTENING).isReject(),
            "Expecting a reject, but found a notice LISTENING" + SHOWN_LISTENING),
        new AssertionRow(
            type,
            "isOnLine",
            () -> assertThat(LISTENING).isOnLine(1),
            () -> assertThat(LISTENING).isOnLine(2),
            "Expecting line 2, but found 1" + SHOWN_LISTENING),
        new AssertionRow(
            type,
            "saysText",
            () -> assertThat(LISTENING).saysText("eth0"),
            () -> assertThat(LISTENING).saysText("lo,"),
            "Expecting an entry with \"lo,\"" + SHOWN_LISTENING));
  }

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  private static Stream<AssertionRow> all() {
    return Stream.of(header(), segment(), datagram(), message(), packet(), entry())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IpHeaderAssert.class,
        TcpSegmentAssert.class,
        UdpDatagramAssert.class,
        IcmpMessageAssert.class,
        PacketAssert.class,
        EntryAssert.class
      })
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }
}
