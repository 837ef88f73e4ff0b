package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class ManyTtlsTest {
  private static final String ID = ManyTtls.ID;

  @Test
  void aSourceWithTenTtlsIsNotJudged() {
    Report report = Fixtures.report("many-ttls/fires");
    assertThat(report.of(ID)).hasSize(1);
    assertThat(report.worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void aSourceWithOneTtlIsJudged() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void answersInItsNameDoNotHideWhatIsSaidInItsOwnConnections() {
    assertThat(findings(ID, "silent-answers")).isEmpty();
    assertThat(Fixtures.report(ID + "/silent-answers").of("forged-reset")).hasSize(1);
  }
}
