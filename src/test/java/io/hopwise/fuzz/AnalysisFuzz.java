package io.hopwise.fuzz;

import static com.google.common.base.Preconditions.checkState;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.FindingListener;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.parser.Fixtures;
import java.io.ByteArrayInputStream;

/**
 * Whatever was captured is judged, within bounds, and alike whether it is told at once, later, or
 * not, and whether all of it is read or what is asked for.
 */
public final class AnalysisFuzz {
  private static final Settings NARROW = Settings.STANDARD.withMemory(2 * 4096L);

  private static final int PIECE = 5;

  private AnalysisFuzz() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] data) {
    Report whole = analyze(data, new Analyzer(StandardRules.all(), Settings.STANDARD));
    Analyzer telling = new Analyzer(StandardRules.all(), Settings.STANDARD, new Listener());
    checkState(whole.equals(analyze(data, telling)), "told at once, it comes to something else");
    whole.findings().forEach(AnalysisFuzz::check);

    Analyzer asking = new Analyzer(StandardRules.all(), Settings.STANDARD);
    Fixtures.read(data, asking.detail()).forEach(asking::accept);
    checkState(whole.equals(asking.finish()), "it asks for too little");

    Analyzer waiting = new Analyzer(StandardRules.all(), Settings.STANDARD, new Listener());
    checkState(whole.equals(analyzeInPieces(data, waiting)), "told later, it comes to more");

    Analyzer narrow = new Analyzer(StandardRules.all(), NARROW, new Listener());
    Report forgetful = analyze(data, narrow);
    forgetful.findings().forEach(AnalysisFuzz::check);
    checkState(
        narrow.capture().sources().size() <= NARROW.maxSources(), "more sources than allowed");
    checkState(
        narrow.capture().connections().size() <= NARROW.maxConnections(),
        "more connections than allowed");
    checkState(
        whole.counts().records() == forgetful.counts().records(), "what is forgotten is counted");
  }

  private static Report analyze(byte[] data, Analyzer analyzer) {
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(data));
    while (reader.hasNext()) {
      analyzer.accept(reader.next());
    }
    return analyzer.finish();
  }

  private static Report analyzeInPieces(byte[] data, Analyzer analyzer) {
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(data));
    for (int number = 1; reader.hasNext(); number++) {
      analyzer.record(analyzer.observe(reader.next()));
      if (number % PIECE == 0) {
        analyzer.judge();
      }
    }
    return analyzer.finish();
  }

  private static void check(Finding finding) {
    checkState(!finding.says().isEmpty(), "says nothing: %s", finding);
    checkState(finding.count() >= 0, "counts %s", finding.count());
    checkState(finding.packets().size() <= finding.count(), "shows more than there is");
  }

  private static final class Listener implements FindingListener {
    @Override
    public void found(Finding finding) {
      check(finding);
    }
  }
}
