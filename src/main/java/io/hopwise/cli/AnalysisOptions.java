package io.hopwise.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.FindingListener;
import io.hopwise.analysis.Rule;
import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Vantage;
import io.hopwise.cli.process.CommandFailure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that control an analysis. */
final class AnalysisOptions {
  private final AskedOptions asked = new AskedOptions();

  private static final long MIB = 1L << 20;

  @Nullable TakenAt vantage;

  Map<String, Long> thresholds = Map.of();

  List<String> disabled = List.of();

  @Nullable Integer memory;

  /** Where a capture was taken, as a word on the command line. */
  enum TakenAt {
    CLIENT(Vantage.CLIENT),
    SERVER(Vantage.SERVER);

    private final Vantage vantage;

    TakenAt(Vantage vantage) {
      this.vantage = vantage;
    }

    @Override
    public String toString() {
      return Names.option(this);
    }
  }

  void addTo(Options options) {
    asked.addTo(options);
    options.constant(
        "--vantage",
        "PLACE",
        "Where the capture was taken: client or server. By default it is inferred.",
        TakenAt.class,
        given -> vantage = given);
    options.numbers(
        "--set",
        "ID.NAME=VALUE",
        "Set a threshold of a rule; hopwise rules ID lists them. Repeatable.",
        given -> thresholds = given);
    options.number(
        "--memory",
        "MIB",
        "About how much may be remembered at a time, in MiB; 64 is the standard. What is forgotten"
            + " is counted, and what may be incomplete then is not judged.",
        given -> memory = given);
    options.texts("--disable", "ID", "Leave a rule out. Repeatable.", given -> disabled = given);
  }

  /** Checks the options before the input is opened. */
  void check() {
    analyzer(FindingListener.NONE);
  }

  /** An analyzer with these options that refers to packets by line. */
  Analyzer analyzer(FindingListener listener) {
    return analyzer(listener, Citation.LINE);
  }

  /** An analyzer with these options. */
  Analyzer analyzer(FindingListener listener, Citation citation) {
    try {
      return new Analyzer(rules(), settings().withCitation(citation), listener);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(String.valueOf(e.getMessage()));
    }
  }

  private ImmutableList<Rule> rules() {
    ImmutableSet<String> known =
        StandardRules.all().stream().map(Rule::id).collect(ImmutableSet.toImmutableSet());
    for (String id : disabled) {
      if (!known.contains(id)) {
        throw CommandFailure.usage("there is no rule " + id + "; hopwise rules lists them");
      }
    }
    return StandardRules.all().stream()
        .filter(rule -> !disabled.contains(rule.id()))
        .collect(ImmutableList.toImmutableList());
  }

  private Settings settings() {
    Settings settings = Settings.STANDARD.withThresholds(thresholds);
    if (memory != null) {
      settings = settings.withMemory(Math.max(0, memory) * MIB);
    }
    if (vantage != null) {
      settings = settings.withVantage(vantage.vantage);
    }
    return asked.addTo(settings);
  }
}
