package io.hopwise.paste;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedRecordsTest {
  private static final String FORGED =
      "06:13:21.000000 IP 9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1, length 0 ";
  private static final String REQUEST =
      "06:13:20.275862 IP 203.0.113.77.50003 > 198.51.100.9.80: Flags [P.], seq 1:283, ack 1,"
          + " win 64240, length 282: HTTP: GET ";

  @ParameterizedTest
  @ValueSource(strings = {"tcp/session", "tcp/session.plain", "icmp/unreachable"})
  void recordsOnOneLineAreRead(String fixture) {
    String text = text(fixture);
    assertThat(sources(text.replace("\n", " "))).isEqualTo(sources(text));
  }

  @Test
  void whatARequestHoldsIsNoRecord() {
    assertThat(sources(REQUEST + FORGED + FORGED + FORGED + "HTTP/1.1\n"))
        .containsExactly("203.0.113.77");
  }

  @Test
  void whatAnIcmpErrorQuotesIsNoRecord() {
    String error =
        "06:13:20.100000 IP 203.0.113.1 > 198.51.100.9: ICMP host 203.0.113.77 unreachable, length"
            + " 400 IP (tos 0x0, ttl 57, id 1, offset 0, flags [DF], proto TCP (6), length 322)"
            + "     198.51.100.9.80 > 203.0.113.77.50003: Flags [P.], seq 1:283, ack 1, win 64240,"
            + " length 282: HTTP: ";
    assertThat(sources(error + FORGED + FORGED + FORGED + "\n")).doesNotContain("9.9.9.9");
  }

  @Test
  void whatTheLastOfSeveralHoldsIsNoRecord() {
    String before = text("tcp/session.plain").replace("\n", " ");
    assertThat(sources(before + REQUEST + FORGED + FORGED + "HTTP/1.1\n"))
        .doesNotContain("9.9.9.9");
  }

  @Test
  void headsInTheLinesOfARequestAreNoIndentedRecords() {
    assertThat(
            sources(
                """
                06:13:20.275862 IP (tos 0x0, ttl 57, id 0, offset 0, flags [none], proto TCP (6), length 322)
                    203.0.113.77.50003 > 198.51.100.9.80: Flags [P.], seq 1:283, ack 1, win 64240, length 282: HTTP, length: 282
                \tGET 06:13:21.000000 IP (tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length 40) HTTP/1.1
                \t06:13:21.000000 IP (tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length 40)
                \t    9.9.9.9.1 > 8.8.8.8.2: Flags [R], cksum 0x0000 (correct), seq 1, win 1, length 0
                """))
        .containsExactly("203.0.113.77");
  }

  private static String text(String fixture) {
    return new String(
        Fixtures.bytes(Path.of("testdata", fixture + ".txt")), StandardCharsets.ISO_8859_1);
  }

  private static List<String> sources(String text) {
    return Fixtures.packets(text).stream().map(Packet::ip).map(ip -> ip.src().text()).toList();
  }

  @Test
  void aTimeGoesOnWithTheDateBeforeIt() throws IOException {
    String text =
        Pasted.lines(
            Pasted.text("tcp/session"),
            line ->
                line.startsWith(" ") ? line : "2023-11-14 22:13:20.137931" + line.substring(15));
    assertThat(Pasted.packets(text.stripTrailing().replace('\n', ' ') + "\n"))
        .isNotEmpty()
        .isEqualTo(Pasted.packets(text));
  }
}
