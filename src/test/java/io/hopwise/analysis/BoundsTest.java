package io.hopwise.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.connections.Outcome;
import io.hopwise.connections.Talk;
import io.hopwise.packet.Entry;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoundsTest {
  private final Analyzer analyzer =
      new Analyzer(StandardRules.all(), Settings.STANDARD.withMemory(100 * 4096L));

  @Test
  void whatIsForgottenIsCounted() {
    for (int i = 0; i < 1000; i++) {
      analyzer.accept(packet(i, "S", 50));
    }
    Report report = analyzer.report();
    int sources = analyzer.capture().sources().size();
    int connections = analyzer.capture().connections().size();
    assertThat(sources).isEqualTo(200);
    assertThat(connections).isEqualTo(100);
    assertThat(report.counts().evictedConnections()).isEqualTo(1000 - connections);
    assertThat(report.counts().evictedSources()).isEqualTo(1001 - sources);
    assertThat(report.counts().packets()).isEqualTo(1000);
  }

  @Test
  void whatIsForgottenIsJudgedBefore() {
    analyzer.accept(packet(0, ".", 50));
    analyzer.accept(packet(0, ".", 50));
    analyzer.accept(packet(0, "R", 60));
    for (int i = 1; i < 1000; i++) {
      analyzer.accept(packet(i, ".", 50));
    }
    Report report = analyzer.finish();
    assertThat(analyzer.capture().sources()).noneMatch(s -> s.host().equals("198.18.0.0"));
    assertThat(report.of("forged-reset")).hasSize(1);
    assertThat(report.of("forged-reset").get(0).claim()).isEqualTo("198.18.0.0");
  }

  @Test
  void whoProbedForgottenHostsIsStillNoBaseline() {
    for (int i = 0; i < 1000; i++) {
      analyzer.accept(packet(i, ".", 60));
      analyzer.accept(packet(i, ".", 60));
      analyzer.accept(packet(i, "R", 63));
    }
    Report report = analyzer.finish();
    assertThat(report.counts().evictedSources()).isGreaterThan(500);
    assertThat(report.of("forged-reset")).isEmpty();
    assertThat(report.of("connection-probe")).hasSize(1);
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
  }

  @Test
  void whatIsForgottenBeforeItsAnswerComesIsNotCalledUnanswered() {
    Talk talk = new Talk();
    for (int i = 0; i < 1000; i++) {
      talk.ports(10000 + i, 443).client(i, "Flags [S], seq 1000, win 64240, length 0");
      talk.datagram(i + 0.1, true, 40).datagram(i + 0.2, true, 40);
    }
    for (int i = 0; i < 1000; i++) {
      talk.ports(10000 + i, 443).datagram(1000 + i * 0.001, false, 40);
      talk.server(1000 + i * 0.001, "Flags [S.], seq 5000, ack 1001, win 65160, length 0");
    }
    Hopwise.read(new ByteArrayInputStream(talk.text().getBytes(UTF_8)))
        .forEachRemaining(analyzer::accept);
    Report report = analyzer.finish();
    assertThat(report.counts().evictedConnections()).isGreaterThan(1000);
    assertThat(report.of("syn-unanswered")).isEmpty();
    assertThat(report.of("unanswered")).isEmpty();
    assertThat(report.connections().forgotten()).isGreaterThan(1000);
    assertThat(report.connections().services())
        .allSatisfy(service -> assertThat(service.count(Outcome.UNANSWERED)).isZero());
  }

  @Test
  void theLeastRecentlySeenGoesFirst() {
    for (int i = 0; i < 1000; i++) {
      analyzer.accept(packet(0, ".", 50));
      analyzer.accept(packet(1 + i, ".", 50));
    }
    assertThat(analyzer.capture().sources()).anyMatch(s -> s.host().equals("198.18.0.0"));
  }

  @Test
  void aFloodIsOneFindingWithACount() {
    for (int i = 0; i < 5000; i++) {
      analyzer.accept(packet(0, i == 0 ? "." : i == 1 ? "P." : "R", i < 2 ? 50 : 60));
    }
    Report report = analyzer.finish();
    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().get(0).count()).isEqualTo(4998);
    assertThat(report.findings().get(0).packets()).hasSize(Flow.MAX_RESETS);
  }

  @Test
  void aFloodOfRemarksDoesNotHideAFinding() {
    List<String> told = new ArrayList<>();
    Analyzer busy =
        new Analyzer(StandardRules.all(), Settings.STANDARD, finding -> told.add(finding.rule()));
    for (int i = 1; i <= 6000; i++) {
      // Nobody answers clients that ask once each: a remark about each.
      Entry syn = packet(20_000 + i, "S", 50, host(i));
      for (int again = 0; again < 3; again++) {
        busy.accept(syn);
      }
    }
    busy.accept(packet(7000, ".", 50));
    busy.accept(packet(7000, ".", 50));
    busy.accept(packet(7000, "R", 60));
    assertThat(told).contains("syn-unanswered").endsWith("forged-reset");
    Report report = busy.finish();
    assertThat(report.of("forged-reset"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.claim()).isEqualTo("198.18.27.88"));
    assertThat(report.of("syn-unanswered").size()).isEqualTo(DraftStore.MAX_CAUSES + 1);
    assertThat(report.of("syn-unanswered"))
        .filteredOn(finding -> finding.cause().equals(FindingBuilder.OTHERS))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.says())
                    .startsWith("This sums up all that came after the first")
                    .contains("1,024 causes"));
  }

  @Test
  void whatWasToldIsNotTakenBackForWantOfRoom() {
    List<String> withdrawn = new ArrayList<>();
    FindingListener listener =
        new FindingListener() {
          @Override
          public void found(Finding finding) {}

          @Override
          public void withdrawn(Finding finding, String reason) {
            withdrawn.add(finding.cause());
          }
        };
    Analyzer busy =
        new Analyzer(StandardRules.all(), Settings.STANDARD.withMemory(100 * 4096L), listener);
    for (int i = 1; i <= 3000; i++) {
      // Two SYNs are a remark in the end, three are one at once; all are forgotten soon.
      Entry syn = packet(20_000 + i, "S", 50, host(i));
      for (int again = 0; again < (i <= 2000 ? 2 : 3); again++) {
        busy.accept(syn);
      }
    }
    Report report = busy.finish();
    assertThat(withdrawn).isEmpty();
    assertThat(report.of("syn-unanswered")).anyMatch(finding -> finding.cause().equals(host(2001)));
  }

  private static Entry packet(int source, String flags, int ttl) {
    return packet(source, flags, ttl, "192.0.2.1");
  }

  private static String host(int number) {
    return "198.18." + (number >> 8) + "." + (number & 255);
  }

  private static Entry packet(int source, String flags, int ttl, String target) {
    String ack = flags.contains(".") ? ", ack 1" : "";
    return Hopwise.parse(
        "10:00:00.000000 IP (tos 0x0, ttl "
            + ttl
            + ", id 0, offset 0, flags [DF], proto TCP (6), length 60)\n    "
            + host(source)
            + ".4000 > "
            + target
            + ".80: Flags ["
            + flags
            + "], seq 1"
            + ack
            + ", win 0, length 0\n");
  }

  @Test
  void whatMayHaveBeenForgottenAccusesNobody() {
    Analyzer full = new Analyzer(StandardRules.all(), Settings.STANDARD);
    Analyzer narrow = new Analyzer(StandardRules.all(), Settings.STANDARD.withMemory(20 * 4096));
    for (Analyzer each : List.of(full, narrow)) {
      for (int i = 1; i < 100; i++) {
        each.accept(packet(i, ".", 50));
      }
      each.accept(packet(7000, ".", 50));
      each.accept(packet(7000, ".", 50));
      each.accept(packet(7000, "R", 60));
    }
    assertThat(full.finish().of("forged-reset")).hasSize(1);
    Report report = narrow.finish();
    assertThat(report.of("forged-reset")).isEmpty();
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    assertThat(report.reason())
        .contains("may have been forgotten")
        .endsWith("a part of the capture");
  }
}
