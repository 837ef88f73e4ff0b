package io.hopwise.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.RuleIds;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private static final Path FOUNDING = Path.of("testdata", "reset", "who-sent-the-reset.txt");

  private final List<String> written = new ArrayList<>();

  /** Writes down what it is told. */
  private final class Notes implements AnalysisOutput {
    @Override
    public void announce(Finding finding, int revision) {
      note(finding, revision);
    }

    @Override
    public void withdraw(Finding finding, String reason) {
      written.add("withdrawn " + finding.id());
    }

    @Override
    public void end(
        Report report, ImmutableMap<Finding, Integer> unannounced, boolean interrupted) {
      unannounced.forEach(this::note);
    }

    private void note(Finding finding, int revision) {
      if (finding.rule().equals(RuleIds.FORGED_RESET)) {
        written.add(finding.id() + " " + revision + ": " + finding.count());
      }
    }
  }

  @Test
  void aFindingThatGrowsKeepsItsIdAndGetsTheNextRevision() throws IOException {
    Announcer announcer = new Announcer(new Notes());
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD, announcer);
    List<Entry> entries = Fixtures.entries(FOUNDING);
    for (Entry entry : entries) {
      analyzer.record(analyzer.observe(entry));
      announcer.announce(analyzer);
    }
    analyzer.record(analyzer.observe(entries.get(1)));
    announcer.end(analyzer.finish(), false);
    assertThat(written).isNotEmpty().doesNotHaveDuplicates();
    for (int i = 0; i < written.size(); i++) {
      assertThat(written.get(i)).startsWith("forged-reset/192.168.40.129 " + (i + 1) + ": ");
    }
    assertThat(written.get(written.size() - 1)).endsWith(": 4");
  }
}
