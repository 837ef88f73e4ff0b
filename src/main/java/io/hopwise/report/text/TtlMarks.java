package io.hopwise.report.text;

import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.distance.TtlLevel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks the TTLs that decide a finding, wherever its words name them. */
final class TtlMarks {
  private static final Pattern NAMED = Pattern.compile("\\b(TTL|ttl|hlim)([ \\x00]+)(\\d{1,3})\\b");

  /** Stands for a space that no line is broken at. Safe text has none of its own. */
  private static final char TIE = '\0';

  private final Finding finding;
  private final Style style;
  private final ImmutableSet<Integer> differing;
  private final ImmutableSet<Integer> fitting;

  TtlMarks(Finding finding, Style style) {
    this.finding = finding;
    this.style = style;
    differing =
        finding.observed().stream().map(TtlLevel::ttl).collect(ImmutableSet.toImmutableSet());
    fitting =
        finding.baseline().stream()
            .flatMap(baseline -> baseline.levels().stream())
            .map(TtlLevel::ttl)
            .collect(ImmutableSet.toImmutableSet());
  }

  /** The text with each TTL tied to its number, so that both come on one line. */
  String joined(String text) {
    return NAMED.matcher(text).replaceAll("$1" + TIE + "$3");
  }

  /** A line with its TTLs marked: those that do not fit in one way, those that do in another. */
  String marked(String line) {
    Matcher found = NAMED.matcher(line);
    StringBuilder text = new StringBuilder();
    while (found.find()) {
      String named = found.group().replace(TIE, ' ');
      found.appendReplacement(
          text, Matcher.quoteReplacement(marked(named, Integer.parseInt(found.group(3)))));
    }
    return found.appendTail(text).toString().replace(TIE, ' ');
  }

  private String marked(String named, int ttl) {
    if (differing.contains(ttl) == fitting.contains(ttl)) {
      return named;
    }
    return fitting.contains(ttl) ? style.fits(named) : style.differs(finding.grade(), named);
  }
}
