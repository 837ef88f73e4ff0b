package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Observation;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.Settings;
import io.hopwise.report.HopsTable;
import io.hopwise.report.ReportJson;
import io.hopwise.report.Style;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hopwise hops}: who is how far away. */
@Command(
    name = "hops",
    description = {
      "Lists the sources of a capture: the TTLs their packets arrived with, how many routers each"
          + " stands for and the TTL it would have started at, and how many packets of which kind.",
      ""
    })
final class HopsCommand implements Subcommand {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = Help.FILE)
  String file = "-";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the standard), or ndjson, a line for each source.")
  Format format = Format.TEXT;

  @Mixin CommonOptions common = new CommonOptions();

  /** How to write the table. */
  enum Format {
    TEXT,
    NDJSON;

    @Override
    public String toString() {
      return Names.option(this);
    }
  }

  @Override
  public void argument(String word) {
    file = word;
  }

  @Override
  public int run(Session session) throws IOException {
    session.messages().quiet(common.quiet);
    try (Input input = new InputOpener(session).open(file)) {
      Analyzer analyzer = new Analyzer(ImmutableList.of(), Settings.STANDARD);
      Tally tally = new Reading(session, input, false).read(analyzer::observe, new Sink(analyzer));
      write(analyzer.finish(), session);
      return new Aftermath(session.messages(), input, tally).tell(common.strict, true);
    }
  }

  private void write(Report report, Session session) throws IOException {
    if (format == Format.NDJSON) {
      new ReportJson(session.out()).sources(report);
      return;
    }
    Style style = new Style(common.colored(session.terminal()), session.terminal().columns());
    session.out().write(HopsTable.of(report, style).getBytes(UTF_8));
    session.out().flush();
  }

  private record Sink(Analyzer analyzer) implements EntryPump.Sink<Observation> {
    @Override
    public void accept(Observation observation) {
      analyzer.accept(observation);
    }

    @Override
    public void idle() {}
  }
}
