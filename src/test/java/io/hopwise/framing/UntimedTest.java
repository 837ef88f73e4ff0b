package io.hopwise.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.parser.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines without a time: heads of records with {@code -t}, and nothing of the kind elsewhere. */
class UntimedTest {
  private static final String HEAD =
      """
      IP (tos 0x0, ttl 61, id 7, offset 0, flags [none], proto UDP (17), length 33)
          192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
      """;
  private static final String TIMED = "10:00:00.000001 " + HEAD;
  private static final String FORGED =
      """
      IP (tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length 40)
          9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1, length 0
      """;

  private static long packets(List<Entry> entries) {
    return entries.stream().filter(Packet.class::isInstance).count();
  }

  @Test
  void amongTimedRecordsAnUntimedHeadIsNoPacket() {
    List<Entry> entries = Fixtures.read(TIMED + FORGED + TIMED);
    assertThat(packets(entries)).isEqualTo(2);
    assertThat(entries).anySatisfy(entry -> assertThat(entry).isInstanceOf(Reject.class));
  }

  @Test
  void anotherCaptureMayBeginAfterAMessageOfTcpdump() {
    String reading = "reading from file x.pcap, link-type EN10MB (Ethernet)\n";
    assertThat(packets(Fixtures.read(TIMED + reading + HEAD + HEAD))).isEqualTo(3);
  }

  @Test
  void oneLineWithATimeDoesNotMakeACaptureTimed() {
    String odd = "10:00:00.000001 something else\n";
    assertThat(packets(Fixtures.read(HEAD + odd + HEAD + HEAD))).isEqualTo(3);
    String noPacket = "[Invalid header: caplen==0, len==0]\n";
    assertThat(packets(Fixtures.read(noPacket + HEAD + HEAD))).isEqualTo(2);
  }

  @Test
  void packetsInsideOpenFlowContinueItsRecord() {
    String text =
        """
        10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 0, flags [none], proto TCP (6), length 99)
            192.0.2.7.4001 > 192.0.2.8.6633: Flags [P.], ack 1, win 1, length 47: OpenFlow
        \tversion 1.0, type PACKET_IN, length 47, xid 0x00000000
        \t data (60 octets), frame decoding below
        08:9e:01:62:d5:f4 > 01:80:c2:00:00:00, 802.3, length 105: LLC, dsap STP (0x42)
        \tversion 1.0, type BARRIER_REQUEST, length 8, xid 0x00000045
        """;
    assertThat(Fixtures.read(text + TIMED)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AoE length 46, Ver 1, Flags: [none]",
        "PTPv2, v1 compat : no, msg type : sync msg, length : 44",
        "GeoNet src:00:0c:42:6d:54:db; v:0 NH:0-Any",
        "SLARP (length: 14), Keepalive",
        "TIPC v2.0 1.1.2:3511725154 > 1.1.2:424133152, headerlength 40 bytes",
        "967750278us tsft 1.0 Mb/s 2412 MHz 11b Beacon (x)",
        "1.0 Mb/s 2412 MHz 11b Beacon (x)",
        "1.41 > 1.1 45 conn-ack",
        "UI 22! ES-IS, length 65565",
        "unknown CHDLC protocol (0x2000)",
        " In 02:00:00:00:00:01 ethertype Unknown (0x88b5), length 60: ",
        "00:19:06:ea:b8:85 > 01:00:0c:00:00:00 SNAP, oui Cisco (0x00000c), pid Unknown (0x0003)",
        "lo    In  STP 802.1d, Config, Flags [none], length 35",
        "    3  AoE length 46, Ver 1, Flags: [none]"
      })
  void otherProtocolsHaveHeadsOfTheirOwn(String head) {
    List<Entry> entries = Fixtures.read(HEAD + head + "\n\tand more\n" + HEAD);
    assertThat(entries).hasSize(3);
    assertThat(entries.get(1)).isInstanceOf(OtherRecord.class);
    assertThat(packets(entries)).isEqualTo(2);
  }

  @Test
  void anErrorOfAnOldReleaseDoesNotSwallowTheNextRecord() {
    String error =
        "IP (tos 0x0, ttl  61, id 7, offset 0, flags [none], proto: ICMP (1), length: 56) 192.0.2.1"
            + " > 192.0.2.7: ICMP 192.0.2.9 udp port 53 unreachable, length 36\n";
    assertThat(packets(Fixtures.read(error + error + HEAD))).isEqualTo(3);
  }

  @Test
  void aTunnelWithNothingInsideDoesNotSwallowTheNextRecord() {
    String vxlan = "IP 192.0.2.1.5000 > 192.0.2.2.4789: VXLAN, flags [I] (0x08),  [|vxlan]\n";
    String otv = "IP 192.0.2.1.5000 > 192.0.2.2.8472: OTV, [length 0 < 8] (invalid)\n";
    String next = "IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packets(Fixtures.read(vxlan + next + otv + next))).isEqualTo(4);
    String labels = "MPLS (label 16, tc 0, [S], ttl 60)\n";
    assertThat(packets(Fixtures.read(next + labels + next))).isEqualTo(2);
    assertThat(packets(Fixtures.read(next + "MPLS (invalid)\n" + next))).isEqualTo(2);
  }

