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
      assertThat(known(merged)).as("cut at %d", cut).isEqualTo(known(whole));
      assertThat(merged.services()).isEqualTo(whole.services());
    }
  }

  /** All but what is sent again: data on the two sides of the cut are not compared. */
  private static List<ConnectionSummary> known(ConnectionTable table) {
    return table.connections().stream().map(MergedConnectionsTest::known).toList();
  }

  private static ConnectionSummary known(ConnectionSummary connection) {
    return new ConnectionSummary(
        connection.protocol(),
        known(connection.client()),
        known(connection.server()),
        connection.capture(),
        connection.record(),
        connection.line(),
        connection.start(),
        connection.nanos(),
        connection.tries(),
        connection.handshakeNanos(),
        connection.outcome(),
        connection.outcomeBy(),
        connection.end(),
        connection.endBy(),
        connection.forgotten());
  }

  private static ConnectionSummary.Side known(ConnectionSummary.Side side) {
    return new ConnectionSummary.Side(
        side.host(),
        side.port(),
        side.packets(),
        side.bytes(),
        0,
        side.routers(),
        side.sequence(),
        side.id());
  }

  private static Analyzer analyzer(List<Entry> entries) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    entries.forEach(analyzer::accept);
    return analyzer;
  }
}
