package io.hopwise.analysis;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.hopwise.analysis.traffic.Connection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The findings announced to a listener while the capture is read, and the connections that show
 * each. A finding that no connection shows any more is withdrawn.
 */
final class LiveFindings {
  /** Of each rule, so that a flood of what one says does not silence another. */
  private static final int MAX_ANNOUNCED = DraftStore.MAX_CAUSES;

  private final FindingListener listener;
  private final Predicate<String> settled;
  private final Map<String, Announced> announced = new LinkedHashMap<>();
  private final Map<String, Integer> announcedOfRule = new HashMap<>();

  private static final class Announced {
    private final Set<Connection> shownBy = new LinkedHashSet<>(1);
    private Finding finding;
    private boolean improved;

    Announced(Finding finding) {
      this.finding = finding;
    }

    Announced(Announced other) {
      this.finding = other.finding;
      this.improved = other.improved;
    }
  }

  /**
   * Nothing is announced yet.
   *
   * @param listener is called with what is announced
   * @param settled whether connections that are forgotten have shown a finding of this key
   */
  LiveFindings(FindingListener listener, Predicate<String> settled) {
    this.listener = listener;
    this.settled = settled;
  }

  /** Takes over what another announced, as it stands. */
  void addAll(LiveFindings others) {
    others.announced.forEach((key, was) -> announced.put(key, new Announced(was)));
    announcedOfRule.putAll(others.announcedOfRule);
  }

  /** Whether a finding of this key of {@link DraftStore#key} was announced and not withdrawn. */
  boolean isAnnounced(String key) {
    return announced.containsKey(key);
  }

  /** A connection was judged: withdraws what it alone had shown, and announces what is new. */
  void show(Connection connection, List<Finding> findings) {
    Map<String, Finding> shown = new LinkedHashMap<>();
    for (Finding finding : findings) {
      // Remarks, and what cannot be judged yet, wait for the end.
      if (finding.confidence() != Grade.INFO) {
        shown.put(key(finding), finding);
      }
    }
    Sets.difference(connection.shown(), shown.keySet()).forEach(key -> withdraw(connection, key));
    shown.forEach((key, finding) -> announce(key, finding, connection));
    connection.setShown(ImmutableSet.copyOf(shown.keySet()));
  }

  private void announce(String key, Finding finding, Connection connection) {
    Announced before = announced.get(key);
    if (before == null && announcedOfRule.getOrDefault(finding.rule(), 0) >= MAX_ANNOUNCED) {
      return;
    }
    if (before == null) {
      before = new Announced(finding);
      announced.put(key, before);
      announcedOfRule.merge(finding.rule(), 1, Integer::sum);
      connection.watchClosely();
      listener.found(finding);
    } else if (!before.improved && finding.grade().compareTo(before.finding.grade()) > 0) {
      Finding worse = before.finding;
      before.finding = finding;
      before.improved = true;
      listener.improved(worse, finding);
    }
    before.shownBy.add(connection);
  }

  /** A connection is forgotten. */
  void forget(Connection connection) {
    connection.shown().forEach(key -> withdraw(connection, key));
    connection.setShown(ImmutableSet.of());
  }

  private void withdraw(Connection connection, String key) {
    Announced was = announced.get(key);
    if (was == null || !was.shownBy.remove(connection) || !was.shownBy.isEmpty()) {
      return;
    }
    if (!settled.test(key)) {
      announced.remove(key);
      announcedOfRule.merge(was.finding.rule(), -1, Integer::sum);
      listener.withdrawn(was.finding, "packets that came later explain it");
    }
  }

  /**
   * The final findings: announces how they differ from what was announced.
   *
   * @param gathered the keys of those that are told as part of another one: they still hold
   */
  void end(List<Finding> findings, Set<String> gathered) {
    Map<String, Finding> last = new LinkedHashMap<>();
    findings.forEach(finding -> last.put(key(finding), finding));
    announced.forEach(
        (key, was) -> {
          if (!gathered.contains(key)) {
            end(was.finding, last.get(key));
          }
        });
    last.forEach(
        (key, finding) -> {
          if (!announced.containsKey(key)) {
            listener.found(finding);
          }
        });
  }

  private void end(Finding before, @Nullable Finding now) {
    if (now == null) {
      listener.withdrawn(before, "the rest of the capture explains it");
    } else if (!now.grade().atLeast(before.grade())) {
      listener.withdrawn(before, "the rest of the capture speaks against it; what is left:");
      listener.found(now);
    } else if (now.grade() != before.grade()) {
      listener.improved(before, now);
    }
  }

  private static String key(Finding finding) {
    return DraftStore.key(finding.rule(), finding.cause());
  }
}
