package io.hopwise.cli.output;

import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.FindingListener;
import io.hopwise.analysis.Report;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Announces findings during reading: when the input pauses, or at the latest a moment after the
 * packet that proved them. If text arrives all at once, a finding is announced once, and not at all
 * if later text disproves it.
 */
public final class Announcer implements FindingListener {
  private static final long LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /**
   * The most sources and connections for which findings are summed up first: with tens of thousands
   * that takes up to a second. With more, findings are announced as they come.
   */
  private static final int FEW = 1000;

  /**
   * How often to look at the clock, in entries: for each entry it would take as long as judging.
   */
  private static final int LOOK_EVERY = 64;

  private final AnalysisOutput output;
  private final Map<String, Finding> pending = new LinkedHashMap<>();
  private final Map<String, Finding> announced = new LinkedHashMap<>();

  /** How often each finding was written, even if it was withdrawn since. */
  private final Map<String, Integer> revisions = new HashMap<>();

  /** Why findings were withdrawn. */
  private final Map<String, String> reasons = new LinkedHashMap<>();

  /** When something first had to wait for judgement or announcement. */
  private long since;

  private boolean waits;
  private int sinceLook;

  public Announcer(AnalysisOutput output) {
    this.output = output;
  }

  @Override
  public void found(Finding finding) {
    pending.put(key(finding), finding);
    reasons.remove(key(finding));
  }

  @Override
  public void withdrawn(Finding finding, String reason) {
    pending.remove(key(finding));
    reasons.put(key(finding), reason);
  }

  /** Called after each entry. */
  public void step(Analyzer analyzer) throws IOException {
    sinceLook++;
    if (sinceLook == LOOK_EVERY) {
      look(analyzer);
    }
  }

  /** Called when no entry is available, or after many entries. */
  public void look(Analyzer analyzer) throws IOException {
    sinceLook = 0;
    if (!analyzer.isDue() && pending.isEmpty() && reasons.isEmpty()) {
      return;
    }
    if (!waits) {
      waits = true;
      since = System.nanoTime();
    } else if (System.nanoTime() - since > LATEST_NANOS) {
      announce(analyzer);
    }
  }

  /** Announces everything that is known by now. */
  public void announce(Analyzer analyzer) throws IOException {
    waits = false;
    analyzer.judge();
    withdrawDisproved();
    if (pending.isEmpty()) {
      return;
    }
    boolean few = analyzer.capture().remembered() <= FEW;
    announceNew(few ? analyzer.report().findings() : pending.values());
    pending.clear();
  }

  private void withdrawDisproved() throws IOException {
    for (Map.Entry<String, String> entry : reasons.entrySet()) {
      Finding before = announced.remove(entry.getKey());
      if (before != null) {
        output.withdraw(before, entry.getValue());
      }
    }
    reasons.clear();
  }

  private void announceNew(Collection<Finding> findings) throws IOException {
    for (Finding finding : findings) {
      if (pending.containsKey(key(finding)) && !isAnnounced(finding)) {
        output.announce(finding, nextRevision(finding));
        announced.put(key(finding), finding);
      }
    }
  }

  /** Withdraws what turned out wrong, and writes the rest. */
  public void end(Report report, boolean interrupted) throws IOException {
    Map<String, Finding> last = new LinkedHashMap<>();
    report.findings().forEach(finding -> last.put(key(finding), finding));
    for (Map.Entry<String, Finding> entry : announced.entrySet()) {
      if (!last.containsKey(entry.getKey())) {
        String reason = reasons.getOrDefault(entry.getKey(), "the rest of the capture explains it");
        output.withdraw(entry.getValue(), reason);
      }
    }
    ImmutableMap.Builder<Finding, Integer> unannounced = ImmutableMap.builder();
    for (Finding finding : report.findings()) {
      if (!isAnnounced(finding)) {
        unannounced.put(finding, nextRevision(finding));
      }
    }
    output.end(report, unannounced.build(), interrupted);
  }

  private int nextRevision(Finding finding) {
    return revisions.merge(key(finding), 1, Integer::sum);
  }

  private boolean isAnnounced(Finding finding) {
    // In this order, findings are compared only if one was announced before: the JVM generates the
    // comparison of records at its first use, which takes longer than analysing a small capture.
    return Objects.equals(announced.get(key(finding)), finding);
  }

  private static String key(Finding finding) {
    return finding.id();
  }
}
