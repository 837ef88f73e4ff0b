package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.evidence;
import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.only;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.testing.packets.Packets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForgedResetTest {
  private static final String ID = ForgedReset.ID;

  @Test
  void resetsFromNearerThanTheEchoRepliesAreForged() {
    assertThat(findings(ID, "fires")).containsExactly("MEDIUM x3 [2, 4, 6] 198.51.100.20");
  }

  @Test
  void theFoundingCaptureIsAnswered() {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    Fixtures.entries(Path.of("testdata/reset/who-sent-the-reset.txt")).forEach(analyzer::accept);
    Report report = analyzer.finish();
    assertThat(report.result()).isEqualTo(Report.Result.FINDINGS);
    assertThat(report.findings()).hasSize(1);
    Finding finding = report.findings().get(0);
    assertThat(finding.grade()).isEqualTo(Grade.MEDIUM);
    assertThat(finding.packets()).extracting(PacketRef::line).containsExactly(2L, 4L, 6L);
    assertThat(finding.baseline().get(0).levels().get(0).words()).isEqualTo("4 echo replies");
    assertThat(finding.says())
        .isEqualTo(
            "RST from 192.168.40.129 (lines 2, 4 and 6) arrived with TTL 63: 1 router lies between"
                + " here and its sender. 4 echo replies from the same address arrived with TTL 61:"
                + " 3 routers. The host probably did not send these resets; a device behind the"
                + " first router did. Ask whether a firewall stands there. Confidence: medium"
                + " (different protocols can take different routes).");
  }

  @Test
  void twoRunsAtOnePlaceAreCompared() {
    assertThat(findings(ID, "fires-two-runs"))
        .containsExactly("MEDIUM x3 [2, 4, 6] 192.168.40.129");
  }

  @Test
  void resetsAloneThatNothingProvokedMayBeTheHostsOwnOfAnotherCapture() {
    Finding finding = only(ID, "fires-resets-alone");
    assertThat(finding.grade()).isEqualTo(Grade.LOW);
    assertThat(finding.says()).contains("This text may hold two captures");
    assertThat(finding.innocentExplanations().get(0)).startsWith("two captures in one text");
    assertThat(findings(ID, "fires-on-this-link"))
        .containsExactly("MEDIUM x2 [16, 18] 198.51.100.20");
  }

  @Test
  void aCaptureFileHoldsOneCapture() {
    Settings frames = Settings.STANDARD.withCitation(Citation.FRAME);
    Analyzer analyzer = new Analyzer(StandardRules.all(), frames);
    Fixtures.entries(Path.of("testdata/rules", ID, "fires-resets-alone.txt"))
        .forEach(analyzer::accept);
    assertThat(analyzer.finish().worst()).isEqualTo(Grade.MEDIUM);
  }

  @Test
  void aResetInAFlowThatGoesOnIsAsGoodAsProven() {
    Finding finding = only(ID, "fires-established");
    assertThat(finding.grade()).isEqualTo(Grade.HIGH);
    assertThat(evidence(finding)).containsExactly("df-differs", "goes-on", "window");
  }

  @Test
  void silenceBeforeTheResetIsTold() {
    assertThat(says(ID, "fires-after-silence"))
        .contains("after 300 seconds of silence: an idle time-out of 300 seconds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silent",
        "silent-within-tolerance",
        "silent-masked-address",
        "silent-two-places",
        "silent-scanner",
        "silent-port-forwarding",
        "silent-service-discovery",
        "silent-wandering-flow"
      })
  void genuineResetsAreNotReported(String name) {
    assertThat(findings(ID, name)).isEmpty();
  }

  @Test
  void theToleranceCanBeSet() {
    Settings strict = Settings.STANDARD.withThresholds(Map.of("forged-reset.tolerance", 0L));
    Settings wide = Settings.STANDARD.withThresholds(Map.of("forged-reset.tolerance", 2L));
    assertThat(Fixtures.report("forged-reset/fires", wide).of(ID)).isEmpty();
    assertThat(Fixtures.report("forged-reset/fires", strict).of(ID)).hasSize(1);
  }

  @Test
  void resetsFromOneRouterNearerThanAllElseMayBeTheFirewallInFront() {
    assertThat(findings(ID, "fires-in-front")).containsExactly("LOW x2 [15, 17] 198.51.100.20");
    assertThat(says(ID, "fires-in-front")).contains("a firewall right in front of it");
  }

  @Test
  void oneSuchResetMayHaveTakenAShorterRoute() {
    assertThat(findings(ID, "silent-one-in-front")).isEmpty();
  }

  @Test
  void wherePingsAloneComeFromFartherOffItIsTheProtocol() {
    assertThat(findings(ID, "silent-pings-only")).isEmpty();
  }

  @Test
  void aDistanceConvictedOnceConvictsItsSiblings() {
    assertThat(findings(ID, "fires-siblings")).containsExactly("HIGH x2 [15, 20] 198.51.100.20");
  }

  @Test
  void insideATunnelDistancesAreFromItsEnd() {
    assertThat(findings(ID, "fires-in-vxlan")).containsExactly("HIGH x2 [15, 20] 198.51.100.20");
    assertThat(says(ID, "fires-in-vxlan"))
        .contains("in the tunnel 203.0.113.1 - 203.0.113.2 (VXLAN vni 42)")
        .contains("2 routers lie between here and its sender");
  }

  @Test
  void aTunnelsOwnPacketsAreNotComparedWithThoseInside() {
    assertThat(findings(ID, "silent-in-vxlan")).isEmpty();
  }

  @Test
  void refusalsOfOnePortOverSeveralRoutesAccuseNobody() {
    assertThat(findings(ID, "silent-routes")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent-odd-ttl", "silent-service-ttl", "silent-service-ttls"})
  void aTtlThatAProgramSetIsNoMeasure(String name) {
    assertThat(findings(ID, name)).isEmpty();
    assertThat(Fixtures.report("forged-reset/" + name).reason()).contains("may have set the TTLs");
  }

  @Test
  void otherPortsAloneAreAWeakMeasureAsAMachineMayForwardThem() {
    assertThat(findings(ID, "fires-beside-service")).containsExactly("LOW x1 [9] 198.51.100.20");
  }

  @Test
  void besideATtlThatAProgramSetPingsAreAMeasure() {
    assertThat(Fixtures.report("forged-reset/silent-odd-ttl-pings").result())
        .isEqualTo(Report.Result.CLEAN);
  }

  @ParameterizedTest
  @CsvSource({"10, 1", "12, 0"})
  void whatCameHoursBeforeIsNoMeasure(int hour, int findings) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    for (int i = 0; i < 3; i++) {
      LocalTime time = LocalTime.of(10, 0, i);
      analyzer.accept(Packets.echoReply("198.51.100.20", "192.0.2.10").ttl(61).at(time).build());
    }
    LocalTime later = LocalTime.of(hour, 30);
    analyzer.accept(Packets.tcp("192.0.2.10:40000", "198.51.100.20:22").syn().at(later).build());
    analyzer.accept(
        Packets.tcp("198.51.100.20:22", "192.0.2.10:40000")
            .rst()
            .ack(1)
            .ttl(63)
            .at(later.plusSeconds(1))
            .build());
    assertThat(analyzer.finish().of(ID)).hasSize(findings);
  }

  @Test
  void whatBothEndsSendFromAsMuchNearerAsFartherWasSeenFromElsewhere() {
    assertThat(findings(ID, "silent-moved")).isEmpty();
    assertThat(says("syn-refused", "../" + ID + "/silent-moved")).contains("another capture");
  }

  @Test
  void ttlsThatAreMadeUpConvictTheOneThatFitsByChance() {
    assertThat(only(ID, "fires-made-up").count()).isEqualTo(4);
    assertThat(evidence(only(ID, "fires-made-up"))).contains("df-differs", "sibling");
    assertThat(Fixtures.report(ID + "/fires-made-up").of("split-initial-ttl")).isEmpty();
  }

  @Test
  void aResetFromBehindTheHostIsLow() {
    assertThat(findings(ID, "fires-farther")).containsExactly("LOW x1 [18] 198.51.100.20");
  }

  @Test
  void aNeighboursCardGivesAwayTheResetOfADeviceOnThisLink() {
    assertThat(only(ID, "fires-other-link.e").grade()).isEqualTo(Grade.HIGH);
    assertThat(evidence(only(ID, "fires-other-link.e"))).contains("other-link");
  }

  @Test
  void anotherRouterOnTheLinkForgesNothing() {
    assertThat(findings(ID, "silent-other-link.e")).isEmpty();
    assertThat(findings("forged-same-ttl", "../" + ID + "/silent-other-link.e")).isEmpty();
  }
}
