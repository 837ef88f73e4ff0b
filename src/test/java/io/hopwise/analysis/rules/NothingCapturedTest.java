package io.hopwise.analysis.rules;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Settings;
import io.hopwise.analysis.Vantage;
import org.junit.jupiter.api.Test;

final class NothingCapturedTest {
  private static final String ID = NothingCaptured.ID;

  @Test
  void zeroPacketsAreReported() {
    assertThat(says(ID, "fires")).startsWith("tcpdump captured 0 packets.");
  }

  @Test
  void aPortWithoutPacketsIsReportedWhenAskedAbout() {
    Settings asked = Settings.STANDARD.withPort(80).withVantage(Vantage.SERVER);
    assertThat(Fixtures.report("nothing-captured/silent", asked).of(ID).get(0).says())
        .startsWith("No packet went from or to port 80. Taken at the server:");
  }

  @Test
  void aPortWithPacketsIsNot() {
    Settings asked = Settings.STANDARD.withPort(22);
    assertThat(Fixtures.report("nothing-captured/silent", asked).of(ID)).isEmpty();
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
