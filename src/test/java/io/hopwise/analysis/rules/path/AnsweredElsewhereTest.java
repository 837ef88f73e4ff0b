package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class AnsweredElsewhereTest {
  private static final String ID = AnsweredElsewhere.ID;

  @Test
  void aPortAnsweredNearerThanTheHostIsAProxys() {
    assertThat(says(ID, "fires"))
        .contains("port 80 is answered from 1 router away (TTL 63) in 3 connections")
        .contains("the host itself is 3 routers away (TTL 61)")
        .contains("transparent proxy");
    assertThat(Fixtures.report(ID + "/fires").worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void aPortAnsweredFartherThanTheAddressIsForwarded() {
    assertThat(says(ID, "fires-behind"))
        .contains("answers pings itself from 1 router away")
        .contains("a machine behind it");
  }

  @Test
  void connectionsOnSeveralRoutesAreNoProxy() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void oneConnectionAloneMayHaveTakenAnotherRoute() {
    assertThat(says(ID, "fires-once"))
        .contains("in 1 connection", "Or that connection took another route");
  }

  @Test
  void aTtlThatAProgramSetTellsOfNoProxy() {
    assertThat(findings(ID, "silent-odd-ttl")).isEmpty();
  }

  @Test
  void anotherInitialTtlFromTheSameDistanceIsNoProxy() {
    assertThat(findings(ID, "silent-other-stack")).isEmpty();
  }
}
