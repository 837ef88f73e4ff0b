package io.hopwise.parser.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a host ends and a port begins: at the last dot, if there is a port at all. */
class PortsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7.22 > 192.0.2.9.80: Flags [S], seq 1, win 9, length 0 | 192.0.2.7 22 192.0.2.9 80",
        "srv-1.example.net.ssh > 192.0.2.9.50000: Flags [S], seq 1, win 9, length 0"
            + " | srv-1.example.net ssh 192.0.2.9 50000",
        "srv.1.ftp-data > db_2.80: Flags [S], seq 1, win 9, length 0 | srv.1 ftp-data db_2 80",
        "192.0.2.7.514 > log.1.514: SYSLOG local0.info, length: 5 | 192.0.2.7 514 log.1 514",
        "log.1.514 > log.2.514: SYSLOG local0.info, length: 5 | log.1 514 log.2 514",
        "192.0.2.7.5 > 192.0.2.9.6: something of an application | 192.0.2.7 5 192.0.2.9 6",
        "192.0.2.7.00000080 > 192.0.2.9.000443: Flags [S], seq 1, win 9, length 0"
            + " | 192.0.2.7 80 192.0.2.9 443",
        "192.0.2.7 > 192.0.2.9: ip-proto-99 10 | 192.0.2.7 - 192.0.2.9 -",
        "192.0.2.7 > srv.example: ip-proto-99 10 | 192.0.2.7 - srv.example -",
        "srv.1 > srv.2: ICMP echo request, id 1, seq 1, length 64 | srv.1 - srv.2 -",
        "10.1 > 10.2: ICMP echo request, id 1, seq 1, length 64 | 10.1 - 10.2 -",
        "192.0.2.7 > srv.53: Flags [S], seq 1, win 9, length 0 | 192.0.2.7 - srv.53 -",
      })
  void portsOfIpv4AreReadWhateverTheirForm(String flow, String ends) {
    assertThat(endsOf("10:00:00.000001 IP " + flow)).isEqualTo(ends);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fe80::1.22 > fe80::2.80: Flags [S], seq 1, win 9, length 0 | fe80::1 22 fe80::2 80",
        "::.546 > ff02::1:2.547: dhcp6 solicit | :: 546 ff02::1:2 547",
        "2001:db8::7.9 > 2001:db8::9.9: UDP, length 3 | 2001:db8::7 9 2001:db8::9 9",
        "::ffff:192.0.2.7.22 > ::1.80: Flags [S], seq 1, win 9, length 0"
            + " | ::ffff:192.0.2.7 22 ::1 80",
        "fe80::1 > ff02::1: ICMP6, echo request, id 1, seq 1, length 8 | fe80::1 - ff02::1 -",
        "srv-1.example.ssh > 2001:db8::9.7: Flags [S], seq 1, win 9, length 0"
            + " | srv-1.example ssh 2001:db8::9 7",
      })
  void portsOfIpv6AreReadWhateverTheirForm(String flow, String ends) {
    assertThat(endsOf("10:00:00.000001 IP6 " + flow)).isEqualTo(ends);
  }

  private static String endsOf(String record) {
    Packet packet = (Packet) Hopwise.parse(record);
    Payload payload = packet.payload();
    Port src = Port.NOT_PRINTED;
    Port dst = Port.NOT_PRINTED;
    if (payload instanceof TcpSegment tcp) {
      src = tcp.srcPort();
      dst = tcp.dstPort();
    } else if (payload instanceof UdpDatagram udp) {
      src = udp.srcPort();
      dst = udp.dstPort();
    }
    return packet.ip().src().text() + said(src) + " " + packet.ip().dst().text() + said(dst);
  }

  private static String said(Port port) {
    return " " + (port.equals(Port.NOT_PRINTED) ? "-" : port.service().orElse(port.toString()));
  }
}
