package io.hopwise.analysis.rules;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
  void aClientThatUsesBothWasNot() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
