package io.hopwise.lab;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.Report.Result;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Hopwise makes of what real kernels sent. Needs root; skipped where the lab cannot run. */
@Tag("long")
class LabTest {
  private static final String SERVER = "10.9.4.2";

  @TempDir private Path folder;

  @BeforeAll
  static void assumeTheLabRuns() throws Exception {
    Lab.assumeItRuns();
  }

  @Test
  void firewallResetIsNamedWithItsDistance() throws Exception {
    assertForged(Lab.analyze("firewall-reset", folder), SERVER, 3, Grade.MEDIUM, 63, 61);
  }

  @Test
  void firewallResetOverIpv6IsNamedWithItsDistance() throws Exception {
    Report report = Lab.analyze("ipv6-firewall-reset", folder);
    assertForged(report, "2001:db8:9:4::2", 3, Grade.MEDIUM, 63, 61);
  }

  @Test
  void serverThatStartsAt128IsComparedByDistance() throws Exception {
    assertForged(Lab.analyze("ttl-128", folder), SERVER, 3, Grade.MEDIUM, 63, 125);
  }

  @Test
  void resetIntoARunningTransferIsHigh() throws Exception {
    assertForged(Lab.analyze("injected-reset", folder), SERVER, 1, Grade.HIGH, 63, 61);
  }

  @Test
  void resetOfAnIdleConnectionNamesTheSilence() throws Exception {
    Report report = Lab.analyze("idle-timeout-reset", folder);
    assertForged(report, SERVER, 1, Grade.MEDIUM, 63, 61);
    assertThat(report.findings())
        .anySatisfy(finding -> assertThat(finding.says() + finding.evidence()).contains("300"));
  }

  @Test
  void closedPortRefusesByItself() throws Exception {
    Report report = Lab.analyze("closed-port", folder);
    assertNothingForged(report);
    assertThat(report.of("syn-refused"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.says()).contains("the port is closed"));
  }

  @Test
  void droppedPortIsUnanswered() throws Exception {
    Report report = Lab.analyze("dropped-port", folder);
    assertNothingForged(report);
    assertThat(report.of("syn-unanswered"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.says()).contains("Taken at the client"));
  }

  @Test
  void droppedAtTheServerIsItsOwnFilter() throws Exception {
    Report report = Lab.analyze("dropped-at-server", folder);
    assertNothingForged(report);
    assertThat(report.of("syn-unanswered"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.says()).contains("Taken at the server"));
  }

  @Test
  void droppedBehindTheFirewallIsNotItsDoing() throws Exception {
    Report report = Lab.analyze("dropped-behind", folder);
    assertNothingForged(report);
    assertThat(report.of("syn-unanswered"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.says()).contains("Taken between client"))
        .satisfies(finding -> assertThat(finding.packets()).hasSize((int) finding.count()))
        .satisfies(finding -> assertThat(finding.count()).isBetween(3L, 4L));
  }

  @Test
  void aCaptureWithoutPacketsSaysThatNothingArrives() throws Exception {
    Report report = Lab.analyze("nothing-arrives", folder);
    assertThat(report.of("nothing-captured")).hasSize(1);
    assertThat(report.findings()).hasSize(1);
  }

  @Test
  void icmpRejectionNamesTheFirewall() throws Exception {
    Report report = Lab.analyze("icmp-rejected", folder);
    assertNothingForged(report);
    Finding finding = report.of("syn-rejected-by-icmp").get(0);
    assertThat(finding.says()).contains("10.9.2.2", "1 router", "prohibited");
  }

  @Test
  void secondFirewallIsAnotherDevice() throws Exception {
    Report report = Lab.analyze("second-firewall", folder);
    ImmutableList<Integer> seen =
        report.of("forged-reset").stream()
            .flatMap(finding -> finding.observed().stream())
            .map(TtlLevel::ttl)
            .sorted()
            .collect(toImmutableList());
    assertThat(seen).containsExactly(61, 63);
  }

