package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.packet.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToldAtOnceTest {
  private final List<String> told = new ArrayList<>();
  private final FindingListener listener =
      new FindingListener() {
        @Override
        public void found(Finding finding) {
          told.add("found " + finding.grade() + " " + finding.rule());
        }

        @Override
        public void improved(Finding before, Finding now) {
          told.add("improved " + before.grade() + " to " + now.grade() + " " + now.rule());
        }

        @Override
        public void withdrawn(Finding finding, String reason) {
          told.add("withdrawn " + finding.rule());
        }
      };
  private final Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD, listener);

  @Test
  void theProofMayComeAfterTheSuspect() {
    List<Entry> entries = Fixtures.entries(Path.of("testdata/reset/who-sent-the-reset.txt"));
    entries.subList(0, 7).forEach(analyzer::accept);
    assertThat(told).isEmpty();
    analyzer.accept(entries.get(7));
    assertThat(told).containsExactly("found LOW forged-reset");
    entries.subList(8, entries.size()).forEach(analyzer::accept);
    analyzer.finish();
    assertThat(told)
        .containsExactly("found LOW forged-reset", "improved LOW to MEDIUM forged-reset");
  }

  @Test
  void anAnswerThatCameAfterAllIsSaid() {
    List<Entry> entries = Fixtures.entries(Path.of("testdata/rules/syn-unanswered/fires.txt"));
    entries.forEach(analyzer::accept);
    assertThat(told).containsExactly("found INFO syn-unanswered");
    Fixtures.entries(Path.of("testdata/rules/syn-unanswered/silent.txt")).forEach(analyzer::accept);
    analyzer.finish();
    assertThat(told).containsExactly("found INFO syn-unanswered", "withdrawn syn-unanswered");
  }
}
