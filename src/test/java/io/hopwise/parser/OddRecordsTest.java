package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are seldom seen, and what they must not be taken for. */
class OddRecordsTest {
  private static final String TIME = "22:13:20.000001 ";

  private static List<Entry> read(String text) {
    return Fixtures.read(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arp who-has 192.0.2.1 tell 192.0.2.10",
        "arp reply 192.0.2.1 is-at 2:0:5e:10:0:1",
        "802.1d config 8001.00:19:06:ea:b8:80.8005 root 8001.00:19:06:ea:b8:80",
      })
  void aLineBetweenFlowsWithoutTimesHasNoDump(String between) {
    String flow = "192.0.2.10.1022 > 198.51.100.20.80: P 5:15(10) ack 1 win 9 (DF)\n";
    for (String text : List.of(flow + between + "\n" + flow + flow, between + "\n" + flow + flow)) {
      List<Entry> entries = read(text);
      assertThat(entries).hasSize(text.startsWith("192") ? 4 : 3);
      assertThat(entries).filteredOn(OtherRecord.class::isInstance).hasSize(1);
      assertThat(entries).filteredOn(Packet.class::isInstance).hasSize(entries.size() - 1);
      assertThat(entries).noneMatch(entry -> entry.text().isAmbiguous());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6in4-wan6", "3g-wan", "eth0.7", "veth1@if2"})
  void anInterfaceMayBeginWithDigits(String name) {
    String rest = name + " In  IP 192.0.2.10.5 > 198.51.100.20.6: UDP, length 13";
    for (String time : new String[] {TIME, "1700000000.123456 ", ""}) {
      Packet packet = (Packet) Hopwise.parse(time + rest);
      assertThat(packet.link().interfaceName()).hasValue(name);
      assertThat(packet.time().isPresent()).isEqualTo(!time.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unreachable port, 2001:db8::20 tcp port 80",
        "unreachable address 2001:db8::20",
        "unreachable route 2001:db8::20",
        " unreachable prohibited 2001:db8::20",
      })
  void whatAnIcmp6ErrorNamesEndsBeforeItsLength(String words) {
    String head = TIME + "IP6 2001:db8::1 > 2001:db8::10: ICMP6, destination unreachable, ";
    Packet packet = (Packet) Hopwise.parse(head + words + ", length 72");
    IcmpMessage error = (IcmpMessage) packet.payload();
    assertThat(error.subject()).hasToString("Optional[2001:db8::20]");
    assertThat(error.length()).hasValue(72);
    assertThat(error.port().isPresent()).isEqualTo(words.contains(" port "));
  }

  @Test
  void thePacketInVxlanBelongsToItsTunnelAfterTabsToo() {
    String record =
        """
        IP (tos 0x0, ttl 64, id 1302, offset 0, flags [none], proto GRE (47), length 214)
            10.0.5.22 > 198.18.36.84: GREv0, Flags [none], length 194
        \tIP6 (hlim 64, next-header UDP (17) payload length: 146) 2001:db8::85.40000 > 2001:db8::1.4789: \
        [udp sum ok] VXLAN, flags [I] (0x08), vni 42
        IP (tos 0x0, ttl 9, id 7, offset 0, flags [none], proto TCP (6), length 40)
            192.0.2.209.7002 > 198.51.100.247.23: Flags [R], cksum 0x0000 (correct), seq 1, win 0, length 0
        """;
    List<Entry> entries = read(TIME + record);
    assertThat(entries).singleElement().isInstanceOf(Packet.class);
  }

  @Test
  void anOddLengthAfterOtvBelongsToItsRecord() {
    String record =
        """
        IP (tos 0x0, ttl 9, id 7, offset 0, flags [none], proto UDP (17), length 141)
            192.0.2.209.7002 > 198.51.100.247.8472: OTV, flags [I] (0x08), overlay 0, instance 42
        [length 131 < caplen 169] (invalid)
        \t0x0000:  4500 0043
        """;
    assertThat(read(TIME + record)).singleElement().isInstanceOf(Packet.class);
  }

  @Test
  void aCutPacketOfTheOldestReleasesNeedsNoTime() {
    String text =
        """
        192.0.2.10 > 198.51.100.20: icmp: echo request (DF)
        truncated-ip - 10 bytes missing!192.0.2.10.1022 > 198.51.100.20.80: . 5:15(10) ack 1 win 9 (DF)
        """;
    assertThat(read(text)).hasSize(2).allMatch(Packet.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IP6 2001:db8::1 > 2001:db8::2: DSTOPT 2001:db8::1.53 > 2001:db8::2.3799: sctp (1) [ABORT]",
        "IP 10.0.3.13 > 198.18.226.66: 10.0.3.13.698 > 198.18.226.66.464:  [|pgm]",
      })
  void aFlowThatIsSaidTwiceIsNoTunnel(String record) {
    Packet packet = (Packet) Hopwise.parse(TIME + record);
    assertThat(packet.payload())
        .isInstanceOfSatisfying(
            OpaquePayload.class, payload -> assertThat(payload.text()).contains(" > "));
  }

  @Test
  void extensionObjectsAreKeptOnce() {
    String record =
        """
        IP (tos 0x0, ttl 9, id 852, offset 0, flags [none], proto ICMP (1), length 176)
            10.0.3.84 > 198.18.129.224: ICMP host 10.0.0.9 unreachable, length 156
        \tIP6, wrong link-layer encapsulation (invalid)
        \tICMP Multi-Part extension v2, checksum 0x0000 (incorrect), length 12
        """;
    Packet packet = (Packet) Hopwise.parse(TIME + record);
    assertThat(((IcmpMessage) packet.payload()).text()).containsOnlyOnce("Multi-Part");
  }

  @Test
  void mailQuotedTwiceIsReadWithoutItsMarks() {
    String text =
        """
        On Monday Bob wrote:
        > > 22:13:20.123456 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 40)
        > >     192.0.2.10.1 > 192.0.2.18.2: Flags [R], cksum 0x1 (correct), seq 5, win 0, length 0
        """;
    assertThat(read(text)).filteredOn(Packet.class::isInstance).hasSize(1);
  }
}
