package io.hopwise.paste;

import static io.hopwise.paste.Pasted.assertUndone;
import static io.hopwise.paste.Pasted.packets;
import static io.hopwise.paste.Pasted.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Packet;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines on which tcpdump prints what packets carry, such as the headers of HTTP. */
class ApplicationLinesTest {
  private static final List<String> FIXTURES = List.of("tcp/application.vvv");
  private static final List<String> BOTH = List.of("tcp/application.vvv", "dump/packets.hex-ascii");

  private static final String GET =
      """
      10:00:00.000001 IP6 (hlim 64, next-header TCP (6) payload length: 88) 2001:db8::a.49731 > 2001:db8::53.80: Flags [P.], cksum 0xebfb (correct), seq 9:77, ack 8, win 64240, length 68: HTTP, length: 68
      \tGET /status?q=1 HTTP/1.1
      \tAccept: */*
      \t
      """;

  /** A text with each line changed, also one at the end that holds a tab alone. */
  private static String lines(String text, UnaryOperator<String> change) {
    return text.lines().map(change).map(line -> line + "\n").collect(Collectors.joining());
  }

  @Test
  void aTabAloneIsAnEmptyLineOfAPacket() {
    String text = GET.repeat(80);
    assertThat(packets(text)).hasSize(80).allMatch(packet -> text(packet).endsWith("*/*\n\t"));
    assertThat(read(text)).toIterable().hasSize(80);
    var reader = read(text);
    reader.forEachRemaining(entry -> {});
    assertThat(reader.summary().pasted()).isEmpty();
  }

  private static String text(Packet packet) {
    return packet.payload().text();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "  ", "\t", "     ", "\r"})
  void exactlyTheBlanksBehindAllLinesAreTakenAway(String blanks) throws IOException {
    assertUndone(BOTH, text -> lines(text, line -> line + blanks));
  }

  @Test
  void marksAtTheEndsOfAllLinesAreTakenAwayHoweverWellTheseRead() throws IOException {
    for (String mark : List.of("^M", "$", "^M$")) {
      assertUndone(
          List.of("tcp/application.vvv", "icmp6/errors", "tcp/cut.q"),
          text -> lines(text, line -> line.replace("\t", mark.endsWith("$") ? "^I" : "\t") + mark));
    }
  }

  @Test
  void linesArePaddedToAWidth() throws IOException {
    assertUndone(FIXTURES, text -> lines(text, line -> padded(line, 120)));
    assertUndone(List.of("icmp6/errors"), text -> lines(text, line -> padded(line, 250)));
  }

  private static String padded(String line, int width) {
    return line + " ".repeat(Math.max(0, width - line.length()));
  }

  @Test
  void exactlyTheEmptyLinesBehindAllLinesAreTakenAway() throws IOException {
    assertUndone(BOTH, text -> text.replace("\n", "\n\n"));
    assertUndone(BOTH, text -> text.replace("\n", "\n\n\n"));
    assertUndone(
        List.of("tcp/application.vvv", "icmp6/errors"),
        text -> lines(text.replace("\n", "\n\n"), line -> "> " + line));
    assertUndone(List.of("icmp6/errors"), text -> text.replace("\n", "\n\n"));
  }

  @Test
  void aBarBeforeAnEmptyLineIsNoFrame() throws IOException {
    assertUndone(FIXTURES, text -> lines(text, line -> "web_1  | " + line));
    assertUndone(FIXTURES, text -> lines(text, line -> "| " + line + " |"));
    assertUndone(FIXTURES, text -> lines(text, line -> "| " + padded(line, 150) + " |"));
  }

  @Test
  void coloursAroundAddressesAloneAreUndone() throws IOException {
    UnaryOperator<String> coloured =
        text -> text.replaceAll("(\\d+\\.\\d+\\.\\d+\\.\\d+)", "\u001b[1;33m$1\u001b[0m");
    assertUndone(BOTH, coloured);
    assertUndone(List.of("icmp/quoted", "udp/dns"), coloured);
  }

  @Test
  void minutesOfAnAnswerOfDnsAreNoColour() throws IOException {
    assertUndone(FIXTURES, text -> lines(text, line -> "\u001b[32m" + line + "\u001b[0m"));
    for (String time : List.of("5m", "4m5s", "1h5m")) {
      String record =
          "10:00:00.000001 IP 192.0.2.53.53 > 192.0.2.1.51000: 1 q: A? www.example.org. 1/0/0"
              + " www.example.org. ["
              + time
              + "] A 192.0.2.80 (53)\n";
      String text = record.repeat(8);
      String marked = lines(text, line -> "\u001b[32m" + line + "\u001b[0m");
      assertThat(packets(marked)).isEqualTo(packets(text)).hasSize(8);
    }
  }

  @Test
  void sequencesBeforeAndBehindTheTextAreUndone() throws IOException {
    assertUndone(BOTH, text -> "\u001b[?2004h" + text + "\u001b[?2004l");
  }

  @Test
  void linesEndInCarriageReturns() throws IOException {
    assertUndone(BOTH, text -> text.replace('\n', '\r'));
    assertUndone(List.of("dump/packets.hex", "icmp6/errors"), text -> text.replace('\n', '\r'));
  }

  @Test
  void dashesAndQuotationMarksOfAWordProcessorAreTcpdumps() throws IOException {
    List<String> fixtures = List.of("tcp/application.vvv", "udp/dns");
    assertUndone(fixtures, text -> text.replace('-', '\u2013'));
    assertUndone(fixtures, text -> text.replace('\'', '\u2019').replace('"', '\u201d'));
  }

  @Test
  void whatAPersonWritesBesideTheTextIsNoSign() throws IOException {
    String text = "It\u2019s slow \u2013 why? It's odd - \n\n" + Pasted.text("tcp/application.vvv");
    var reader = read(text);
    reader.forEachRemaining(entry -> {});
    assertThat(reader.summary().pasted()).isEmpty();
  }

  @Test
  void marksOfMarkdownAreToldFromWhatPacketsCarry() throws IOException {
    List<String> fixtures = List.of("tcp/application.vvv", "udp/dns", "icmp/quoted");
    assertUndone(fixtures, text -> text.replaceAll("([\\\\`*_{}\\[\\]<>#+!|~-])", "\\\\$1"));
    assertUndone(FIXTURES, text -> lines(text, line -> "**" + line + "**"));
    assertUndone(FIXTURES, text -> lines(text, line -> "`" + line + "`"));
  }

  @Test
  void flagsOfOneLetterAreNoItalics() {
    String text =
        """
        10:00:00.000001 IP (tos 0x0, ttl 64, id 7, offset 0, flags [none], proto TCP (6), length 40)
            192.0.2.1.51000 > 192.0.2.2.80: Flags [U], cksum 0x6b9d (correct), seq 1, win 100, urg 1, length 0
        """;
    assertThat(packets(lines(text, line -> "**" + line + "**"))).isEqualTo(packets(text));
  }

  @Test
  void stringsAreNotCutAmidARecord() throws IOException {
    UnaryOperator<String> logged =
        text ->
            lines(
                text,
                line ->
                    "{\"log\":\""
                        + line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t")
                        + "\\n\",\"stream\":\"stdout\"}");
    assertUndone(BOTH, logged);
    String text = Pasted.text("tcp/application.vvv").repeat(3);
    assertThat(packets(logged.apply(text))).isEqualTo(packets(text));
    assertThat(read(logged.apply(text)).stream())
        .noneMatch(entry -> entry.text().isAmbiguous())
        .allMatch(entry -> new String(entry.text().bytes(), UTF_8).startsWith("{\"log"));
  }
}
