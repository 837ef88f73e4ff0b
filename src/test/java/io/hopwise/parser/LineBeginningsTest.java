package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line begins with tells it, though people add and lose white space, and show prompts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineBeginningsTest {
  private final TcpdumpLineKinds experienced = new TcpdumpLineKinds();
  private final Random random = new Random(20261128);

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
  void countersMayHaveTrailingBlanks(String line, Notice.Kind kind, long count) {
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
    assertThat(((Notice) Fixtures.only(line + "\n")).kind()).isEqualTo(Notice.Kind.PROMPT);
  }

  @Test
  void aHostMayBeNamedTcpdump() {
    Entry flow = Fixtures.only("tcpdump > sudo: icmp: echo request\n");
    assertThat(((Packet) flow).ip().src().text()).isEqualTo("tcpdump");
    assertThat(((Notice) Fixtures.only("tcpdump shows this:\n")).kind())
        .isEqualTo(Notice.Kind.HEADING);
  }

  // ---- Lines met before

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void linesMetBeforeAreClassifiedLikeNewOnes(Path file) {
    byte[] text = Fixtures.bytes(file);
    for (int from = 0; from < text.length; ) {
      int to = from + 1;
      while (to < text.length && text[to - 1] != '\n') {
        to++;
      }
      byte[] line = Arrays.copyOfRange(text, from, to);
      assertSameKind(experienced, line);
      line[random.nextInt(Math.min(20, line.length))] = (byte) random.nextInt(256);
      assertSameKind(experienced, line);
      from = to;
    }
  }

  private static void assertSameKind(TcpdumpLineKinds experienced, byte[] line) {
    assertThat(experienced.kind(line, 0, line.length))
        .as(new String(line, ISO_8859_1))
        .isEqualTo(new TcpdumpLineKinds().kind(line, 0, line.length));
  }
}
