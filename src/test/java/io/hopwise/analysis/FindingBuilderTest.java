package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.Hopwise;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import org.junit.jupiter.api.Test;

class FindingBuilderTest {
  /** Reports every packet twice. */
  private static final class Twice implements Rule {
    @Override
    public String id() {
      return "twice";
    }

    @Override
    public String summary() {
      return "every packet";
    }

    @Override
    public String documentation() {
      return "Every packet.";
    }

    @Override
    public Run start(Settings settings) {
      return new PacketRun() {
        @Override
        public void packet(Packet packet, ObservedPacket seen, Findings out) {
          out.about("all").packet(seen).packet(seen);
        }

        @Override
        public Run merge(Run later) {
          return this;
        }

        @Override
        public void conclude(FindingBuilder draft, ObservedCapture capture) {}
      };
    }
  }

  @Test
  void aRuleThatSeesPacketsCanPointToEachOfThem() {
    Finding finding = found(50);
    assertThat(finding.packets()).hasSize(50);
    assertThat(finding.packets()).allMatch(ref -> ref.text().toString().contains("192.0.2.9.9"));
  }

  @Test
  void aPacketReportedAgainCountsOnce() {
    Finding finding = found(50);
    assertThat(finding.count()).isEqualTo(50);
    assertThat(finding.observed().get(0).count()).isEqualTo(50);
  }

  private static Finding found(int packets) {
    Analyzer analyzer = new Analyzer(ImmutableList.of(new Twice()), Settings.STANDARD);
    for (int i = 0; i < packets; i++) {
      analyzer.accept(datagramFrom("192.0.2.1"));
    }
    return analyzer.finish().of("twice").get(0);
  }

  private static Entry datagramFrom(String host) {
    return Hopwise.parse(
        "IP (tos 0x0, ttl 60, id 1, offset 0, flags [DF], proto UDP (17), length 29)\n    "
            + host
            + ".9 > 192.0.2.9.9: UDP, length 1\n");
  }

  @Test
  void theDistanceTableIsInTheOrderInWhichSourcesWereFirstSeen() {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    for (String host : new String[] {"192.0.2.1", "192.0.2.2", "192.0.2.1"}) {
      analyzer.accept(datagramFrom(host));
    }
    assertThat(analyzer.report().sources())
        .extracting(Report.SourceRow::host)
        .containsExactly("192.0.2.1", "192.0.2.2");
  }
}
