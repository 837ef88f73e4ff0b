package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.packet.Packet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that somebody who embeds the library may write. */
final class OwnRuleTest {
  /** Reports hosts that answer pings from farther away than allowed. */
  record FarHost(int most) implements Rule {
    @Override
    public String id() {
      return "far-host";
    }

    @Override
    public String summary() {
      return "a host is more than " + most + " routers away";
    }

    @Override
    public String documentation() {
      return "Every echo reply is looked at. LOW.";
    }

    @Override
    public Run start(Settings settings) {
      return new PacketRun() {
        @Override
        public void packet(Packet packet, ObservedPacket seen, Findings out) {
          int hops = HopSet.of(seen.ttl().orElse(0)).hops().orElse(0);
          if (seen.kind() == PacketKind.ECHO_REPLY && hops > most) {
            String host = seen.flow().source().host();
            out.about(host).claim(host).packet(seen).grade(Grade.LOW);
          }
        }

        @Override
        public Run merge(Run later) {
          return this;
        }

        @Override
        public void conclude(FindingBuilder draft, ObservedCapture capture) {
          draft.says(draft.claim() + " is more than " + most + " routers away.");
        }
      };
    }
  }

  @Test
  void standsBesideTheRulesOfTheLibrary() {
    List<Rule> rules =
        ImmutableList.<Rule>builder().addAll(StandardRules.all()).add(new FarHost(2)).build();
    Analyzer analyzer = new Analyzer(rules, Settings.STANDARD);
    Fixtures.entries(Path.of("testdata/reset/who-sent-the-reset.txt")).forEach(analyzer::accept);
    Report report = analyzer.finish();
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactly("forged-reset", "far-host");
    assertThat(report.of("far-host").get(0).count()).isEqualTo(4);
    assertThat(report.of("far-host").get(0).says())
        .isEqualTo("192.168.40.129 is more than 2 routers away.");
  }
}
