package io.hopwise.analysis;

import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.text.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds what was set against what can be set. */
final class Thresholds {
  private Thresholds() {}

  static void check(List<Rule> rules, Settings settings) {
    Set<String> ids = new HashSet<>();
    Map<String, Threshold> known = new TreeMap<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        throw new IllegalArgumentException("two rules are called " + rule.id());
      }
      rule.thresholds().forEach(threshold -> known.put(threshold.fullName(), threshold));
    }
    settings.thresholds().forEach((name, value) -> check(known, name, value));
  }

  private static void check(Map<String, Threshold> known, String name, long value) {
    Threshold threshold = known.get(name);
    if (threshold == null) {
      throw new IllegalArgumentException(
          "no threshold " + name + "; " + Spelling.hint(name, List.copyOf(known.keySet())));
    }
    if (value < threshold.min() || value > threshold.max()) {
      throw new IllegalArgumentException(
          name + " must be " + threshold.min() + " to " + threshold.max() + ", not " + value);
    }
  }
}
