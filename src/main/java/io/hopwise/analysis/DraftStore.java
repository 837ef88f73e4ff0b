package io.hopwise.analysis;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Drafts by rule and cause. The number of drafts per rule is bounded, so that a flood of one rule's
 * remarks leaves room for the findings of others; beyond the bound, one draft counts all the rest.
 *
 * @since 0.1
 */
public final class DraftStore {
  static final int MAX_CAUSES = 1024;

  final Map<String, FindingBuilder> drafts = new LinkedHashMap<>();
  final ObservedCapture capture;
  long judged;

  /** How many findings are about another port or host than the one asked about. */
  long notAsked;

  /** How many packets cannot be judged, by the reason. */
  final Map<InconclusiveReason, Long> inconclusive = new EnumMap<>(InconclusiveReason.class);

  /** The keys of findings that became part of another one. */
  final Set<String> gathered = new HashSet<>();

  private final Map<String, Integer> causes = new HashMap<>();

  /** The rule that spoke for a packet, by its record. */
  private final Map<Long, String> reported = new HashMap<>();

  /** The records of the packets that were counted as judged: several rules may judge one. */
  private final Set<Long> counted = new HashSet<>();

  private final Predicate<String> announced;

  DraftStore(ObservedCapture capture) {
    this(capture, key -> false);
  }

  /**
   * A pool that has room for some drafts even beyond the bound.
   *
   * @param announced whether the finding of a key of {@link #key} was announced and must be kept
   */
  DraftStore(ObservedCapture capture, Predicate<String> announced) {
    this.capture = capture;
    this.announced = announced;
  }

  static String key(String rule, String cause) {
    return rule + "\n" + cause;
  }

  private FindingBuilder draft(String rule, String cause) {
    String key = key(rule, cause);
    FindingBuilder known = drafts.get(key);
    if (known != null) {
      return known;
    }
    if (causes.getOrDefault(rule, 0) >= MAX_CAUSES && !announced.test(key)) {
      return drafts.computeIfAbsent(
          key(rule, FindingBuilder.OTHERS), k -> begun(rule, FindingBuilder.OTHERS));
    }
    causes.merge(rule, 1, Integer::sum);
    FindingBuilder added = begun(rule, cause);
    drafts.put(key, added);
    return added;
  }

  private FindingBuilder begun(String rule, String cause) {
    return new FindingBuilder(rule, cause, capture.texts());
  }

  private void gatherAll(String rule, List<FindingBuilder> group, String cause) {
    for (FindingBuilder part : group) {
      String key = key(rule, part.cause());
      drafts.remove(key);
      gathered.add(key);
      causes.merge(rule, -1, Integer::sum);
    }
    FindingBuilder whole = draft(rule, cause);
    group.forEach(part -> whole.absorb(part, 0, 0));
  }

  /** The rule that spoke for this packet, empty if none did. */
  String reporter(ObservedPacket packet) {
    return reported.getOrDefault(packet.record(), "");
  }

  /** A connection or source has been judged: no rule will ask about its packets again. */
  void forgetReported() {
    reported.clear();
    counted.clear();
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
    public FindingBuilder about(String cause) {
      return draft(rule, cause);
    }

    @Override
    public boolean isReported(ObservedPacket packet) {
      return reported.containsKey(packet.record());
    }

    @Override
    public void report(ObservedPacket packet) {
      reported.putIfAbsent(packet.record(), rule);
    }

    @Override
    public ObservedCapture capture() {
      return capture;
    }

    @Override
    public void judged(ObservedPacket packet) {
      judged += counted.add(packet.record()) ? 1 : 0;
    }

    @Override
    public void gather(int least, Function<FindingBuilder, Optional<String>> common) {
      Map<String, List<FindingBuilder>> groups = new LinkedHashMap<>();
      for (FindingBuilder draft : drafts.values()) {
        Optional<String> cause = draft.rule().equals(rule) ? common.apply(draft) : Optional.empty();
        cause.ifPresent(one -> groups.computeIfAbsent(one, c -> new ArrayList<>()).add(draft));
      }
      groups.forEach(
          (cause, group) -> {
            if (group.size() >= least) {
              gatherAll(rule, group, cause);
            }
          });
    }

    @Override
    public void inconclusive(ObservedPacket packet, InconclusiveReason doubt) {
      inconclusive.merge(doubt, 1L, Long::sum);
    }
  }

  void absorb(DraftStore other, long records, long lines) {
    for (FindingBuilder theirs : other.drafts.values()) {
      draft(theirs.rule(), theirs.cause()).absorb(theirs, records, lines);
    }
    judged += other.judged;
    other.inconclusive.forEach((doubt, number) -> inconclusive.merge(doubt, number, Long::sum));
  }

  List<FindingBuilder> all() {
    return new ArrayList<>(drafts.values());
  }
}
