package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Ipv4Header;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * What the tcpdump of OpenBSD prints otherwise: checksums, also wrong ones, as all are that a
 * network card is to fill in, and the numbers of an echo.
 */
class OpenBsdTest {
  private static Packet packet(String srcPort, String dstPort, String words) {
    return Fixtures.packets(
            "Nov 14 22:13:20.153456 198.51.100.2"
                + srcPort
                + " > 192.0.2.1"
                + dstPort
                + ": "
                + words
                + " (DF) (ttl 61, id 9, len 40)\n")
        .get(0);
  }

  @Test
  void aSegmentWithAWrongChecksumIsNoDatagram() {
    Packet packet =
        packet(".80", ".40000", "R [bad tcp cksum 1234! -> 5678] 501:501(0) ack 7 win 0");
    TcpSegment tcp = (TcpSegment) packet.payload();
    assertThat(tcp.seq()).hasValue(501);
    assertThat(tcp.checksum())
        .isEqualTo(new Checksum.Incorrect(OptionalInt.of(0x1234), OptionalInt.of(0x5678)));
    assertThat(packet.ip().ttl()).hasValue(61);
  }

  @Test
  void aWrongChecksumOfADatagramIsRead() {
    UdpDatagram udp =
        (UdpDatagram) packet(".53", ".40000", "[bad udp cksum 12! -> 5678] udp 12").payload();
    assertThat(udp.length()).hasValue(12);
    assertThat(udp.checksum())
        .isEqualTo(new Checksum.Incorrect(OptionalInt.of(0x12), OptionalInt.of(0x5678)));
  }

  @Test
  void anEchoHasItsIdAndNumber() {
    IcmpMessage icmp =
        (IcmpMessage)
            packet("", "", "icmp: echo request (id:7a1b seq:3) [icmp cksum ok]").payload();
    assertThat(icmp.id()).hasValue(0x7a1b);
    assertThat(icmp.seq()).hasValue(3);
    assertThat(icmp.checksum()).isEqualTo(Checksum.CORRECT);
    assertThat(icmp.text()).isEqualTo("echo request");
  }

  @Test
  void aWrongChecksumOfTheHeaderHidesNoTtl() {
    Packet packet =
        Fixtures.packets(
                "22:13:20.153456 198.51.100.2.80 > 192.0.2.1.4000: . 1:1(0) ack 1 win 256"
                    + " (ttl 61, id 9, len 40, bad ip cksum 12! -> a1b2)\n")
            .get(0);
    assertThat(packet.ip().ttl()).hasValue(61);
    assertThat(((Ipv4Header) packet.ip()).checksum())
        .isEqualTo(new Checksum.Incorrect(OptionalInt.of(0x12), OptionalInt.empty()));
  }

  @Test
  void anErrorBehindItsChecksumTellsWhatItIsAbout() {
    IcmpMessage icmp =
        (IcmpMessage)
            packet(
                    "",
                    "",
                    "icmp: host 203.0.113.9 unreachable [icmp cksum ok] for"
                        + " 192.0.2.1.4000 > 203.0.113.9.443: [|tcp] (ttl 60, id 4, len 60)")
                .payload();
    assertThat(icmp.quoted()).isPresent();
  }
}
