package io.hopwise.paste;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.text.RecordText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done to a text is undone, and what was not done is not. */
class PastedInputTest {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of(
          "reset/who-sent-the-reset",
          "tcp/session",
          "tcp/session.e",
          "tcp/session.as-3.7.2",
          "tcp/session6",
          "icmp/unreachable",
          "udp/checksums");

  private static String text(String fixture) throws IOException {
    return Files.readString(Path.of("testdata", fixture + ".txt"), ISO_8859_1);
  }

  private static List<Entry> read(String text) {
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    List<Entry> entries = reader.stream().collect(ImmutableList.toImmutableList());
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    entries.forEach(entry -> joined.writeBytes(entry.text().bytes()));
    assertThat(joined.toString(ISO_8859_1)).isEqualTo(text);
    return entries;
  }

  private static List<Packet> packets(String text) {
    return read(text).stream()
        .filter(Packet.class::isInstance)
        .map(entry -> ((Packet) entry).withText(RecordText.NONE))
        .collect(ImmutableList.toImmutableList());
  }

  private static String withPrefixes(String text, IntFunction<String> prefix) {
    StringBuilder prefixed = new StringBuilder();
    int line = 0;
    for (String words : Splitter.on('\n').split(text.stripTrailing())) {
      prefixed.append(prefix.apply(line++)).append(words).append('\n');
    }
    return prefixed.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ",
        ">> ",
        "> > ",
        ">",
        "| ",
        "\u00e2\u0094\u0082 ",
        "# ",
        "// ",
        " * ",
        "; ",
        "-- ",
        "%% ",
        "stdout: ",
        "capture.txt:%d:",
        "Nov 14 22:%02d:01 fw1 tcpdump[4711]: ",
        "<30>1 2023-11-14T22:%02d:20.123456+01:00 fw1 tcpdump 4711 - - ",
        "Nov 14 22:%02d:03 ",
        "2023-11-14T22:%02d:04.123456789Z ",
        "[pod/web-7d4b9c6f5-x2x9p/tcpdump] ",
        "web_1  | ",
        "2023-11-14 22:%02d:05,123 INFO  [main] c.e.net.Sniffer - ",
        "11-14 22:%02d:06.123  1234  1250 I tcpdump : "
      })
  void whatEveryLineCarriesInFrontIsSetAside(String prefix) throws IOException {
    for (String fixture : FIXTURES) {
      String text = text(fixture);
      String pasted = withPrefixes(text, line -> String.format(prefix, line % 60));
      assertThat(packets(pasted)).as(fixture).isNotEmpty().isEqualTo(packets(text));
    }
  }

  @Test
  void numbersOfLinesAreSetAside() throws IOException {
    for (String fixture : List.of("tcp/session", "tcp/session.as-3.7.2", "udp/checksums")) {
      String text = text(fixture);
      for (String format : List.of("%d:", "%6d\t", "%7d ")) {
        String pasted = withPrefixes(text, line -> String.format(format, line + 1));
        assertThat(packets(pasted)).as(fixture).isEqualTo(packets(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"  ", "    ", "        ", "\t"})
  void theBlanksBeforeAllLinesAreSetAside(String blanks) throws IOException {
    for (String fixture : List.of("reset/who-sent-the-reset", "tcp/session", "udp/checksums")) {
      String text = text(fixture);
      assertThat(packets(withPrefixes(text, line -> blanks))).as(fixture).isEqualTo(packets(text));
    }
  }

  @Test
  void emptyLinesBehindEachLineAreSetAside() throws IOException {
    for (String fixture : FIXTURES) {
      String text = text(fixture);
      assertThat(packets(text.replace("\n", "\n\n"))).as(fixture).isEqualTo(packets(text));
    }
  }

  @Test
  void twoQuotationsInOneMailAreReadEachByItself() throws IOException {
    String one = text("tcp/session");
    String two = text("tcp/session6");
    String mail =
        "Bob wrote:\n"
            + withPrefixes(one, line -> "> ")
            + "And then:\n"
            + withPrefixes(two, line -> "> > ");
    assertThat(packets(mail)).isEqualTo(packets(one + two));
  }

  @Test
  void aWrappedRecordIsReadOnceItIsWhole() {
    String wrapped =
        """
        10:00:00.000001 IP (tos 0x0, ttl 64, id 1001, offset 0, flags [DF], proto TCP
        (6), length 60)
            192.0.2.10.40000 > 198.51.100.20.443: Flags [S], cksum 0x1111 (correct),
        seq 100, win 64240, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7],
        length 0
        """;
    String whole =
        "10:00:00.000001 IP (tos 0x0, ttl 64, id 1001, offset 0, flags [DF], proto TCP (6),"
            + " length 60)\n    192.0.2.10.40000 > 198.51.100.20.443: Flags [S], cksum 0x1111"
            + " (correct), seq 100, win 64240, options [mss 1460,sackOK,TS val 1 ecr 0,nop,wscale"
            + " 7], length 0\n";
    assertThat(packets(wrapped)).hasSize(1).isEqualTo(packets(whole));
  }

  @Test
  void oldTcpThatWasWrappedBehindItsFlagIsNotUdp() {
    String whole =
        "10:00:00.135201 192.0.2.1.3050 > 192.0.2.2.3139: P 16:20(4) ack 1 win 31072 (DF) (ttl 64,"
            + " id 41071)\n";
    assertThat(packets(whole.replace("P 16", "P \n16"))).isEqualTo(packets(whole));
  }

  @Test
  void wordsBehindAWholeRecordAreNotJoinedToIt() {
    String record = "10:00:00.000001 IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1\n";
    List<Entry> entries = read(record + "garbage\n");
    assertThat(entries).hasSize(2);
    assertThat(entries.get(1)).isInstanceOf(Reject.class);
  }

  @Test
  void linesAreThoseOfTheInput() throws IOException {
    String text = "Bob wrote:\n" + withPrefixes(text("tcp/session"), line -> "> ");
    long next = 1;
    for (Entry entry : read(text)) {
      assertThat(entry.text().firstLine()).isEqualTo(next);
      next += entry.text().lines();
    }
  }

  @Test
  void whatAPayloadMayHoldIsMarked() throws IOException {
    String payload = withPrefixes(text("tcp/session"), line -> "> ");
    String text =
        "10:00:01.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length "
            + (28 + payload.length())
            + ")\n    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length "
            + payload.length()
            + "\nE...........................\n"
            + payload;
    assertThat(read(text))
        .filteredOn(
            entry -> entry instanceof Packet p && p.ip().src().text().equals("203.0.113.77"))
        .allSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  @Test
  void aTimeIsNoPrefixWhereOthersHaveTheirsRightThere() throws IOException {
    List<String> lines =
        Splitter.on('\n').omitEmptyStrings().splitToList(text("tcp/session.plain"));
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int time = line.indexOf(' ');
      String strange = line.substring(0, time) + " strange 0x83, Out" + line.substring(time);
      mixed.append(i % 3 == 2 ? line : strange).append('\n');
    }
    List<Packet> packets = packets(mixed.toString());
    assertThat(packets).hasSizeGreaterThan(lines.size() / 4);
    assertThat(packets).allMatch(packet -> packet.time().isPresent());
  }
}
