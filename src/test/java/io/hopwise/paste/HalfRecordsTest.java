package io.hopwise.paste;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.ReadingSummary;
import io.hopwise.text.PastedForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What cannot be made whole is kept as it stands, and what is missing is said. */
class HalfRecordsTest {
  private static final Path SESSION = Path.of("testdata/tcp/session.txt");

  private static ReadingSummary summary(String text) {
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    StringBuilder joined = new StringBuilder();
    reader.forEachRemaining(entry -> joined.append(new String(entry.text().bytes(), ISO_8859_1)));
    assertThat(joined.toString()).isEqualTo(text);
    return reader.summary();
  }

  private static PastedForm only(ReadingSummary summary) {
    assertThat(summary.pasted()).hasSize(1);
    return summary.pasted().get(0);
  }

  private static String session() throws IOException {
    return Files.readString(SESSION, ISO_8859_1);
  }

  @Test
  void firstLinesAloneAreNoPacketsAndTheirTtlsAreTold() throws IOException {
    StringBuilder first = new StringBuilder();
    for (String line : Splitter.on('\n').split(session())) {
      first.append(line.contains("ttl") ? line + "\n" : "");
    }
    ReadingSummary summary = summary(first.toString());
    assertThat(summary.packets()).isZero();
    PastedForm form = only(summary);
    assertThat(form.ways()).isEqualTo(ImmutableList.of("first-lines"));
    assertThat(form.words()).contains("(TTL 57, 64)");
    assertThat(form.lines()).isEqualTo(summary.rejects());
    assertThat(form.advice()).hasValueSatisfying(said -> assertThat(said).contains("grep"));
  }

  /** What people have in front of each line, or around it. */
  private static ImmutableList<UnaryOperator<String>> around() {
    return ImmutableList.of(
        line -> "> " + line,
        line -> "<span>" + line.replace(">", "&gt;") + "</span>",
        line -> "Nov 14 22:00:01 fw1 tcpdump[99]: " + line,
        line -> "cap.txt:" + line.length() + ":" + line,
        line -> "{\"log\":\"" + line + "\\n\",\"stream\":\"stdout\"}");
  }

  @Test
  void firstLinesAloneAreToldAlsoBehindWhatEachLineHasInFront() throws IOException {
    for (UnaryOperator<String> paste : around()) {
      ReadingSummary summary = summary(linesOfSession(line -> line.contains("ttl"), paste));
      assertThat(summary.packets()).isZero();
      assertThat(only(summary).words()).contains("first lines", "(TTL 57, 64)");
    }
  }

  @Test
  void secondLinesAloneAreReadAlsoBehindWhatEachLineHasInFront() throws IOException {
    long packets = summary(session()).packets();
    for (UnaryOperator<String> paste : around()) {
      ReadingSummary summary = summary(linesOfSession(line -> line.startsWith("    "), paste));
      assertThat(summary.packets()).isEqualTo(packets);
      assertThat(only(summary).ways()).hasSize(2).endsWith("second-lines");
      assertThat(only(summary).lines()).isEqualTo(packets);
    }
  }

  private static String linesOfSession(Predicate<String> kept, UnaryOperator<String> paste)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Splitter.on('\n').split(session())) {
      text.append(kept.test(line) ? paste.apply(line) + "\n" : "");
    }
    return text.toString();
  }

  @Test
  void linesThatCannotBeJoinedAreNotReadAndTheWidthIsTold() throws IOException {
    StringBuilder damaged = new StringBuilder();
    for (String line : Splitter.on('\n').split(session().stripTrailing())) {
      List<String> pieces = Splitter.fixedLength(60).splitToList(line);
      for (int i = 0; i < pieces.size(); i++) {
        String piece = pieces.get(i);
        boolean last = i == pieces.size() - 1;
        damaged.append(last ? piece : piece.substring(0, 59) + "?").append('\n');
      }
    }
    ReadingSummary summary = summary(damaged.toString());
    assertThat(summary.packets()).isZero();
    PastedForm form = only(summary);
    assertThat(form.ways()).isEqualTo(ImmutableList.of("unjoined-lines"));
    assertThat(form.words()).contains("wrapped at 60 columns");
    assertThat(form.advice()).hasValueSatisfying(said -> assertThat(said).contains("tcpdump -w"));
  }

  @Test
  void nothingIsMissingWhereTextReadsAsItStands() throws IOException {
    assertThat(summary(session()).pasted()).isEmpty();
  }

  @Test
  void proseOfOneWidthIsNoWrappedRecord() {
    String prose =
        """
        Yesterday our monitoring told us that the connection to the other side was
        lost, and nobody knows why. We asked the provider, who said that there was
        no fault to be seen, and that we should look at our own devices first, so
        here we are. The firewall was changed last week, which may be the reason.
        """;
    assertThat(summary(prose.repeat(4)).pasted()).isEmpty();
  }

  @Test
  void aTimeThatWasCutIsNotTheRestOfTheRecordBeforeIt() throws IOException {
    StringBuilder cut = new StringBuilder();
    int record = 0;
    for (String line : Splitter.on('\n').split(session().stripTrailing())) {
      boolean first = !line.startsWith(" ");
      record += first ? 1 : 0;
      boolean kept = record % 3 == 0 && first;
      cut.append(record % 3 == 1 && !first ? line.substring(0, 4 + record) : "");
      cut.append((record % 3 == 1 && first) || record % 3 == 2 ? line : "");
      cut.append(kept ? line.substring(0, 5 + record % 10) : "").append('\n');
    }
    CaptureReader reader =
        Hopwise.read(new ByteArrayInputStream(cut.toString().getBytes(ISO_8859_1)));
    assertThat(reader.packets().map(packet -> packet.ip().dst().text()))
        .isNotEmpty()
        .noneMatch(address -> address.contains(":"));
  }

  @Test
  void wrappedLinesAmidPayloadsAreNotJoinedAndThatIsTold() throws IOException {
    String whole = Files.readString(Path.of("testdata/dump/packets.A.txt"), ISO_8859_1);
    assertThat(summary(whole).pasted()).isEmpty();
    for (int width : List.of(90, 100, 120)) {
      StringBuilder wrapped = new StringBuilder();
      for (String line : Splitter.on('\n').split(whole)) {
        int cut = line.lastIndexOf(' ', width);
        boolean tooLong = line.length() > width && cut > 4;
        wrapped.append(tooLong ? line.substring(0, cut) + "\n" + line.substring(cut + 1) : line);
        wrapped.append('\n');
      }
      PastedForm form = only(summary(wrapped.toString()));
      assertThat(form.ways()).as("%s", width).isEqualTo(ImmutableList.of("unjoined-lines"));
      assertThat(form.words()).contains("-A");
      assertThat(form.advice()).isPresent();
    }
  }
}
