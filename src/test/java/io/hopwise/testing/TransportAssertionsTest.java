package io.hopwise.testing;

import static io.hopwise.testing.AssertedPackets.FRAGMENT;
import static io.hopwise.testing.AssertedPackets.QUERY;
import static io.hopwise.testing.AssertedPackets.RESET;
import static io.hopwise.testing.AssertedPackets.SYN;
import static io.hopwise.testing.AssertedPackets.tcpOf;
import static io.hopwise.testing.AssertedPackets.udpOf;
import static io.hopwise.testing.HopwiseAssertions.assertThat;

import io.hopwise.packet.Packet;
import io.hopwise.testing.packets.Packets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every assertion on TCP and UDP passes where it should, and fails with its message. */
class TransportAssertionsTest {
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

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  private static Stream<AssertionRow> all() {
    return Stream.of(segment(), datagram()).flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void anAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @ParameterizedTest
  @ValueSource(classes = {TcpSegmentAssert.class, UdpDatagramAssert.class})
  void everyAssertionHasARow(Class<?> type) {
    AssertionRow.assertComplete(type, all());
  }
}
