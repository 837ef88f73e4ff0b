package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.packet.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MergeTest {
  private static final int SPLITS = 12;

  static List<Path> captures() {
    return Fixtures.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void twoHalvesComeToWhatTheWholeComesTo(Path capture) {
    List<Entry> entries = Fixtures.entries(capture);
    Report whole = analyzer(entries).report();
    Random random = new Random(capture.getFileName().toString().hashCode());
    for (int i = 0; i < SPLITS; i++) {
      int cut = random.nextInt(entries.size() + 1);
      Analyzer early = analyzer(entries.subList(0, cut));
      Analyzer late = analyzer(entries.subList(cut, entries.size()));
      Report merged = early.merge(late).report();
      assertThat(known(merged)).as("cut at %d", cut).isEqualTo(known(whole));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void theOrderOfMergingDoesNotMatter(Path capture) {
    List<Entry> entries = Fixtures.entries(capture);
    Report whole = analyzer(entries).report();
    Random random = new Random(capture.getFileName().toString().hashCode());
    for (int i = 0; i < SPLITS; i++) {
      int one = random.nextInt(entries.size() + 1);
      int two = one + random.nextInt(entries.size() + 1 - one);
      Analyzer first = analyzer(entries.subList(0, one));
      Analyzer second = analyzer(entries.subList(one, two));
      Analyzer third = analyzer(entries.subList(two, entries.size()));
      assertThat(known(first.merge(second).merge(third).report())).isEqualTo(known(whole));
      assertThat(known(first.merge(second.merge(third)).report())).isEqualTo(known(whole));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void whatHasEndedCanBeAskedAndMergedAgain(Path capture) {
    List<Entry> entries = Fixtures.entries(capture);
    Analyzer ended = analyzer(entries);
    Report whole = ended.finish();
    assertThat(ended.report()).isEqualTo(whole);
    assertThat(ended.finish()).isEqualTo(whole);
    assertThat(ended.merge(analyzer(List.of())).report()).isEqualTo(whole);
  }

  /** All but the connections one by one, of which MergedConnectionsTest says what is the same. */
  private static Report known(Report report) {
    return report.withConnections(ConnectionTable.EMPTY, report.answers());
  }

  private static Analyzer analyzer(List<Entry> entries) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    entries.forEach(analyzer::accept);
    return analyzer;
  }
}
