package io.hopwise.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drafts by rule and cause, so many at most. */
final class Pool {
  private static final int MAX_CAUSES = 4096;

  final Map<String, Draft> drafts = new LinkedHashMap<>();
  final Capture capture;
  long judged;
  private final Set<Long> reported = new HashSet<>();

  Pool(Capture capture) {
    this.capture = capture;
  }

  /** Where one rule reports to. */
  Findings of(String rule) {
    return new RuleFindings(rule);
  }

  private final class RuleFindings implements Findings {
    private final String rule;

    RuleFindings(String rule) {
      this.rule = rule;
    }

    @Override
    public Draft about(String cause) {
      String key = rule + "\n" + cause;
      Draft known = drafts.get(key);
      if (known != null) {
        return known;
      }
      // Beyond the bound everything of a rule is one finding, so that it still has its count.
      boolean full = drafts.size() >= MAX_CAUSES;
      return drafts.computeIfAbsent(
          full ? rule + "\n" : key, k -> new Draft(rule, full ? "" : cause));
    }

    @Override
    public boolean isReported(Sighting packet) {
      return reported.contains(packet.record);
    }

    @Override
    public void report(Sighting packet) {
      reported.add(packet.record);
    }

    @Override
    public Capture capture() {
      return capture;
    }

    @Override
    public void judged(Sighting packet) {
      judged++;
    }
  }

  void absorb(Pool other, long records, long lines) {
    for (Map.Entry<String, Draft> entry : other.drafts.entrySet()) {
      Draft theirs = entry.getValue();
      drafts
          .computeIfAbsent(entry.getKey(), key -> new Draft(theirs.rule(), theirs.cause()))
          .absorb(theirs, records, lines);
    }
    judged += other.judged;
  }

  List<Draft> all() {
    return new ArrayList<>(drafts.values());
  }
}
