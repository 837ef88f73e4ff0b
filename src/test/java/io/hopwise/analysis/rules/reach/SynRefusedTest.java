package io.hopwise.analysis.rules.reach;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.only;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class SynRefusedTest {
  private static final String ID = SynRefused.ID;

  @Test
  void aResetFromTheHostItselfIsAClosedPort() {
    assertThat(findings(ID, "fires")).containsExactly("INFO x1 [6] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("TTL fits the host's other packets: the port is closed");
    assertThat(only(ID, "fires").confidence()).isEqualTo(Grade.MEDIUM);
  }

  @Test
  void withoutABaselineItCannotBeTold() {
    assertThat(says(ID, "fires-without-baseline")).contains("ping the host while capturing");
  }

  @Test
  void withoutTtlsItCannotBeTold() {
    assertThat(says(ID, "fires-without-ttl")).contains("run tcpdump with -v");
  }

  @Test
  void aForgedRefusalIsLeftToTheOtherRule() {
    assertThat(Fixtures.report("forged-reset/fires").of(ID)).isEmpty();
  }

  @Test
  void aResetOfAnEstablishedConnectionIsNoRefusal() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void atTheServerAFullTtlIsThisMachinesOwn() {
    assertThat(says(ID, "fires-here")).contains("this machine itself refused");
  }

  @Test
  void onLoopbackThisMachineRefused() {
    assertThat(says(ID, "fires-loopback")).contains("This machine itself refused");
  }

  @Test
  void whatThisMachineRefusedNeedsNothingToCompareWith() {
    assertThat(Fixtures.report(ID + "/fires-here").result()).isEqualTo(Report.Result.FINDINGS);
    assertThat(Fixtures.report(ID + "/fires-loopback").result()).isEqualTo(Report.Result.FINDINGS);
    assertThat(Fixtures.report(ID + "/fires-without-baseline").result())
        .isEqualTo(Report.Result.CANNOT_JUDGE);
  }

  @Test
  void whatGoesToItsOwnAddressThisMachineRefused() {
    assertThat(says(ID, "fires-own-address")).contains("This machine itself refused");
  }
}
