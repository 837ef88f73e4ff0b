package io.hopwise.parser.around;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import io.hopwise.packet.Entry;
import io.hopwise.packet.OtherProgram;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.parser.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of other programs is named, and none of it is read as a record of tcpdump's. */
class OtherProgramsTest {
  private static final Path FOLDER = Path.of("testdata/program");

  static List<Path> texts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void itsLinesNameTheProgramAndAreNoRecords(Path text) {
    List<Entry> entries = Fixtures.read(Fixtures.bytes(text));
    assertThat(entries)
        .noneMatch(Packet.class::isInstance)
        .noneMatch(OtherRecord.class::isInstance);
    assertThat(entries.stream().flatMap(OtherProgramsTest::program).distinct())
        .containsExactly(program(text));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void theReportNamesTheProgramAndTheNextStep(Path text) throws IOException {
    Report report = Hopwise.analyze(text);
    OtherProgram program = program(text);
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    assertThat(report.reason())
        .isEqualTo(
            "this is text of " + program.title() + ", not of tcpdump: " + program.nextStep());
    assertThat(report.otherPrograms().keySet()).containsExactly(program);
  }

  @ParameterizedTest
  @EnumSource
  void everyProgramHasAFixtureAndALineInTheGuide(OtherProgram program) throws IOException {
    assertThat(FOLDER.resolve(program.id() + ".txt")).exists();
    assertThat(Files.readString(Path.of("src/site/other-programs.md"), UTF_8))
        .contains("| `" + program.id() + "` |", " | " + program.nextStep() + " |");
  }

  static List<Path> textsOfTcpdump() {
    return Fixtures.texts().stream().filter(text -> !text.startsWith(FOLDER)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("textsOfTcpdump")
  void noTextOfTcpdumpNamesAProgram(Path text) {
    assertThat(Fixtures.read(Fixtures.bytes(text)).stream().flatMap(OtherProgramsTest::program))
        .isEmpty();
  }

  /** Cut anywhere, a record may look like much, but not like another program's line. */
  @Test
  void noPieceOfARecordNamesAProgram() {
    String text = new String(Fixtures.bytes(Path.of("testdata/damaged/original.txt")), UTF_8);
    for (String line : text.lines().toList()) {
      for (int from = 0; from < line.length(); from++) {
        byte[] piece = line.substring(from).getBytes(UTF_8);
        assertThat(OtherPrograms.of(piece)).as(line.substring(from)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06:13:20.000000 arp who-has 198.51.100.9 tell 203.0.113.77",
        "06:13:20.000000 ARP, Request who-has 198.51.100.9 tell 203.0.113.77, length 28",
        "client -> server",
        "T 1",
        "IP: 192.0.2.1",
        "see -> below",
      })
  void ordinaryLinesNameNone(String line) {
    assertThat(OtherPrograms.of((line + "\n").getBytes(UTF_8))).isEmpty();
  }

  private static OtherProgram program(Path text) {
    String name = text.getFileName().toString();
    String id = name.substring(0, name.indexOf('.'));
    return Stream.of(OtherProgram.values()).filter(p -> p.id().equals(id)).findAny().orElseThrow();
  }

  private static Stream<OtherProgram> program(Entry entry) {
    return entry instanceof Reject reject
        ? reject.program().stream()
        : Optional.<OtherProgram>empty().stream();
  }
}
