package io.hopwise.analysis.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[80]; tcpdump port 80",
        "[80]; tcpdump -n -vvv -i eth0 port 80",
        "[80]; tcpdump -ni eth0 host 192.0.2.1 and port 80",
        "[80]; tcpdump -ni eth0 port 80 and host 192.0.2.1",
        "[80]; tcpdump -ni eth0 port 80 and not host 192.0.2.1",
        "[80]; tcpdump -ni eth0 tcp port http -c 10",
        "[443]; tcpdump -i any dst port https -nn",
        "[53]; tcpdump src port 53 and dst port 53",
        "[80]; tcpdump -v 'tcp port 80'",
        "[80]; tcpdump -v \"port 80\" -i eth0",
        "[80]; tcpdump -v 'port 80 && host 192.0.2.1'",
        "[80]; tcpdump -v '(port 80) and (icmp or host 192.0.2.1)'",
        "[80]; tcpdump 'tcp port 80 and (tcp[tcpflags] & (tcp-syn|tcp-ack) != 0)'",
        "[80]; tcpdump port 80 | tee port 81",
        "[80]; tcpdump port 80 2>/dev/null",
        "[80]; tcpdump port 80 && telnet host port 25",
        "[80]; tcpdump port 80 # not port 22",
        "[80, 443]; tcpdump port 80 or port 443",
        "[80, 443]; tcpdump port 443 or 80 -nn",
        "[80, 443]; tcpdump -nn host 192.0.2.1 and \\( tcp port 80 or tcp port 443 \\)",
      })
  void aFilterAsksAboutThePortsThatItDemands(String ports, String command) {
    assertThat(PortFilter.ports(command)).hasToString(ports);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcpdump",
        "tcpdump -i eth0 icmp",
        "tcpdump -i eth0 not port 22",
        "tcpdump -i eth0 host 192.0.2.1 and not port 22",
        "tcpdump -i eth0 ! port 22",
        "tcpdump -i eth0 '!port 22'",
        "tcpdump -i eth0 '!(port 22)'",
        "tcpdump -i eth0 not '(port 22 or port 3389)'",
        "tcpdump -i eth0 '! ( port 22 )'",
        "tcpdump -i eth0 not \\( port 80 \\)",
        "tcpdump -i eth0 src port 53 or not port 22",
        "tcpdump -i eth0 icmp or port 8080",
        "tcpdump -i eth0 port 8080 or icmp",
        "tcpdump -i eth0 'icmp || port 8080'",
        "tcpdump -i eth0 'host 192.0.2.1 and port 80 or icmp'",
        "tcpdump -i eth0 port 80 and 443",
        "tcpdump -i eth0 src port 80 and dst port 50000",
        "tcpdump -i eth0 portrange 80-90",
        "tcpdump -i eth0 port 80-90",
        "tcpdump -i eth0 port 70000",
        "tcpdump -i eth0 port nothing-known",
        "tcpdump -i eth0 $NOT port 80",
        "tcpdump -i eth0 \"$NOT port 80\"",
        "tcpdump -i eth0 port 80 \\",
        "tcpdump -i eth0 'port 80 or",
        "tcpdump -i eth0 '(port 80'",
        "tcpdump -i eth0 'port 80)'",
        "tcpdump -i eth0 port 80 port 81",
        "tcpdump -ln | grep -v 'port 25 '",
        "tcpdump -ln & nc host port 25",
        "tcpdump -ln; nc host port 25",
        "tcpdump -ln > port 25",
        "tcpdump -w /tmp/a.pcap port 80",
        "tcpdump -nF filter port 80",
        "tcpdump -i eth0 port",
      })
  void aFilterThatLetsOthersThroughAsksAboutNone(String command) {
    assertThat(PortFilter.ports(command)).isEmpty();
  }
}
