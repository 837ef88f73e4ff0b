package io.hopwise.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.connections.Actor;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.parser.Fixtures;
import io.hopwise.report.json.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that is asked about few connections has nothing to say of the others. */
class InterestTest {
  private static final ImmutableList<Rule> CURIOUS =
      StandardRules.all().stream().map(Curious::new).collect(ImmutableList.toImmutableList());

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void askingAboutEveryConnectionChangesNothing(Path text) throws IOException {
    List<Entry> entries = Fixtures.read(Fixtures.bytes(text), Detail.JUDGED);
    assertThat(report(entries, StandardRules.all())).isEqualTo(report(entries, CURIOUS));
  }

  private static String report(List<Entry> entries, List<? extends Rule> rules) throws IOException {
    Analyzer analyzer = new Analyzer(ImmutableList.copyOf(rules), Settings.STANDARD);
    entries.forEach(analyzer::accept);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportJson(out).document(analyzer.finish(), false);
    return out.toString(UTF_8);
  }

  /** A rule that asks about every connection. */
  private record Curious(Rule rule) implements Rule {
    @Override
    public String id() {
      return rule.id();
    }

    @Override
    public String summary() {
      return rule.summary();
    }

    @Override
    public String documentation() {
      return rule.documentation();
    }

    @Override
    public ImmutableList<Threshold> thresholds() {
      return rule.thresholds();
    }

    @Override
    public Run start(Settings settings) {
      Run run = rule.start(settings);
      return new StatelessRun() {
        @Override
        public void connection(Connection connection, Findings out) {
          run.connection(connection, out);
        }

        @Override
        public Optional<Actor> sender(ObservedPacket reset, ObservedCapture capture) {
          return run.sender(reset, capture);
        }

        @Override
        public void source(Source source, Findings out) {
          run.source(source, out);
        }

        @Override
        public void capture(ObservedCapture capture, Findings out) {
          run.capture(capture, out);
        }

        @Override
        public void review(FindingBuilder draft, ObservedCapture capture) {
          run.review(draft, capture);
        }

        @Override
        public void conclude(FindingBuilder draft, ObservedCapture capture) {
          run.conclude(draft, capture);
        }
      };
    }
  }
}
