package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.packet.Entry;
import org.junit.jupiter.api.Test;

final class BoundsTest {
  private final Analyzer analyzer =
      new Analyzer(StandardRules.all(), Settings.STANDARD.withBounds(100, 100));

  @Test
  void whatIsForgottenIsCounted() {
    for (int i = 0; i < 1000; i++) {
      analyzer.accept(packet(i, "S", 50));
    }
    Report report = analyzer.report();
    // An eighth is forgotten at a time.
    int sources = analyzer.capture().sources().size();
    int connections = analyzer.capture().connections().size();
    assertThat(sources).isBetween(88, 100);
    assertThat(connections).isBetween(88, 100);
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

  private static Entry packet(int source, String flags, int ttl) {
    String ack = flags.contains(".") ? ", ack 1" : "";
    return Hopwise.parse(
        "10:00:00.000000 IP (tos 0x0, ttl "
            + ttl
            + ", id 0, offset 0, flags [DF], proto TCP (6), length 60)\n    198.18."
            + (source >> 8)
            + "."
            + (source & 255)
            + ".4000 > 192.0.2.1.80: Flags ["
            + flags
            + "], seq 1"
            + ack
            + ", win 0, length 0\n");
  }
}
