package io.hopwise.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.citation.Citation;
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
import io.hopwise.packet.PrintedTime;
import io.hopwise.text.English;
import io.hopwise.text.PastedForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads several files one after the other into one analysis. Each was captured at a place of its
 * own, but for those that tcpdump itself went on to write ({@code -C}, {@code -G}).
 */
final class SeveralFiles {
  private @Nullable Analyzer whole;
  private final ImmutableList.Builder<PastedForm> pasted = ImmutableList.builder();
  private int exitCode = ExitCode.OK;

  /** The files whose names without folders are those of others, too. */
  private final ImmutableSet<String> alike;

  /** When the last packet of the last file was captured. */
  private Optional<PrintedTime> end = Optional.empty();

  private SeveralFiles(List<String> files) {
    ImmutableListMultimap<String, String> byName = Multimaps.index(files, SeveralFiles::name);
    alike =
        byName.asMap().values().stream()
            .filter(some -> some.size() > 1)
            .flatMap(Collection::stream)
            .collect(ImmutableSet.toImmutableSet());
  }

  /** What a file is called among the others: with its folders where they tell it from another. */
  private String nameOf(String file) {
    return alike.contains(file) ? file : name(file);
  }

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
    SeveralFiles several = new SeveralFiles(files);
    for (RotatedFiles group : RotatedFiles.groups(files)) {
      Analyzer before = null;
      List<String> together = new ArrayList<>();
      for (int i = 0; i < group.names().size(); i++) {
        String file = group.names().get(i);
        Analyzer part = analyzers.get();
        if (before == null || !several.goesOn(before, group.beginnings().get(i), file, session)) {
          several.sayTogether(together, session);
          together.clear();
          part.beginCapture(several.nameOf(file));
        }
        together.add(several.nameOf(file));
        several.read(session, file, part, strict, needsTtl);
        before = part;
      }
      several.sayTogether(together, session);
    }
    return several;
  }

  /** Whether a file goes on where the one before ended: by its times, and by its TTLs. */
  private boolean goesOn(Analyzer before, FileBeginning next, String file, Session session) {
    String reason =
        next.isBefore(end)
            ? "begins before the file before it ends"
            : next.isElsewhere(before.capture())
                ? "shows the same hosts with other TTLs than the file before it"
                : "";
    if (!reason.isEmpty()) {
      session
          .messages()
          .notice(nameOf(file) + " " + reason + ": read as a capture of a place of its own");
    }
    return reason.isEmpty();
  }

  private void sayTogether(List<String> together, Session session) {
    if (together.size() > 1) {
      session
          .messages()
          .notice(
              English.and(together)
                  + " are read as one capture, in this order, as tcpdump -C or -G writes them");
    }
  }

  private void read(Session session, String file, Analyzer part, boolean strict, boolean needsTtl)
      throws IOException {
    end = Optional.empty();
    try (Input input = new InputOpener(session).open(file)) {
      boolean printed = input.tcpdump().isPresent();
      part.readFrom(nameOf(file), printed ? Citation.FRAME : Citation.LINE);
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

  private final class Sink implements EntryPipeline.Sink<List<Observation>> {
    private final Analyzer analyzer;

    Sink(Analyzer analyzer) {
      this.analyzer = analyzer;
    }

    @Override
    public void accept(List<Observation> observations) {
      for (Observation observation : observations) {
        analyzer.accept(observation);
        Optional<PrintedTime> time = observation.time();
        end = time.isPresent() ? time : end;
      }
    }

    @Override
    public boolean takesACore() {
      return true;
    }

    @Override
    public void idle() {}
  }
}
