package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line begins with tells it, though people add and lose white space, and show prompts. */
class LineBeginningsTest {
  private static final String TIME = "10:00:00.000001 ";
  private static final String V4 =
      "IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto UDP (17), length 33)\n";

  // ---- White space

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "  ", "   ", "    ", "     "})
  void aBodyLineMayLoseSpaces(String blanks) {
    String text = TIME + V4 + blanks;
    Entry entry = Fixtures.only(text + "192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n");
    assertThat(((Packet) entry).ip().dst().text()).isEqualTo("192.0.2.8");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "  ", "   ", "    ", "\t", " \t ", "\t\t"})
  void whiteSpaceAloneIsAnEmptyLine(String blanks) {
    assertThat(((Notice) Fixtures.only(blanks + "\n")).kind()).isEqualTo(Notice.Kind.BLANK);
  }

  @Test
  void anEmptyLineOfAPayloadStaysInIt() {
    String head =
        TIME + "IP 192.0.2.7.4001 > 192.0.2.8.80: Flags [P.], seq 1:20, length 19: HTTP\n";
    Packet packet = (Packet) Fixtures.only(head + "\tGET / HTTP/1.1\n\t\n");
    assertThat(packet.text().lines()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'4 packets captured ', PACKETS_CAPTURED, 4",
    "'1 packet received by filter  ', RECEIVED_BY_FILTER, 1",
    "'0 packets dropped by kernel ', DROPPED_BY_KERNEL, 0",
  })
  void countersMayHaveBlanksBehind(String line, Notice.Kind kind, long count) {
    Notice notice = (Notice) Fixtures.only(line + "\n");
    assertThat(notice.kind()).isEqualTo(kind);
    assertThat(notice.count()).hasValue(count);
  }

  // ---- Prompts

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ tcpdump -n",
        "# sudo tcpdump -n",
        "[user@host dir]$ tcpdump -n",
        "user@host:~# sudo tcpdump -n",
        "sudo tcpdump -n",
        "sudo -E tcpdump -n",
        "tcpdump -n",
        "\u276f tcpdump -n",
        "\u279c  ~ sudo tcpdump -n",
        "host:~# tcpdump -n",
        "Admin@Host-1:/var/log$ tcpdump -n",
      })
  void aCommandIsAMessage(String line) {
    Notice notice = (Notice) Fixtures.only(line + "\n");
    assertThat(notice.kind()).isEqualTo(Notice.Kind.COMMAND);
    assertThat(notice.subject()).hasValue("tcpdump -n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[user@host dir]$",
        "[root@host ~]# ",
        "user@host:~# ",
        "User@Host:~$",
        "host:~# "
      })
  void aPromptAloneIsAMessage(String line) {
    assertThat(((Notice) Fixtures.only(line + "\n")).kind()).isEqualTo(Notice.Kind.COMMAND);
  }

  @Test
  void aHostMayBeNamedTcpdump() {
    Entry flow = Fixtures.only("tcpdump > sudo: icmp: echo request\n");
    assertThat(((Packet) flow).ip().src().text()).isEqualTo("tcpdump");
    assertThat(Fixtures.only("tcpdump shows this:\n")).isInstanceOf(Reject.class);
  }
}
