package io.hopwise.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.LiveReaders;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were pasted with white space before all lines, and what only looks like them. */
class IndentedTest {
  private static final String HEAD =
      "10:00:00.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length"
          + " 33)\n";
  private static final String BODY = "    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
  private static final String RECORD = HEAD + BODY;

  /** With {@code -t}. */
  private static final String UNTIMED = RECORD.substring(16);

  private static final String FORGED =
      "10:00:01.000000 IP 9.9.9.9.1 > 8.8.8.8.2: Flags [S], seq 1, win 1, length 0\n";

  private static List<Entry> read(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(bytes));
    List<Entry> entries = reader.stream().collect(ImmutableList.toImmutableList());
    assertThat(joined(entries)).isEqualTo(text);
    return entries;
  }

  private static String joined(List<Entry> entries) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    entries.forEach(entry -> text.writeBytes(entry.text().bytes()));
    return text.toString(ISO_8859_1);
  }

  private static String indented(String text, String blanks) {
    return text.replaceAll("(?m)^(?=.)", blanks);
  }

  private static List<Packet> packets(List<Entry> entries) {
    return entries.stream()
        .filter(Packet.class::isInstance)
        .map(Packet.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  private static List<String> sources(List<Entry> entries) {
    return packets(entries).stream()
        .map(packet -> packet.ip().src().text())
        .collect(ImmutableList.toImmutableList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"  ", "   ", "    ", "      ", "        ", "\t", "\t\t", "> \t", ">     "})
  void theFirstRecordsIndentationIsThatOfAll(String blanks) {
    String dump = "\t0x0000:  4500 0021 0000 0000 3d11 0000 c000 0207  E..!....=.......\n";
    String session =
        "tcpdump: listening on eth0\n\n" + RECORD + dump + RECORD + "^C2 packets captured\n";
    List<Entry> plain = read(session);
    List<Entry> entries = read(indented(session, blanks));
    assertThat(entries).hasSameSizeAs(plain).noneMatch(Reject.class::isInstance);
    assertThat(packets(entries)).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(packets(entries).get(i).hasSameContentAs(packets(plain).get(i))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"  ", "    ", "\t", "\t\t"})
  void withoutTimesTheNextRecordConfirmsTheIndentation(String blanks) {
    assertThat(packets(read(indented(UNTIMED + UNTIMED, blanks)))).hasSize(2);
    String plain = "IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packets(read(indented(plain + plain, blanks)))).hasSize(2);
  }

  @Test
  void anInputThatBeginsWithinARecordHasNoRecordThere() {
    String dump = "\t0x0000:  4500 0021 0000 0000 3d11 0000 c000 0207  E..!....=.......\n";
    String quoted = "\t" + UNTIMED.replaceFirst("ttl 61", "ttl 1");
    for (String tail : List.of(BODY, dump, quoted, "\tHTTP/1.1 200 OK\n\t" + FORGED)) {
      List<Entry> entries = read(tail + RECORD + RECORD);
      assertThat(packets(entries)).as(tail).hasSize(2);
      assertThat(entries.get(entries.size() - 1)).isInstanceOf(Packet.class);
    }
  }

  @Test
  void anIndentedMessageTellsNothingOfRecords() {
    List<Entry> entries = read("    $ tcpdump -n -v\n" + RECORD + RECORD);
    assertThat(entries.get(0)).isInstanceOf(Notice.class);
    assertThat(packets(entries)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"  ", "    ", "\t"})
  void blanksBeforeTheFirstLineAloneAreNoIndentation(String blanks) {
    String plain = "10:00:02.000000 IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packets(read(blanks + RECORD + RECORD + RECORD))).hasSize(2);
    assertThat(packets(read(blanks + plain + plain + plain))).hasSize(2);
  }

  @Test
  void oneIndentedRecordIsEnough() {
    assertThat(packets(read(indented(RECORD, "    ")))).hasSize(1);
    assertThat(packets(read(indented(UNTIMED, "    ")))).hasSize(1);
    String plain = "  10:00:02.000000 IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n";
    assertThat(packets(read(plain))).hasSize(1);
  }

  @Test
  void atAnotherIndentationThereIsNoRecord() {
    assertThat(sources(read(RECORD + indented(FORGED, "  ") + RECORD)))
        .containsExactly("192.0.2.7", "192.0.2.7");
    String record = indented(RECORD, "    ");
    for (String blanks : List.of("", "  ", "      ", "\t", "        ")) {
      assertThat(sources(read(record + record + indented(FORGED, blanks) + record)))
          .as(blanks)
          .containsExactly("192.0.2.7", "192.0.2.7", "192.0.2.7");
    }
  }

  @Test
  void anErrorStandsWhereItIsInTheInput() {
    String damaged = RECORD.replace("offset", "ofset");
    Reject plain = (Reject) read(damaged).get(0);
    Reject reject = (Reject) read("    " + RECORD.replace("\n", "\n    ") + damaged).get(1);
    assertThat(reject.error().line()).isEqualTo(plain.error().line() + 2);
    assertThat(reject.error().column()).isEqualTo(plain.error().column() + 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"    ", "  ", "\t", "> "})
  void recordsInsideADumpOfIndentedTextAreAmbiguous(String blanks) throws IOException {
    for (String name : List.of("ascii.A", "ascii-cut.A", "column-zero.A")) {
      Path file = Path.of("testdata", "attack", name + ".txt");
      String text = Files.readString(file, ISO_8859_1);
      Set<String> plain = certain(read(text));
      assertThat(plain).isSubsetOf(Set.copyOf(sources(read(text))));
      List<Entry> entries = read(indented(text, blanks));
      assertThat(certain(entries)).as(name).doesNotContain("9.9.9.9", "8.8.8.8");
    }
  }

  /** The sources of packets that are no payload's invention. */
  private static Set<String> certain(List<Entry> entries) {
    return packets(entries).stream()
        .filter(packet -> !packet.text().isAmbiguous())
        .map(packet -> packet.ip().src().text())
        .collect(Collectors.toSet());
  }

  @Test
  void anIndentedHeadWaitsForItsAddresses() {
    byte[] text = indented(RECORD, "    ").getBytes(ISO_8859_1);
    CaptureReader reader =
        LiveReaders.of(new Halting(text, 4 + HEAD.length()), Duration.ofMillis(1));
    assertThat(reader.next()).isInstanceOf(Packet.class);
    assertThat(reader.summary().rejects()).isZero();
  }

  /** Is silent once, at an offset. */
  private static final class Halting extends ByteArrayInputStream {
    private final int halt;

    Halting(byte[] text, int halt) {
      super(text);
      this.halt = halt;
    }

    @Override
    public synchronized int available() {
      return pos == halt ? 0 : super.available();
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      int most = pos < halt ? Math.min(length, halt - pos) : length;
      return super.read(into, offset, most);
    }
  }
}
