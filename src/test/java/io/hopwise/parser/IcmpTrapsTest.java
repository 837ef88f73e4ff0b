package io.hopwise.parser;

import static io.hopwise.parser.TrapRecords.icmp;
import static io.hopwise.parser.TrapRecords.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.IcmpMessage;
import org.junit.jupiter.api.Test;

/** What misleads readers of ICMP. One trap a test. */
class IcmpTrapsTest {
  @Test
  void aPortOfAnotherProtocolIsInvented() {
    IcmpMessage message =
        message(
            icmp(
                "192.0.2.1 > 192.0.2.7: ICMP 198.51.100.8 protocol 1 port 63484 unreachable, length 36"));
    assertThat(message.type()).hasValue(3);
    assertThat(message.code()).hasValue(3);
    assertThat(message.port()).isEmpty();
  }

  @Test
  void fragmentationNeededMayNameNoMtu() {
    IcmpMessage message =
        message(
            icmp("192.0.2.1 > 192.0.2.7: ICMP 198.51.100.8 unreachable - need to frag, length 36"));
    assertThat(message.code()).hasValue(4);
    assertThat(message.mtu()).isEmpty();
  }

  @Test
  void oldTimestampsAreHexadecimal() {
    String text =
        "10:00:00.000001 IP (tos 0x0, ttl  61, id 7, offset 0, flags [DF], length: 40) 192.0.2.7 >"
            + " 192.0.2.8: icmp 20: time stamp reply id 77 seq 5 : org 0x225 recv 0x226 xmit 0x527\n";
    IcmpMessage message = message(text);
    assertThat(message.type()).hasValue(14);
    assertThat(message.id()).hasValue(77);
    assertThat(message.seq()).hasValue(5);
  }

  @Test
  void listenerWordsAreGluedToWhatFollows() {
    String text =
        "10:00:00.000001 IP6 (hlim 1, next-header ICMPv6 (58) payload length: 24) fe80::7 > ff02::1:"
            + " [icmp6 sum ok] ICMP6, multicast listener querymax resp delay: 10000 addr: ::\n";
    assertThat(message(text).type()).hasValue(130);
  }
}
