package io.hopwise.report.text;

import io.hopwise.analysis.Rule;
import io.hopwise.analysis.settings.Threshold;
import java.util.List;

/**
 * Rules as text for people.
 *
 * @since 0.1
 */
public final class RuleText {
  private RuleText() {}

  /** The rules, one or two lines each. */
  public static String list(List<Rule> rules, int columns) {
    int widest = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Rule rule : rules) {
      appendColumns(text, rule.id(), widest + 2, rule.summary(), columns);
    }
    return text.toString();
  }

  /** Everything about one rule. */
  public static String about(Rule rule, int columns) {
    StringBuilder text = new StringBuilder(rule.id()).append("\n\n");
    for (String paragraph : rule.documentation().strip().split("\n", -1)) {
      Wrapped.lines(paragraph, columns).forEach(line -> text.append(line).append('\n'));
    }
    if (!rule.thresholds().isEmpty()) {
      text.append("\nThresholds, for --set:\n");
    }
    int widest = rule.thresholds().stream().mapToInt(t -> t.fullName().length()).max().orElse(0);
    for (Threshold threshold : rule.thresholds()) {
      appendColumns(
          text,
          "  " + threshold.fullName(),
          widest + 4,
          threshold.meaning() + " (" + range(threshold) + ")",
          columns);
    }
    return text.toString();
  }

  private static String range(Threshold threshold) {
    return threshold.standard() + "; " + threshold.min() + " to " + threshold.max();
  }

  private static void appendColumns(
      StringBuilder text, String left, int width, String right, int columns) {
    String start = Widths.left(left, width);
    for (String line : Wrapped.lines(right, Math.max(24, columns - width))) {
      text.append(start).append(line).append('\n');
      start = " ".repeat(width);
    }
  }
}
