package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.RuleIds;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.report.text.ReportText;
import io.hopwise.report.text.Style;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CitationTest {
  private static final Path REFUSED = Path.of("testdata", "tcp", "refused.txt");

  private static Finding finding(Citation citation) {
    Settings settings = Settings.STANDARD.withCitation(citation);
    Analyzer analyzer = new Analyzer(StandardRules.all(), settings);
    Fixtures.entries(REFUSED).forEach(analyzer::accept);
    return analyzer.finish().of(RuleIds.SYN_REFUSED).get(0);
  }

  @Test
  void ofACaptureFilePacketsAreCitedByNumberWithADisplayFilter() {
    Finding finding = finding(Citation.FRAME);
    assertThat(finding.says()).contains("was refused with a RST (frames 2, 4 and 6).");
    String text = ReportText.of(finding, new Style(false, 120, false, Citation.FRAME));
    assertThat(text)
        .contains("\n  packet     frame 2, 06:13:20.137931:\n")
        .contains("\n             and frames 4, 6\n")
        .contains("\n  filter     frame.number in {2,4,6}\n");
  }

  @Test
  void ofATextPacketsAreCitedByLine() {
    Finding finding = finding(Citation.LINE);
    assertThat(finding.says()).contains("was refused with a RST (lines 3, 7 and 11).");
    assertThat(ReportText.of(finding, Style.PLAIN)).doesNotContain("frame");
  }

  @Test
  void aFindingShownAnewIsMarkedAsAnUpdate() {
    Finding finding = finding(Citation.LINE);
    assertThat(ReportText.of(finding, 1, Style.PLAIN)).startsWith("INFO  syn-refused");
    assertThat(ReportText.of(finding, 2, Style.PLAIN)).startsWith("UPDATE  INFO  syn-refused");
  }

  @Test
  void evidenceCitesPacketsAsTheRestOfTheFindingDoes() {
    assertThat(evidence(Citation.LINE)).contains("goes on sending in it (line 41)");
    assertThat(evidence(Citation.FRAME)).contains("goes on sending in it (frame 21)");
  }

  private static String evidence(Citation citation) {
    Settings settings = Settings.STANDARD.withCitation(citation);
    Report report = Fixtures.report("forged-reset/fires-siblings", settings);
    return report.of(RuleIds.FORGED_RESET).get(0).evidence().toString();
  }

  @Test
  void whereAnotherCaptureBeginsIsCitedSo() {
    String one = Fixtures.text("several-captures/fires");
    assertThat(Fixtures.reportOf(one).of(RuleIds.SEVERAL_CAPTURES).get(0).says())
        .contains("from line ")
        .doesNotContain("record");
  }
}
