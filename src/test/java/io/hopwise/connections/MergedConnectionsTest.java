package io.hopwise.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergedConnectionsTest {
  private static final int SPLITS = 12;

  static List<Path> captures() {
    return Fixtures.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void ofTwoHalvesTheSameBecomesKnown(Path capture) {
    List<Entry> entries = Fixtures.entries(capture);
    ConnectionTable whole = analyzer(entries).report().connections();
    Random random = new Random(capture.getFileName().toString().hashCode());
    for (int i = 0; i < SPLITS; i++) {
      int cut = random.nextInt(entries.size() + 1);
      Analyzer early = analyzer(entries.subList(0, cut));
      Analyzer late = analyzer(entries.subList(cut, entries.size()));
      ConnectionTable merged = early.merge(late).report().connections();
      // Data on the two sides of the cut are not compared: what is sent again is not known.
      assertThat(merged.connections())
          .as("cut at %d", cut)
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
              "client.retransmissions", "server.retransmissions")
          .isEqualTo(whole.connections());
      assertThat(merged.services()).isEqualTo(whole.services());
    }
  }

  private static Analyzer analyzer(List<Entry> entries) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    entries.forEach(analyzer::accept);
    return analyzer;
  }
}
