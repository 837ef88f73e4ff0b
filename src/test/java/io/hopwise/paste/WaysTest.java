package io.hopwise.paste;

import static io.hopwise.paste.Pasted.lines;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.text.RecordText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was done to a text, the same packets are read. */
class WaysTest {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of(
          "reset/who-sent-the-reset",
          "tcp/session",
          "tcp/session.e",
          "tcp/session.plain",
          "tcp/session.as-3.8.3",
          "tcp/session6",
          "udp/checksums",
          "icmp/echo");

  private static void assertUndone(UnaryOperator<String> way) throws IOException {
    Pasted.assertUndone(FIXTURES, way);
  }

  private static List<Packet> packets(byte[] text) {
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text));
    List<Packet> packets = new ArrayList<>();
    while (reader.hasNext()) {
      Entry entry = reader.next();
      if (entry instanceof Packet packet) {
        packets.add(packet.withText(RecordText.NONE));
      }
    }
    return packets;
  }

  private static String amidWords(String line, int width) {
    StringBuilder wrapped = new StringBuilder();
    for (int at = 0; at < line.length(); at += width) {
      wrapped.append(at == 0 ? "" : "\n");
      wrapped.append(line, at, Math.min(line.length(), at + width));
    }
    return wrapped.toString();
  }

  private static String betweenWords(String line, int width) {
    StringBuilder wrapped = new StringBuilder();
    String rest = line;
    while (rest.length() > width && rest.lastIndexOf(' ', width) > 4) {
      int cut = rest.lastIndexOf(' ', width);
      wrapped.append(rest, 0, cut).append('\n');
      rest = rest.substring(cut + 1);
    }
    return wrapped.append(rest).toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {72, 76, 78, 80})
  void linesThatWereWrappedAreJoined(int width) throws IOException {
    List<String> fixtures =
        List.of("tcp/session", "tcp/session.e", "tcp/session.plain", "tcp/session6");
    Pasted.assertUndone(fixtures, text -> lines(text, line -> amidWords(line, width)));
    Pasted.assertUndone(fixtures, text -> lines(text, line -> betweenWords(line, width)));
    Pasted.assertUndone(
        fixtures,
        text -> lines(lines(text, line -> betweenWords(line, width)), line -> "> " + line));
  }

  /** One line alone is that long, and goes on amid an address. */
  @ParameterizedTest
  @ValueSource(ints = {103, 105, 108, 111})
  void anAddressThatWasCutIsNotReadAsAnother(int width) throws IOException {
    Pasted.assertUndone(List.of("udp/dns"), text -> lines(text, line -> amidWords(line, width)));
  }

  @ParameterizedTest
  @ValueSource(ints = {72, 76, 120})
  void recordsThatAreAllCutAtOneWordAreJoinedWithABlank(int width) throws IOException {
    List<String> fixtures = List.of("icmp6/errors", "tcp/refused");
    Pasted.assertUndone(fixtures, text -> lines(text, line -> betweenWords(line, width)));
    Pasted.assertUndone(
        List.of("tcp/refused"),
        text -> lines(lines(text, line -> "> " + line), line -> betweenWords(line, width)));
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 120})
  void timesBehindABlankOfTheirOwnAreNoPrefixThatOthersLack(int width) throws IOException {
    String text =
        lines(
            Pasted.text("tcp/session"),
            line -> line.startsWith(" ") ? line : " 00:00:00.137931" + line.substring(15));
    assertThat(Pasted.packets(lines(text, line -> amidWords(line, width))))
        .isNotEmpty()
        .isEqualTo(Pasted.packets(text));
  }

  @Test
  void aBlankAtTheEndOfAQuotedLineIsNoWord() throws IOException {
    Pasted.assertUndone(
        List.of("tcp/session.plain", "tcp/session6"),
        text -> lines(text, line -> "> " + line + " "));
  }

  @ParameterizedTest
  @ValueSource(ints = {76, 80, 100, 120})
  void aLineEndThatWasCutInTwoIsOne(int width) throws IOException {
    Pasted.assertUndone(
        List.of("tcp/session", "tcp/session.e"),
        text ->
            lines(
                text,
                line ->
                    amidWords(
                        "{\"log\":\""
                            + line
                            + "\\n\",\"stream\":\"stdout\",\"time\":\"2023-11-14\"}",
                        width)));
  }

  @Test
  void aWordThatWasWrappedIsReadOnce() {
    String head =
        "22:13:20.123456 IP6 (hlim 63, next-header ICMPv6 (58), payload length 64) 2001:db8:ffff::5"
            + " > 2001:db8::10: [icmp6 sum ok] ICMP6, destination unreachable, unreachable route"
            + " 2001:db8:0:1::2";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      text.append(head).append(i).append('\n');
    }
    String wrapped = lines(text.toString(), line -> amidWords(line, 80));
    assertThat(packets(wrapped.getBytes(UTF_8)))
        .isNotEmpty()
        .isEqualTo(packets(text.toString().getBytes(UTF_8)));
  }

  @Test
  void proseBehindALengthIsNotJoinedToIt() throws IOException {
    String text = Files.readString(Path.of("testdata/tcp/session.txt"), ISO_8859_1);
    String wrapped = lines(text, line -> amidWords(line, 76));
    assertThat(packets((wrapped + "what is this? Can anybody tell?\n").getBytes(UTF_8)))
        .isEqualTo(packets(text.getBytes(UTF_8)));
  }

  @Test
  void namedStringsOfJsonAreRead() throws IOException {
    UnaryOperator<String> quoted =
        line -> line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    assertUndone(
        text ->
            lines(
                text,
                line ->
                    "{\"@timestamp\":\"2023-11-14T22:13:20.123Z\",\"host\":{\"name\":\"fw1\"},"
                        + "\"message\":\""
                        + quoted.apply(line)
                        + "\",\"agent\":{\"type\":\"filebeat\",\"version\":\"8.11.1\"}}"));
    assertUndone(
        text ->
            lines(
                text,
                line ->
                    "{\"level\":\"info\",\"ts\":1699999200.5,\"msg\":\""
                        + quoted.apply(line)
                        + "\"}"));
    assertUndone(
        text ->
            "[\n"
                + lines(
                    text,
                    line ->
                        "  {\n    \"time\": \"22:13:20\",\n    \"message\": \""
                            + quoted.apply(line)
                            + "\"\n  },")
                + "]\n");
    assertUndone(
        text ->
            lines(
                text,
                line ->
                    "time=\"2023-11-14T22:13:20Z\" level=info pod=web-7d4b9c6f5 msg=\""
                        + quoted.apply(line)
                        + "\" stream=stdout"));
  }

  @Test
  void whatVariesInALogIsSetAside() throws IOException {
    int[] count = {0};
    assertUndone(
        text ->
            lines(
                text,
                line ->
                    String.format(
                        "2023-11-14 22:13:%02d,123 - sniff - %s - %s",
                        count[0] % 60, count[0]++ % 2 == 0 ? "INFO" : "DEBUG", line)));
    assertUndone(text -> lines(text, line -> String.format("%6d\t%s", ++count[0], line)));
    assertUndone(text -> lines(text, line -> (line.startsWith(" ") ? " " : "+") + line));
    Pasted.assertUndone(
        List.of("tcp/session", "tcp/session6", "udp/checksums"),
        text -> lines(text, line -> ++count[0] + (line.startsWith(" ") ? "-" : ":") + line));
  }

  @Test
  void framesAndEndsOfLinesAreSetAside() throws IOException {
    assertUndone(text -> lines(text, line -> String.format("| %-220s |", line)));
    assertUndone(text -> lines(text, line -> String.format("\u2502 %-220s \u2502", line)));
    assertUndone(text -> lines(text, line -> line + "\\"));
    assertUndone(text -> lines(text, line -> "{{" + line + "}}"));
    assertUndone(text -> "[font=Courier]\n" + text + "[/font]\n");
  }

  @Test
  void coloursThatWereWrittenAreUndone() throws IOException {
    for (String escape : List.of("\\033", "\\e", "\\x1b", "\\u001b", "\u241b", "")) {
      assertUndone(text -> lines(text, line -> escape + "[32m" + line + escape + "[0m"));
    }
  }

  @Test
  void otherBlanksAreUndone() throws IOException {
    assertUndone(text -> text.replace(' ', '\u00a0'));
    assertUndone(text -> text.replace("    ", "\u00c2\u00a0\u00c2\u00a0\u00c2\u00a0\u00c2\u00a0"));
    assertUndone(text -> lines(text, line -> line.replaceFirst("^ {4}", "\t")));
    Pasted.assertUndone(
        List.of("tcp/session", "udp/checksums"),
        text -> lines(text, line -> line.startsWith(" ") ? "\n" + line : line));
  }

  @Test
  void secondLinesAloneArePacketsWithoutTtl() throws IOException {
    String text = Files.readString(Path.of("testdata/tcp/session.txt"), ISO_8859_1);
    String second = text.replaceAll("(?m)^[^ ].*\\n", "");
    assertThat(packets(second.getBytes(UTF_8)))
        .hasSameSizeAs(second.lines().toList())
        .allSatisfy(packet -> assertThat(packet.ip().ttl()).isEmpty());
  }

  @Test
  void utf16IsRead() throws IOException {
    String text = Files.readString(Path.of("testdata/tcp/session.txt"), ISO_8859_1);
    assertThat(packets(("\ufeff" + text).getBytes(UTF_16LE)))
        .isNotEmpty()
        .isEqualTo(packets(text.getBytes(UTF_8)));
    assertThat(packets(text.getBytes(UTF_16LE))).isEqualTo(packets(text.getBytes(UTF_8)));
  }

  @Test
  void recordsOnOneLineAreReadOneByOne() throws IOException {
    Pasted.assertUndone(
        List.of("tcp/session", "tcp/session.plain", "tcp/session6", "icmp/echo"),
        text -> text.stripTrailing().replace('\n', ' ') + "\n");
  }

  @Test
  void whatAPacketCarriesAmidOtherLinesIsNoRecord() {
    String forged = " 06:13:20.1 IP 9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 0, length 0";
    String record =
        "06:13:20.000001 IP 192.0.2.1.80 > 192.0.2.2.4000: Flags [P.], seq 1:9, length 8";
    String text = record + ": HTTP: GET" + forged + forged + forged + "\n";
    assertThat(packets((text + text).getBytes(UTF_8)))
        .extracting(packet -> packet.ip().src().text())
        .containsOnly("192.0.2.1");
  }

  @Test
  void aClockWithoutAFractionIsNoNumberOfARecord() throws IOException {
    int[] count = {0};
    Pasted.assertUndone(
        List.of("tcp/session", "tcp/session.plain"),
        text -> lines(text, line -> String.format("06:13:%02d  %s", 20 + ++count[0] % 9, line)));
  }
}
