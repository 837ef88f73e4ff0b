package io.hopwise.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.hopwise.parser.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The records of a fixture are those beside it, {@code NAME.ndjson}: where tshark is missing, too,
 * and for releases whose packets it cannot be given. Looked at with a diff, a change of them is
 * what a change of the parser does.
 *
 * <p>{@code mvn test -Dtest=GoldenRecordsTest -Dgolden.write=true} writes them anew.
 */
class GoldenRecordsTest {
  private static final Path TESTDATA = Path.of("testdata");

  /** Folders whose views differ in what the others have in common: times, and link layers. */
  private static final ImmutableSet<String> EVERY_VIEW = ImmutableSet.of("time", "link");

  /** The folders that are about single records; the others have tests of their own. */
  private static final ImmutableSet<String> FOLDERS =
      ImmutableSet.of(
          "attack",
          "fragment",
          "icmp",
          "icmp6",
          "ipv4",
          "ipv6",
          "link",
          "names",
          "notice",
          "other",
          "port",
          "reset",
          "tcp",
          "time",
          "tunnel",
          "udp");

  static List<Path> fixtures() {
    return Fixtures.texts().stream().filter(GoldenRecordsTest::hasGolden).toList();
  }

  /**
   * Of a capture that was printed in several ways the common one, and what other releases print.
   */
  private static boolean hasGolden(Path text) {
    String folder = TESTDATA.relativize(text).getName(0).toString();
    String name = text.getFileName().toString();
    boolean oneView = name.matches("[^.]+\\.txt|[^.]+\\.(hand|as)-.*");
    return FOLDERS.contains(folder) && (oneView || EVERY_VIEW.contains(folder));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void theRecordsOfTheFixtureAreThoseBesideIt(Path text) throws IOException {
    String records = records(text);
    Path golden = golden(text);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, records, UTF_8);
    }
    assertThat(golden).as("write it with -Dgolden.write=true, and look at it").exists();
    assertThat(records.lines().toList())
        .as("%s; if this is wanted, -Dgolden.write=true", golden)
        .isEqualTo(Files.readAllLines(golden, UTF_8));
  }

  @Test
  void allRecordsThatAreKeptBelongToAFixture() throws IOException {
    List<Path> expected = fixtures().stream().map(GoldenRecordsTest::golden).toList();
    try (Stream<Path> files = Files.walk(TESTDATA)) {
      assertThat(files.filter(file -> file.toString().endsWith(".ndjson")))
          .isSubsetOf(expected)
          .hasSizeGreaterThan(100);
    }
  }

  private static Path golden(Path text) {
    String name = text.getFileName().toString();
    return text.resolveSibling(name.substring(0, name.length() - ".txt".length()) + ".ndjson");
  }

  private static String records(Path text) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    try (NdjsonWriter writer = new NdjsonWriter(lines)) {
      for (var entry : Fixtures.read(Fixtures.bytes(text))) {
        writer.write(entry);
      }
    }
    return lines.toString(UTF_8);
  }
}
