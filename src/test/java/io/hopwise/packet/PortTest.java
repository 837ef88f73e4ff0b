package io.hopwise.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PortTest {
  @Test
  void aPortIsTheSameWhetherItsNumberOrItsNameWasPrinted() {
    assertThat(Port.of(23).is(23)).isTrue();
    assertThat(new Port(OptionalInt.of(23), Optional.of("telnet")).is(23)).isTrue();
    assertThat(Port.of(22).is(23)).isFalse();
    assertThat(Port.NOT_PRINTED.is(0)).isFalse();
  }

  @Test
  void everyPayloadIsAskedForItsPortsInOneWay() {
    Payload tcp = payload("192.0.2.1.telnet > 192.0.2.2.51000: Flags [S], seq 1, length 0");
    Payload udp = payload("192.0.2.1.53 > 192.0.2.2.51001: UDP, length 4");
    Payload ping = payload("192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1, length 64");
    assertThat(tcp.sourcePort()).hasValueSatisfying(port -> assertThat(port.is(23)).isTrue());
    assertThat(tcp.targetPort()).contains(Port.of(51000));
    assertThat(udp.sourcePort()).contains(Port.of(53));
    assertThat(ping.sourcePort()).isEmpty();
  }

  private static Payload payload(String line) {
    return ((Packet) Hopwise.parse("12:00:00.000000 IP " + line + "\n")).payload();
  }
}
