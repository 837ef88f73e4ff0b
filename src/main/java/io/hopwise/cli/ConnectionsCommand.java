package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.observation.Observation;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.cli.input.Input;
import io.hopwise.cli.input.InputOpener;
import io.hopwise.cli.output.ClosingMessages;
import io.hopwise.cli.output.ConnectionsOutput;
import io.hopwise.cli.pipeline.EntryPipeline;
import io.hopwise.cli.pipeline.InputReading;
import io.hopwise.cli.pipeline.Observing;
import io.hopwise.cli.pipeline.ReadCounts;
import io.hopwise.cli.process.Session;
import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.report.csv.ConnectionsCsv;
import io.hopwise.report.json.ConnectionsJson;
import io.hopwise.report.text.ConnectionsText;
import io.hopwise.report.text.Style;
import java.io.IOException;
import java.util.List;

/** {@code hopwise connections}: what became of each connection. */
final class ConnectionsCommand extends ReadingCommand {
  Format format = Format.TEXT;

  private final AskedOptions asked = new AskedOptions();

  /** How to write the connections. */
  enum Format {
    TEXT,
    CSV,
    NDJSON,
    JSON;

    @Override
    public String toString() {
      return Names.option(this);
    }
  }

  ConnectionsCommand() {
    super(
        "connections",
        "Lists what became of each connection: opened, refused, rejected or unanswered, how it"
            + " ended, by whom and from how far away; then the same summed up by service.");
  }

  @Override
  boolean takesSeveralFiles() {
    return true;
  }

  @Override
  void addTo(Options options) {
    options.constant(
        "--format",
        "FORMAT",
        "text (default); csv; ndjson, a line for each connection and each service; or json,"
            + " one document.",
        Format.class,
        given -> format = given);
    asked.addTo(options);
  }

  @Override
  public int run(Session session) throws IOException {
    session.messages().quiet(common.quiet);
    ConnectionFilter filter = asked.filter();
    if (files().size() > 1) {
      return runSeveral(session, filter);
    }
    try (Input input = new InputOpener(session).open(files().get(0))) {
      Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
      ConnectionsOutput output = output(session, filter);
      output.listenTo(analyzer.connectionLog());
      ReadCounts tally =
          new InputReading(session, input, false)
              .read(new Observing(analyzer), new Sink(analyzer, output));
      session.writeEnd(() -> output.end(analyzer.report().connections()));
      return new ClosingMessages(session.messages(), input, tally)
          .write(common.strict, format != Format.TEXT);
    }
  }

  private int runSeveral(Session session, ConnectionFilter filter) throws IOException {
    Settings settings = asked.addTo(Settings.STANDARD);
    SeveralFiles several =
        SeveralFiles.read(
            session,
            files(),
            () -> new Analyzer(StandardRules.all(), settings),
            common.strict,
            format != Format.TEXT);
    ConnectionTable table = several.analyzer().report().connections();
    session.writeEnd(() -> output(session, filter).end(table));
    return several.exitCode();
  }

  private ConnectionsOutput output(Session session, ConnectionFilter filter) {
    return switch (format) {
      case TEXT -> ConnectionsOutput.atOnce(filter, table -> writeText(session, table));
      case JSON -> {
        ConnectionsJson json = new ConnectionsJson(session.out());
        yield ConnectionsOutput.atOnce(filter, json::document);
      }
      case NDJSON -> {
        ConnectionsJson json = new ConnectionsJson(session.out());
        yield ConnectionsOutput.oneByOne(filter, json::connection, json::lines);
      }
      case CSV -> {
        ConnectionsCsv csv = new ConnectionsCsv(session.out());
        yield ConnectionsOutput.oneByOne(filter, csv::write, csv::rows);
      }
    };
  }

  private void writeText(Session session, ConnectionTable table) throws IOException {
    Style style = new Style(common.colored(session.terminal()), session.terminal().columns());
    session.out().write(ConnectionsText.of(table, style).getBytes(UTF_8));
    session.out().flush();
  }

  private record Sink(Analyzer analyzer, ConnectionsOutput output)
      implements EntryPipeline.Sink<List<Observation>> {
    @Override
    public void accept(List<Observation> observations) throws IOException {
      for (Observation observation : observations) {
        analyzer.accept(observation);
      }
      output.check();
    }

    @Override
    public boolean takesACore() {
      return true;
    }

    @Override
    public void idle() {}
  }
}
