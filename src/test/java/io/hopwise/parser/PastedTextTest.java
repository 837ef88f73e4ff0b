package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people make of tcpdump's text before they show it to others. */
class PastedTextTest {
  private static final String TIME = "10:00:00.000001 ";
  private static final String V4 =
      "IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto %s, length %d)\n";

  private static Packet packet(String text) {
    return (Packet) Hopwise.parse(text);
  }

  // ---- Names

  @ParameterizedTest
  @ValueSource(strings = {"B", "P", "M", "In", "Out", "C"})
  void aHostMayBeNamedLikeADirection(String host) {
    for (String time : new String[] {TIME, "1700000000.123456 ", ""}) {
      for (String ip : new String[] {"IP", "IP6"}) {
        Packet packet = packet(time + ip + " " + host + " > A: ICMP echo request, id 1, seq 1");
        assertThat(packet.ip().src().text()).isEqualTo(host);
        assertThat(packet.link().interfaceName()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "IP0", "IPsec", "IP6x", "Ib0", "i"})
  void anInterfaceMayBeginLikeIp(String name) {
    Packet packet = packet(TIME + name + " In  IP 192.0.2.10.5 > 198.51.100.20.6: UDP, length 13");
    assertThat(packet.link().interfaceName()).hasValue(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c4:xx:xx:xx:xx:ed", "XX:XX:XX:XX:XX:XX", "xx:xx:xx:00:01:02"})
  void linkLayerAddressesMayBeMasked(String mac) {
    String rest = "ethertype IPv4 (0x0800), length 47: 192.0.2.7.68 > 192.0.2.8.67: UDP, length 5";
    for (String time : new String[] {TIME, ""}) {
      Packet packet = packet(time + mac + " > 02:00:5e:10:00:02, " + rest);
      LinkLayer link = packet.link();
      assertThat(link.src()).hasValue(mac);
      assertThat(link.dst()).hasValue("02:00:5e:10:00:02");
    }
  }

  // ---- White space

  @ParameterizedTest
  @ValueSource(strings = {"\t", "    ", "     ", "        "})
  void aTabMayHaveBecomeSpaces(String tab) {
    String dump =
        "0x0000:  4500 0024 f00c 0000 4001 06e1 c0a8 016a  E..$....@......j\n"
            + tab
            + "0x0010:  c0a8 0101 0800 72c9 ff16 0000 5500 5808  ......r.....U.X.\n"
            + tab
            + "0x0020:  0102 0304                                ....\n";
    String echo = "    192.0.2.7 > 192.0.2.8: ICMP echo request, id 65302, seq 0, length 16\n";
    Packet dumped =
        (Packet) Fixtures.only(TIME + String.format(V4, "ICMP (1)", 36) + echo + tab + dump);
    assertThat(((IcmpMessage) dumped.payload()).text()).isEqualTo("echo request");
    assertThat(dumped.dump().strip()).startsWith("0x0000:").endsWith("....");

    String error = "    192.0.2.1 > 192.0.2.7: ICMP time exceeded in-transit, length 41\n" + tab;
    String quoted = String.format(V4, "UDP (17)", 33).replace("ttl 61", "ttl 1");
    String flow = "    192.0.2.7.4001 > 198.51.100.8.33434: UDP, length 5\n";
    Packet answer =
        (Packet) Fixtures.only(TIME + String.format(V4, "ICMP (1)", 61) + error + quoted + flow);
    assertThat(((IcmpMessage) answer.payload()).quoted().orElseThrow().ip().ttl()).hasValue(1);
    assertThat(answer.ip().ttl()).hasValue(61);
  }

  // ---- The oldest releases

  @Test
  void theOldestHeadersHaveNoLength() {
    Packet packet =
        packet(
            TIME
                + "192.0.2.13.2894 > 192.0.2.40.515: S 4221747912:4221747912(0) win 32120 <mss"
                + " 1460> (DF) (ttl 64, id 11263)");
    assertThat(packet.ip().ttl()).hasValue(64);
    assertThat(packet.ip().length()).isEmpty();
    assertThat(((TcpSegment) packet.payload()).window()).hasValue(32120);
  }

  @Test
  void oldTcpWrappedAtASpaceIsRead() {
    String flow =
        TIME + "192.0.2.3.33992 > 192.0.2.4.10000: S [tcp sum ok] 3497585848:3497585848(0)";
    String rest = "win 5440 <mss 1360,nop,wscale 7>";
    String header = "(DF) (ttl 64, id 43908, len 60)\n";
    Packet plain = (Packet) Fixtures.only(flow + " " + rest + " " + header);
    for (String wrap : new String[] {"\n\t", " \n\t", "\n    ", " \r\n        "}) {
      Packet packet = (Packet) Fixtures.only(flow + wrap + rest + wrap + header);
      assertThat(packet.payload()).as(wrap).isEqualTo(plain.payload());
      assertThat(packet.ip()).isEqualTo(plain.ip());
    }
  }

  @Test
  void oldTcpThatIsNotUnderstoodIsNotUdp() {
    Packet packet =
        packet(TIME + "192.0.2.3.1 > 192.0.2.4.2: S [tcp sum ok] \\\n    1:1(0) win 5440\n");
    assertThat(packet.payload()).isInstanceOf(TcpSegment.class);
  }
}
