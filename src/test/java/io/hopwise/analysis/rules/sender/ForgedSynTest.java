package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.report;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Report;
import org.junit.jupiter.api.Test;

final class ForgedSynTest {
  private static final String ID = ForgedSyn.ID;

  @Test
  void aHostThatResetsWhatItIsAnsweredWithDisownsTheSyn() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x4 [1, 3, 5, 7] several addresses");
    assertThat(says(ID, "fires")).contains("TTL 242: 13 routers", "at 8 routers");
  }

  @Test
  void itsResetIsNotHeldAgainstTheForgedSyn() {
    assertThat(report(ID + "/fires").of("forged-reset")).isEmpty();
  }

  @Test
  void aSynFromTheHostsOwnDistanceMayBeItsOwn() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void aResetWithAnotherNumberAnswersSomethingElse() {
    assertThat(findings(ID, "silent-other-number")).isEmpty();
  }

  @Test
  void aFloodOfSynsThatTheServerAnswersIsDisownedFromTheSamePorts() {
    assertThat(findings(ID, "fires-same-port"))
        .containsExactly("INFO x4 [1, 4, 7, 10] several addresses");
    assertThat(report(ID + "/fires-same-port").result()).isEqualTo(Report.Result.FINDINGS);
  }

  @Test
  void aScannerThatMakesUpItsSynsForgesNothing() {
    assertThat(findings(ID, "silent-scanner")).isEmpty();
  }
}
