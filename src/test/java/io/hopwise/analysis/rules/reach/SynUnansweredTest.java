package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Vantage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SynUnansweredTest {
  private static final String ID = SynUnanswered.ID;

  @Test
  void threeSynsWithoutAnAnswerAreReported() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x3 [1, 2, 3] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("If the capture was taken at the server");
  }

  @Test
  void oneSynAndSecondsOfSilenceAreReportedToo() {
    assertThat(findings(ID, "fires-after-seconds")).containsExactly("INFO x1 [1] 198.51.100.20");
  }

  @Test
  void neitherTtlsNorAddressesAreNeeded() {
    assertThat(findings(ID, "fires-without-ttl")).containsExactly("INFO x2 [1, 2] YYY.YYY.YYY.YYY");
    assertThat(says(ID, "fires-without-ttl")).contains("If the capture was taken at the server");
  }

  @Test
  void theVantageCanBeGiven() {
    Settings server = Settings.STANDARD.withVantage(Vantage.SERVER);
    assertThat(Fixtures.report("syn-unanswered/fires-without-ttl", server).of(ID).get(0).says())
        .contains("Taken at the server: the packets reach the server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fires-passed-on", "fires-passed-on-without-ttl"})
  void aSynThatComesInAndGoesOutCountsOnce(String name) {
    assertThat(findings(ID, name)).containsExactly("INFO x3 [1, 3, 5] 198.51.100.20");
    assertThat(says(ID, name)).contains("Taken between client and server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "silent-one-direction", "silent-passed-on"})
  void aSynWhoseAnswerCameOrMustHaveComeIsNotReported(String name) {
    assertThat(findings(ID, name)).isEmpty();
  }
}
