package io.hopwise.testing;

import static io.hopwise.testing.AssertedPackets.BROKEN;
import static io.hopwise.testing.AssertedPackets.CAPTURE;
import static io.hopwise.testing.AssertedPackets.DOUBTFUL;
import static io.hopwise.testing.AssertedPackets.FRAGMENT;
import static io.hopwise.testing.AssertedPackets.LISTENING;
import static io.hopwise.testing.AssertedPackets.QUERY;
import static io.hopwise.testing.AssertedPackets.REPLY;
import static io.hopwise.testing.AssertedPackets.SYN;
import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static io.hopwise.testing.PacketMatcher.rst;
import static io.hopwise.testing.PacketMatcher.syn;
import static io.hopwise.testing.PacketMatcher.synAck;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion on entries and packets passes where it should, and fails with its message. */
class PacketAssertionsTest {
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
    return Stream.of(packet(), entry()).flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void anAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(classes = {PacketAssert.class, EntryAssert.class})
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }
}
