package io.hopwise.parser;

import static io.hopwise.parser.Fixtures.packet;
import static io.hopwise.parser.TrapRecords.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Port;
import io.hopwise.packet.UdpDatagram;
import org.junit.jupiter.api.Test;

/** What misleads readers of UDP. One trap a test. */
class UdpTrapsTest {
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
  void nothingMayFollowTheColon() {
    String text = udp(52, "192.0.2.7.520 > 192.0.2.8.520: ") + "\tRIPv2, Response, length: 24\n";
    assertThat(packet(text).payload().text()).contains("RIPv2");
  }
}
