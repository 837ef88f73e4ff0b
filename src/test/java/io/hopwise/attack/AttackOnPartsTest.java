package io.hopwise.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads that look like another part of a mail: quoted, indented, or not quoted any more. */
class AttackOnPartsTest {
  private static final ImmutableList<String> PREFIXES =
      ImmutableList.of("> ", "| ", "    ", "\t", "Nov 14 22:13:20 fw1 tcpdump[4711]: ");

  private static final String HEAD =
      "10:00:0%d.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto TCP (6), length"
          + " 540)\n    192.0.2.7.4001 > 192.0.2.8.80: Flags [P.], seq 1:501, ack 1, win 502,"
          + " length 500: HTTP, length: 500\n\tGET /%s HTTP/1.1\n";

  private static final String FORGED =
      "10:00:01.000000 IP 9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1, length 0";

  private static String session() throws IOException {
    return Files.readString(Path.of("testdata/tcp/session.txt"), ISO_8859_1);
  }

  private static String behind(String prefix, String text) {
    return text.replaceAll("(?m)^(?=.|\n)", prefix.replace("$", "\\$"));
  }

  /** The sources of packets that are not said to be doubtful. */
  private static Set<String> certain(String text) {
    return Fixtures.read(text.getBytes(ISO_8859_1)).stream()
        .filter(entry -> entry instanceof Packet && !entry.text().isAmbiguous())
        .map(entry -> ((Packet) entry).ip().src().text())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "text.A", "ascii.A", "ascii-cut.A", "doubt.A", "trailer.A", "column-zero"})
  void besideOtherPartsNothingIsInvented(String name) throws IOException {
    String text = Files.readString(Path.of("testdata/attack", name + ".txt"), ISO_8859_1);
    boolean known = certain(text).contains("9.9.9.9");
    for (String prefix : PREFIXES) {
      for (String pasted :
          ImmutableList.of(
              behind(prefix, text) + session(),
              behind(prefix, session()) + text,
              session() + behind(prefix, text),
              text + behind(prefix, session()))) {
        assertThat(known || !certain(pasted).contains("9.9.9.9")).as(name + prefix).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\t> ", "\t    ", "\t| ", "\t\t"})
  void linesOfTextsAreNoPartsOfTheirOwn(String mark) throws IOException {
    String payload = "\t\n" + (mark + FORGED + "\n").repeat(3);
    String record = String.format(HEAD, 0, "index.html") + payload;
    for (String prefix : ImmutableList.of("", "> ", "    ", "# ")) {
      String text = behind(prefix, session() + record + String.format(HEAD, 2, "a") + session());
      assertThat(certain(text)).as(prefix).doesNotContain("9.9.9.9");
      assertThat(certain(text + session())).as(prefix).doesNotContain("9.9.9.9");
    }
  }

  @Test
  void wordsThatAMailProgramBrokeOffAreNoPart() throws IOException {
    String request = String.format(HEAD, 0, "x".repeat(70)).stripTrailing();
    for (String prefix : ImmutableList.of("> ", "| ", "> > ")) {
      String broken = behind(prefix, session() + request) + "\n" + FORGED + "\n" + FORGED + "\n";
      assertThat(certain(broken + behind(prefix, session()))).doesNotContain("9.9.9.9");
    }
  }

  @Test
  void whatIsNotQuotedAmidAQuotedDumpIsNotCertain() throws IOException {
    String dump =
        """
        10:00:00.000000 IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 200
        E...........................
        words that are broken
        """;
    String text = behind("> ", dump) + FORGED + "\n" + FORGED + "\n" + behind("> ", session());
    assertThat(certain(text)).doesNotContain("9.9.9.9");
  }
}