  @Test
  void openPortIsClean() throws Exception {
    Report report = Lab.analyze("open-port", folder);
    assertThat(report.result()).isEqualTo(Result.CLEAN);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void routeChangeIsNoForgery() throws Exception {
    Report report = Lab.analyze("route-change", folder);
    assertNothingForged(report);
    assertThat(report.of("route-change")).isNotEmpty();
  }

  @Test
  void equalCostRoutesAreNoForgery() throws Exception {
    assertNothingForged(Lab.analyze("equal-cost", folder));
  }

  @Test
  void loadBalancerThatAnswersEveryHandshakeIsNoForgery() throws Exception {
    assertNothingForged(Lab.analyze("load-balancer", folder));
  }

  @Test
  void proxyThatOwnsThePortIsNoForgery() throws Exception {
    assertNothingForged(Lab.analyze("proxy", folder));
  }

  @Test
  void natIsNoForgery() throws Exception {
    assertNothingForged(Lab.analyze("nat", folder));
  }

  @Test
  void serverThatStartsAt255IsComparedByDistance() throws Exception {
    assertForged(Lab.analyze("ttl-255", folder), SERVER, 3, Grade.MEDIUM, 63, 252);
  }

  @Test
  void tracingTheRouteExcusesNoReset() throws Exception {
    Report report = Lab.analyze("traceroute-beside-reset", folder);
    assertForged(report, SERVER, 3, Grade.MEDIUM, 63, 61);
    assertThat(report.of("forged-reset").get(0).says()).contains("10.9.2.2");
  }

  @Test
  void refusalsFromTheHostsDistanceAreNoForgery() throws Exception {
    for (String scene :
        List.of("own-filter-reset", "ipv6-closed-port", "asymmetric-route", "mid-path")) {
      Report report = Lab.analyze(scene, folder);
      assertNothingForged(report);
      assertThat(report.of("syn-refused")).as(scene).hasSize(1);
    }
  }

  @Test
  void aForwardedPortIsAMachineBehindTheAddress() throws Exception {
    Report report = Lab.analyze("port-forward-refused", folder);
    assertNothingForged(report);
    assertThat(report.of("answered-elsewhere").get(0).says()).contains("a machine behind it");
  }

  @Test
  void aForgerThatTakesTheTtlOfTheServerIsFound() throws Exception {
    Report report = Lab.analyze("same-ttl-forger", folder);
    Finding finding = report.of("forged-same-ttl").get(0);
    assertThat(finding.grade()).isEqualTo(Grade.HIGH);
    assertThat(finding.count()).isEqualTo(1);
    assertThat(finding.says()).contains("another machine at that distance");
  }

  @Test
  void aFirewallRightInFrontOfTheServerIsToldWithCare() throws Exception {
    Finding finding = Lab.analyze("firewall-in-front", folder).of("forged-reset").get(0);
    assertThat(finding.grade()).isEqualTo(Grade.LOW);
    assertThat(finding.count()).isEqualTo(3);
    assertThat(finding.says()).contains("a firewall right in front of it, or port forwarding");
  }

  @Test
  void whatThisMachineResetsIsMadeHereAndOtherRefusalsAreNot() throws Exception {
    Report report = Lab.analyze("made-here", folder);
    assertThat(report.of("made-here"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.count()).isEqualTo(2))
        .satisfies(finding -> assertThat(finding.says()).contains("its own packet filter"));
    assertThat(report.findings().stream().filter(f -> f.grade() != Grade.INFO)).hasSize(1);
  }

  @Test
  void onANatNobodyIsAccusedAndPingsAreAnswered() throws Exception {
    Report report = Lab.analyze("nat-both-sides", folder);
    assertNothingForged(report);
    assertThat(report.connections().connections())
        .filteredOn(some -> some.protocol() == ConnectionSummary.Protocol.PING)
        .allSatisfy(ping -> assertThat(ping.outcome()).isEqualTo(Outcome.ANSWERED));
  }

  @Test
  void aNatsOwnResetIsNoForgery() throws Exception {
    Report report = Lab.analyze("nat-own-reset", folder);
    assertNothingForged(report);
    assertThat(report.of("nat-own-reset")).hasSize(1);
  }

  @Test
  void aScannersOwnResetsAreNoForgery() throws Exception {
    assertNothingForged(Lab.analyze("syn-scan", folder));
  }

  @Test
  void aStoppedContainerIsUnreachable() throws Exception {
    Report report = Lab.analyze("stopped-container", folder);
    assertNothingForged(report);
    assertThat(report.of("syn-rejected-by-icmp").get(0).says()).contains("host unreachable");
  }

  @Test
  void aDeviceThatAnswersAnotherPortMayHaveRefused() throws Exception {
    Report report = Lab.analyze("proxy-and-reset", folder);
    assertNothingForged(report);
    assertThat(report.of("syn-refused").get(0).says())
        .contains("1 router", "Another port of the address")
        .doesNotContain("the port is closed");
  }

  @Test
  void bothSidesOfARouterAreNotJudged() throws Exception {
    Report report = Lab.analyze("both-interfaces", folder);
    assertThat(report.of("both-sides-of-router")).hasSize(1);
    assertThat(report.result()).isEqualTo(Result.CANNOT_JUDGE);
  }

  private static void assertForged(
      Report report, String claim, long count, Grade grade, int suspectTtl, int hostTtl) {
    Finding finding = report.of("forged-reset").get(0);
    assertThat(report.of("forged-reset")).hasSize(1);
    assertThat(finding.claim()).isEqualTo(claim);
    assertThat(finding.count()).isEqualTo(count);
    assertThat(finding.grade()).isEqualTo(grade);
    assertThat(finding.observed()).extracting(TtlLevel::ttl).containsExactly(suspectTtl);
    assertThat(finding.baseline())
        .flatExtracting(baseline -> baseline.levels())
        .extracting(TtlLevel::ttl)
        .contains(hostTtl);
    assertThat(finding.says()).contains("1 router", "3 routers");
  }

  private static void assertNothingForged(Report report) {
    assertThat(report.findings())
        .allSatisfy(finding -> assertThat(finding.grade()).isEqualTo(Grade.INFO));
  }
}
