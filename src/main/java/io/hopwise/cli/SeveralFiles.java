package io.hopwise.cli;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.observation.Observation;
import io.hopwise.cli.input.Input;
import io.hopwise.cli.input.InputOpener;
import io.hopwise.cli.output.ClosingMessages;
import io.hopwise.cli.pipeline.EntryPipeline;
import io.hopwise.cli.pipeline.InputReading;
import io.hopwise.cli.pipeline.Observing;
import io.hopwise.cli.pipeline.ReadCounts;
import io.hopwise.cli.process.ExitCode;
import io.hopwise.cli.process.Session;
import io.hopwise.text.PastedForm;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads several files one after the other into one analysis. Each was captured at a place of its
 * own, but for those that tcpdump itself went on to write ({@code -C}, {@code -G}).
 */
final class SeveralFiles {
  /** {@code x.pcap1} goes on from {@code x.pcap}. */
  private static final Pattern NUMBERED = Pattern.compile("(.*\\.[a-z]+)\\d*");

  /** A date and a time in a name: eight digits or more, perhaps with something between them. */
  private static final Pattern DATED = Pattern.compile("\\d(?:[-_:.T]?\\d){7,}");

  private @Nullable Analyzer whole;
  private final ImmutableList.Builder<PastedForm> pasted = ImmutableList.builder();
  private int exitCode = ExitCode.OK;

  /**
   * Reads them.
   *
   * @param strict whether a piece of text that cannot be read is a failure
   * @param needsTtl whether a capture without TTLs is of no use
   */
  static SeveralFiles read(
      Session session,
      List<String> files,
      Supplier<Analyzer> analyzers,
      boolean strict,
      boolean needsTtl)
      throws IOException {
    SeveralFiles several = new SeveralFiles();
    String before = "";
    for (String file : files) {
      Analyzer part = analyzers.get();
      if (!goesOn(before, name(file))) {
        part.beginCapture(name(file));
      }
      before = name(file);
      several.read(session, file, part, strict, needsTtl);
    }
    return several;
  }

  private void read(Session session, String file, Analyzer part, boolean strict, boolean needsTtl)
      throws IOException {
    try (Input input = new InputOpener(session).open(file)) {
      ReadCounts tally =
          new InputReading(session, input, false).read(new Observing(part), new Sink(part));
      pasted.addAll(tally.pasted());
      int ended = new ClosingMessages(session.messages(), input, tally).write(strict, needsTtl);
      exitCode = Math.max(exitCode, ended);
    }
    Analyzer known = whole;
    whole = known == null ? part : known.merge(part);
  }

  /** What all of them came to. */
  Analyzer analyzer() {
    Analyzer known = whole;
    if (known == null) {
      throw new IllegalStateException("no file was read");
    }
    return known;
  }

  /** How their texts were taken where they are not as tcpdump printed them. */
  ImmutableList<PastedForm> pasted() {
    return pasted.build();
  }

  /** The worst that reading one of them ended with. */
  int exitCode() {
    return exitCode;
  }

  /** The name of a file without its folders. */
  static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** Whether tcpdump, writing one file after the other, writes this one behind that. */
  static boolean goesOn(String before, String name) {
    if (before.isEmpty() || before.equals(name)) {
      return false;
    }
    String stem = NUMBERED.matcher(before).replaceFirst("$1");
    boolean numbered = !stem.equals(name) && stem.equals(NUMBERED.matcher(name).replaceFirst("$1"));
    String dated = DATED.matcher(before).replaceAll("#");
    return numbered || (!dated.equals(before) && dated.equals(DATED.matcher(name).replaceAll("#")));
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
