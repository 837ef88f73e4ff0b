package io.hopwise.paste;

import static io.hopwise.paste.Pasted.lines;
import static io.hopwise.paste.Pasted.packets;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers that {@code tcpdump --number} prints belong to records, whatever stands before. */
class RecordNumbersTest {
  private static final Pattern NUMBER = Pattern.compile("(?m)^ *(\\d+)(?=  )");

  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of(
          "time/many.number",
          "time/many.number.v",
          "time/steps.number",
          "time/steps.number.t",
          "time/steps.number.tttt",
          "time/steps.plain.number.ttt");

  /** Counts on from a number, as tcpdump does. */
  private static String from(int first, String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(number -> String.format("%5d", Integer.parseInt(number.group(1)) + first - 1));
  }

  private static void assertUndone(int first, UnaryOperator<String> way) throws IOException {
    for (String fixture : FIXTURES) {
      String text = from(first, Pasted.text(fixture));
      assertThat(packets(way.apply(text)))
          .as("%s from %d on", fixture, first)
          .isNotEmpty()
          .isEqualTo(packets(text));
    }
  }

  private static String numbered(String format, String text) {
    int[] count = {0};
    return lines(text, line -> String.format(format, ++count[0], line));
  }

  private static String folded(String text, int width) {
    return lines(
        text,
        line -> Splitter.fixedLength(width).splitToStream(line).collect(Collectors.joining("\n")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 95, 995, 9995, 99995})
  void numbersAreNoPartOfWhatStandsBeforeEachLine(int first) throws IOException {
    for (String prefix : ImmutableList.of("> ", ">", "| ", "+", "    ", "  ", "tcpdump[1]: ")) {
      assertUndone(first, text -> lines(text, line -> prefix + line));
    }
    int[] count = {0};
    assertUndone(
        first,
        text ->
            lines(
                text,
                line ->
                    String.format(
                        "2023-11-14T22:13:%02d.%09dZ %s",
                        ++count[0] % 60, count[0] * 7919L, line)));
    assertUndone(
        first,
        text ->
            lines(
                text,
                line -> String.format("Nov 14 22:13:%02d fw1 a[1]: %s", ++count[0] % 60, line)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 95, 9995, 99995})
  void linesAreNumberedToo(int first) throws IOException {
    assertUndone(first, text -> numbered("%6d\t%s", text));
    assertUndone(first, text -> numbered("%6d  %s", text));
    assertUndone(first, text -> numbered("%d:%s", text));
    assertUndone(first, text -> lines(numbered("%d:%s", text), line -> "> " + line));
  }

  @Test
  void numbersOfAllLinesAreNotOfRecords() throws IOException {
    String text = Pasted.text("icmp6/errors");
    assertThat(packets(numbered("%6d  %s", text))).isEqualTo(packets(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 995, 99995})
  void linesAreWrappedBehindAMark(int first) throws IOException {
    assertUndone(first, text -> folded(lines(text, line -> "> " + line), 60));
    assertUndone(first, text -> lines(folded(text, 60), line -> "> " + line));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 95, 99995})
  void tabsStandWhereNumbersHadBlanks(int first) throws IOException {
    assertUndone(first, text -> lines(text, line -> line.replaceFirst("^ {4}(?! )", "\t")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 95, 99995})
  void numberedRecordsAreJoined(int first) throws IOException {
    for (String fixture : ImmutableList.of("time/many.number", "time/many.number.v")) {
      String text = from(first, Pasted.text(fixture));
      assertThat(packets(text.stripTrailing().replace("\n", " "))).isEqualTo(packets(text));
    }
  }

  @Test
  void aNumberInARequestBehindATabIsNoRecords() throws IOException {
    String request =
        """
            1  06:13:20.275862 IP (tos 0x0, ttl 57, id 0, offset 0, flags [none], proto TCP (6), length 322)
            203.0.113.77.50003 > 198.51.100.9.80: Flags [P.], seq 1:283, ack 1, win 64240, length 282: HTTP, length: 282
        \tGET / HTTP/1.1
        \tNUMBER  06:13:21.000000 IP (tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length 40)
        \t    9.9.9.9.1 > 8.8.8.8.2: Flags [R], cksum 0x0000 (correct), seq 1, win 1, length 0
            2  06:13:22.275862 IP (tos 0x0, ttl 57, id 1, offset 0, flags [none], proto TCP (6), length 40)
          203.0.113.77.50003 > 198.51.100.9.80: Flags [.], ack 1, win 64240, length 0
        """;
    for (int number : new int[] {1, 2, 3}) {
      assertThat(packets(request.replace("NUMBER", String.valueOf(number))))
          .extracting(Packet::ip)
          .extracting(ip -> ip.src().text())
          .doesNotContain("9.9.9.9");
    }
  }
}
