package io.hopwise.parser.around;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
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
    assertThat(CommandLine.read(command).ports()).hasToString(ports);
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
    assertThat(CommandLine.read(command).ports()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcpdump -nni eth0 'tcp[tcpflags] == tcp-syn'",
        "tcpdump -nni eth0 'tcp[13] & 2 != 0'",
        "tcpdump -nni eth0 dst port 443",
        "tcpdump -nni eth0 src host 192.0.2.1 and tcp",
        "tcpdump -nni eth0 not '(src net 192.0.2.0/24 or icmp)'",
        "tcpdump -nni eth0 -Q in port 443",
        "tcpdump -nni eth0 -Qout",
        "tcpdump -nni eth0 -P in",
        "tcpdump -nni eth0 --direction=in",
        "tcpdump -nni eth0 inbound",
        "tcpdump -nni eth0 $FILTER",
        "tcpdump -nni eth0 -F filter",
      })
  void aFilterThatTellsWaysMayHideAnswers(String command) {
    assertThat(CommandLine.read(command).mayHideAnswers()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcpdump",
        "tcpdump -nni eth0 port 443",
        "tcpdump -nni eth0 -Q inout port 443",
        "tcpdump -nni eth0 src or dst port 443",
        "tcpdump -s 0 -nni eth0 host 192.0.2.1 and not port 22",
        "sudo tcpdump -c 10 -nni eth0 'net 192.0.2.0/24 && (tcp || icmp)'",
      })
  void aFilterThatAsksForBothSidesHidesNoAnswer(String command) {
    assertThat(CommandLine.read(command).mayHideAnswers()).isFalse();
  }

  @Test
  void optionsTellWhatIsPrinted() {
    assertThat(CommandLine.read("tcpdump -nvi eth0").verbose()).isTrue();
    assertThat(CommandLine.read("tcpdump -ni v port 80").verbose()).isFalse();
    assertThat(CommandLine.read("tcpdump -nqt").quiet()).isTrue();
    assertThat(CommandLine.read("tcpdump -n | grep -v x").verbose()).isFalse();
  }

  @Test
  void aFilterIsReadInAMomentHoweverItIsNested() {
    String nested = "(".repeat(60) + "port 80" + ")".repeat(60);
    assertThat(CommandLine.read("tcpdump '" + nested + "'").ports()).containsExactly(80);
    String deeper = "(".repeat(10_000) + "port 80" + ")".repeat(10_000);
    assertThat(CommandLine.read("tcpdump '" + deeper + "'").ports()).isEmpty();
  }
}
