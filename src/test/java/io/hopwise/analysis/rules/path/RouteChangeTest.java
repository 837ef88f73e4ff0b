package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class RouteChangeTest {
  private static final String ID = RouteChange.ID;

  @Test
  void aTtlThatShiftsAndStaysIsARouteChange() {
    assertThat(says(ID, "fires")).contains("The route from 198.51.100.20 changed");
    assertThat(Fixtures.report("route-change/fires").worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void oneTtlThroughoutIsNoRouteChange() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void anotherStackAtTheSameDistanceIsNoOtherRoute() {
    assertThat(findings(ID, "silent-same-hops")).isEmpty();
    assertThat(Fixtures.report(ID + "/silent-same-hops").of("split-initial-ttl")).hasSize(1);
  }

  @Test
  void whatAnswersTheHandshakeAloneIsAProxy() {
    assertThat(says(ID, "fires-syn-proxy"))
        .contains("One answers the handshake", "a SYN proxy or load balancer", "3 connections");
  }

  @Test
  void twoStartsInOneConnectionAreNoRouteChange() {
    assertThat(says(ID, "fires-other-start"))
        .contains("They start at different TTLs")
        .doesNotContain("the route");
  }
}
