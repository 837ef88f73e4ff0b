package io.hopwise.cli;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.FindingListener;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.observation.Observation;
import io.hopwise.cli.input.Input;
import io.hopwise.cli.input.InputOpener;
import io.hopwise.cli.output.AnalysisOutput;
import io.hopwise.cli.output.Announcer;
import io.hopwise.cli.output.ClosingMessages;
import io.hopwise.cli.output.HtmlOutput;
import io.hopwise.cli.output.JsonOutput;
import io.hopwise.cli.output.NdjsonOutput;
import io.hopwise.cli.output.TextOutput;
import io.hopwise.cli.pipeline.EntryPipeline;
import io.hopwise.cli.pipeline.InputReading;
import io.hopwise.cli.pipeline.Observing;
import io.hopwise.cli.pipeline.ReadCounts;
import io.hopwise.cli.process.ExitCode;
import io.hopwise.cli.process.Session;
import io.hopwise.cli.process.Terminal;
import io.hopwise.report.json.ReportJson;
import io.hopwise.report.text.ReportText.Extent;
import io.hopwise.report.text.Style;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code hopwise analyze}, and {@code hopwise} alone: reports packets that the claimed sender did
 * not send.
 */
final class AnalyzeCommand extends ReadingCommand {
  ReportFormat format = ReportFormat.TEXT;

  @Nullable FailOn failOn;

  boolean info;

  boolean details;

  private final AnalysisOptions analysis = new AnalysisOptions();

  /** The output format of an analysis. */
  enum ReportFormat {
    TEXT,
    JSON,
    NDJSON,
    HTML;

    @Override
    public String toString() {
      return Names.option(this);
    }
  }

  /** The grades that can make the command fail. */
  enum FailOn {
    LOW(Grade.LOW),
    MEDIUM(Grade.MEDIUM),
    HIGH(Grade.HIGH);

    private final Grade grade;

    FailOn(Grade grade) {
      this.grade = grade;
    }

    @Override
    public String toString() {
      return Names.option(this);
    }
  }

  AnalyzeCommand() {
    super(
        "analyze",
        "Reports packets whose TTL disagrees with other traffic of the same source, and"
            + " connections that nobody answered, or that somebody else answered. This is the"
            + " default command.");
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
        "text (default); ndjson, a line for each finding and a last one for the summary;"
            + " json, one document; or html, a page to attach to a ticket.",
        ReportFormat.class,
        given -> format = given);
    options.constant(
        "--fail-on",
        "GRADE",
        "End with exit code 1 if there is a finding of this grade or above: low,"
            + " medium or high.",
        FailOn.class,
        given -> failOn = given);
    options.flag(
        List.of("--info"),
        "With text: show remarks in full instead of counting them in one line.",
        given -> info = given);
    options.flag(
        List.of("--details"),
        "With text: show for every finding what it rests on, remarks included.",
        given -> details = given);
    analysis.addTo(options);
  }

  @Override
  public int run(Session session) throws IOException {
    session.messages().quiet(common.quiet);
    analysis.check();
    if (files().size() > 1) {
      return runSeveral(session);
    }
    try (Input input = new InputOpener(session).open(files().get(0))) {
      boolean live = input.live().isPresent();
      Citation citation = input.tcpdump().isPresent() ? Citation.FRAME : Citation.LINE;
      Announcer announcer = new Announcer(output(session, citation));
      Analyzer analyzer = analysis.analyzer(live ? announcer : FindingListener.NONE, citation);
      ReadCounts tally =
          new InputReading(session, input, live)
              .read(new Observing(analyzer), new AnalyzingSink(analyzer, announcer));
      Report report = analyzer.finish().withPasted(tally.pasted());
      session.writeEnd(() -> announcer.end(report, session.stop().isStopped()));
      int exitCode =
          new ClosingMessages(session.messages(), input, tally).write(common.strict, true);
      return exitCode == ExitCode.OK ? exitCode(report) : exitCode;
    }
  }

  private int runSeveral(Session session) throws IOException {
    AnalysisOutput output = output(session, Citation.LINE);
    SeveralFiles several =
        SeveralFiles.read(
            session,
            files(),
            () -> analysis.analyzer(FindingListener.NONE, Citation.LINE),
            common.strict,
            true);
    Report report = several.analyzer().finish().withPasted(several.pasted());
    Announcer announcer = new Announcer(output);
    session.writeEnd(() -> announcer.end(report, session.stop().isStopped()));
    return several.exitCode() == ExitCode.OK ? exitCode(report) : several.exitCode();
  }

  private int exitCode(Report report) {
    if (isBad(report)) {
      return ExitCode.FINDINGS;
    }
    return report.result() == Report.Result.CANNOT_JUDGE ? ExitCode.CANNOT_JUDGE : ExitCode.OK;
  }

  private boolean isBad(Report report) {
    return failOn != null && report.worst().atLeast(failOn.grade);
  }

  private AnalysisOutput output(Session session, Citation citation) throws IOException {
    return switch (format) {
      case TEXT -> new TextOutput(session.out(), style(session.terminal(), citation), extent());
      case NDJSON -> new NdjsonOutput(new ReportJson(session.out()));
      case JSON -> new JsonOutput(new ReportJson(session.out()));
      case HTML -> new HtmlOutput(session.out(), name());
    };
  }

  private Extent extent() {
    return details ? Extent.DETAILS : info ? Extent.REMARKS : Extent.FOLDED;
  }

  private String name() {
    String names = files().stream().map(SeveralFiles::name).collect(Collectors.joining(", "));
    return names.equals("-") ? "standard input" : names;
  }

  private Style style(Terminal terminal, Citation citation) {
    return new Style(
        common.colored(terminal), terminal.columns(), terminal.drawsUnicode(), citation);
  }

  /** Analyses every entry and announces findings when there is time. */
  private record AnalyzingSink(Analyzer analyzer, Announcer announcer)
      implements EntryPipeline.Sink<List<Observation>> {
    @Override
    public void accept(List<Observation> observations) throws IOException {
      for (Observation observation : observations) {
        analyzer.record(observation);
        announcer.step(analyzer);
      }
    }

    @Override
    public boolean takesACore() {
      return true;
    }

    @Override
    public void idle() throws IOException {
      announcer.look(analyzer);
    }

    @Override
    public void resting() throws IOException {
      announcer.announce(analyzer);
    }
  }
}
