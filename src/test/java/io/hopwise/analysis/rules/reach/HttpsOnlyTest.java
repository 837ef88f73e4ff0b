package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpsOnlyTest {
  private static final String ID = HttpsOnly.ID;

  @Test
  void aClientThatOpens443AloneMayHaveBeenToldTo() {
    assertThat(says(ID, "fires")).startsWith("Port 80 is silent, but 192.0.2.10 opens port 443");
  }

  @Test
  void theFoundingCaptureIsAnsweredWhenPort80IsAskedAbout() {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD.withPort(80));
    Fixtures.entries(Path.of("testdata/port/port-443-https.txt")).forEach(analyzer::accept);
    assertThat(analyzer.finish().of(ID)).hasSize(1);
  }

  @Test
  void aServerThatAnswersOn443AloneMayBeMeantSo() {
    assertThat(says(ID, "fires-unanswered"))
        .startsWith("Port 80 of 198.51.100.20 is silent, but 192.0.2.10 opens its port 443")
        .contains("meant to be reached with HTTPS only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"silent", "silent-other-server", "silent-answered-once", "silent-both-silent"})
  void aClientThatTriesPort80WasNotToldToUseHttps(String name) {
    assertThat(findings(ID, name)).isEmpty();
  }

  @Test
  void whereNobodyAskedAboutPort80NothingIsSaid() {
    Path path = Path.of("testdata/port/port-443-https.txt");
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    Fixtures.entries(path).forEach(analyzer::accept);
    assertThat(analyzer.finish().of(ID)).isEmpty();
  }
}
