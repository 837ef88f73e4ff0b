package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * What the tcpdump of OpenBSD prints otherwise: its checksums that are wrong, as all are that a
 * network card is to fill in.
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
}
