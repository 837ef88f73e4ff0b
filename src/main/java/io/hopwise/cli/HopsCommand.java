package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.Rule;
import io.hopwise.analysis.observation.Observation;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.cli.input.Input;
import io.hopwise.cli.input.InputOpener;
import io.hopwise.cli.output.ClosingMessages;
import io.hopwise.cli.pipeline.EntryPipeline;
import io.hopwise.cli.pipeline.InputReading;
import io.hopwise.cli.pipeline.Observing;
import io.hopwise.cli.pipeline.ReadCounts;
import io.hopwise.cli.process.Session;
import io.hopwise.report.json.ReportJson;
import io.hopwise.report.text.HopsTable;
import io.hopwise.report.text.Style;
import java.io.IOException;
import java.util.List;

/** {@code hopwise hops}: tells how far away each source is. */
final class HopsCommand extends ReadingCommand {
  TableFormat format = TableFormat.TEXT;

  /** The output format of the table. */
  enum TableFormat {
    TEXT,
    NDJSON;

    @Override
    public String toString() {
      return Names.option(this);
    }
  }

  HopsCommand() {
    super(
        "hops",
        "Lists the sources of a capture: the TTLs of their packets, the distance in routers and"
            + " the initial TTL that each implies, and the number of packets of each kind.");
  }

  @Override
  void addTo(Options options) {
    options.constant(
        "--format",
        "FORMAT",
        "text (default), or ndjson, a line for each source.",
        TableFormat.class,
        given -> format = given);
  }

  @Override
  public int run(Session session) throws IOException {
    session.messages().quiet(common.quiet);
    try (Input input = new InputOpener(session).open(file)) {
      // The table marks what does not fit; the lines of NDJSON are the distances alone.
      ImmutableList<Rule> rules =
          format == TableFormat.TEXT ? StandardRules.all() : ImmutableList.of();
      Analyzer analyzer = new Analyzer(rules, Settings.STANDARD);
      ReadCounts tally =
          new InputReading(session, input, false).read(new Observing(analyzer), new Sink(analyzer));
      session.writeEnd(() -> write(analyzer.finish(), session));
      return new ClosingMessages(session.messages(), input, tally).write(common.strict, true);
    }
  }

  private void write(Report report, Session session) throws IOException {
    if (format == TableFormat.NDJSON) {
      new ReportJson(session.out()).sources(report);
      return;
    }
    Style style = new Style(common.colored(session.terminal()), session.terminal().columns());
    session.out().write(HopsTable.of(report, style).getBytes(UTF_8));
    session.out().flush();
  }

  private record Sink(Analyzer analyzer) implements EntryPipeline.Sink<List<Observation>> {
    @Override
    public void accept(List<Observation> observations) {
      observations.forEach(analyzer::accept);
    }

    @Override
    public boolean takesACore() {
      return true;
    }

    @Override
    public void idle() {}
  }
}