  @Test
  void wordsOfAnApplicationAnnounceNothing() {
    String http =
        """
        IP 192.0.2.7.4001 > 192.0.2.8.80: Flags [P.], seq 1:9, ack 1, win 1, length 8: HTTP
        \tX: VXLAN, flags [I] (0x08), vni 42
        """;
    assertThat(packets(Fixtures.read(http + HEAD))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02:00:00:00:00:01 > 02:00:00:00:00:02, 802.1Q, length 63: vlan 9, p 0, 802.1Q, vlan 7, p 0, IPv4, ",
        "Q.922, DLCI 302, length 80: ",
        "be 00 23: ",
        "0 > 4294967295, IPv4, length 108: ",
        "version 0, resource ID 20, IPv4, length 180: ",
        "Out hlen 22, proto 0x0000, 02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 9: ",
        "Out \n\tJuniper PCAP Flags [Ext], PCAP Extension(s) total length 16\n\t  Device TLV #1, length 2\n"
            + "\t-----original packet-----\n\thlen 22, proto 0x0000, "
            + "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 9: "
      })
  void rareAndQuietLinkLayersLeadToPackets(String link) {
    String flow = "192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    List<Entry> entries = Fixtures.read("10:00:00.000001 " + link + flow + TIMED);
    assertThat(entries).hasSize(2);
    assertThat(packets(entries)).isEqualTo(2);
    assertThat(((Packet) entries.get(0)).ip().src().text()).isEqualTo("192.0.2.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10:00:00.000001 ", "Out "})
  void aJuniperRecordMayBeginAfterAnEmptyLine(String beginning) {
    String record =
        beginning
            + """

            \tJuniper PCAP Flags [Ext], PCAP Extension(s) total length 16
            \t  Device Media Type Extension TLV #3, length 1, value Ethernet (1)
            \t-----original packet-----
            \tIP (tos 0xc0, ttl 64, id 7, offset 0, flags [none], proto UDP (17), length 33)
                192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
            """;
    List<Entry> entries = Fixtures.read(record.repeat(3));
    assertThat(packets(entries)).isEqualTo(3);
    assertThat(entries).noneMatch(Reject.class::isInstance);
  }

  private static final String RESET =
      """
      IP (tos 0x0, ttl 63, id 0, offset 0, flags [DF], proto TCP (6), length 40)
          192.0.2.7.22 > 192.0.2.8.5000: Flags [R.], seq 0, ack 1, win 1000, length 0
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        ": TFTP, length 38, RRQ \"a\" x: VXLAN, flags [I] (0x08), vni 5\n",
        ": TFTP, length 38, RRQ \"IP 1.1.1.1.1 > 2.2.2.2.2: VXLAN, flags [I] (0x08), vni 5\n",
        ": SIP, length: 99\n\tX: VXLAN, flags [I] (0x08), vni 5\n",
        ": SIP, length: 99\n\tX: OTV, flags [I] (0x08), overlay 5, instance 7\n",
        ": HTTP, length: 9\n\t data (60 octets), frame decoding below\n",
        ": HTTP, length: 9\n\tMPLS (label 5, tc 0, ttl 9)\n",
        ": HTTP, length: 9\n\tX tcpdump: 5 packets captured, 5 packets received by filter,"
            + " 0 packets dropped by kernel\n",
        ": HTTP, length: 9\n\tX tcpdump: 5 packets captured, 5 packets received by filter,"
            + " 0 packets dropped by kernel, 1 packet dropped by interface\n"
      })
  void wordsOfAnApplicationDoNotHideTheNextRecord(String words) {
    String carrier =
        "IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto UDP (17), length 66)\n"
            + "    203.0.113.9.4000 > 192.0.2.8.69"
            + words;
    List<Entry> entries = Fixtures.read(HEAD + carrier + RESET + HEAD);
    assertThat(packets(entries)).isEqualTo(4);
    assertThat(entries.get(2).text().isAmbiguous()).isTrue();
    assertThat(entries.get(3).text().isAmbiguous()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto UDP (17), length 86)\n    ",
        "IP ",
        "IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto: UDP (17), length: 86) ",
        "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 100: "
      })
  void theTunnelItselfIsSureOfItsPacket(String head) {
    String tunnel = head + "192.0.2.1.5000 > 192.0.2.2.4789: VXLAN, flags [I] (0x08), vni 5\n";
    List<Entry> entries = Fixtures.read(HEAD + tunnel + RESET + HEAD);
    assertThat(packets(entries)).isEqualTo(3);
    assertThat(entries).noneMatch(entry -> entry.text().isAmbiguous());
  }

  @Test
  void wordsOfWindowsNetworkingDoNotHideTheNextRecord() {
    String carrier =
        """
        IP 192.0.2.7.139 > 192.0.2.8.1025: Flags [P.], ack 1, win 9, length 9
        >>> NBT Session Packet
        NBT Session Message
        of any shape
        """;
    List<Entry> entries = Fixtures.read(HEAD + carrier + RESET + HEAD);
    assertThat(packets(entries)).isEqualTo(4);
    assertThat(entries.get(2).text().isAmbiguous()).isTrue();
  }

  @Test
  void countersInTheWordsOfAHeadDoNotSwallowTheNextRecord() {
    String carrier =
        "IP 203.0.113.9.4000 > 192.0.2.8.69: TFTP, length 92, RRQ \"a\" xtcpdump: 5 packets captured,"
            + " 5 packets received by filter, 0 packets dropped by kernel\n";
    String next = "IP 192.0.2.7.22 > 192.0.2.8.5000: Flags [R.], seq 0, ack 1, win 9, length 0\n";
    List<Entry> entries = Fixtures.read(next + carrier + next + next);
    assertThat(packets(entries)).isEqualTo(4);
    assertThat(entries.get(2).text().isAmbiguous()).isTrue();
    assertThat(entries.get(3).text().isAmbiguous()).isFalse();
  }
}
