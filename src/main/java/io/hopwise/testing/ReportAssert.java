package io.hopwise.testing;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.Rule;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.text.Spelling;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a report, {@linkplain HopwiseAssertions#assertThat(Report) created here}.
 *
 * @since 0.1
 */
public class ReportAssert extends HopwiseAssert<ReportAssert, Report> {
  private @Nullable PacketCapture capture;

  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
  public ReportAssert(@Nullable Report actual) {
    super(actual, ReportAssert.class);
  }

  /** The capture that was judged, whose lines failures can show. */
  ReportAssert about(PacketCapture judged) {
    capture = judged;
    return myself;
  }

  /** Something was compared, and all of it fits. */
  public ReportAssert isClean() {
    return hasResult(Report.Result.CLEAN);
  }

  /** Nothing could be compared. */
  public ReportAssert cannotJudge() {
    return hasResult(Report.Result.CANNOT_JUDGE);
  }

  /** One of the three results. */
  public ReportAssert hasResult(Report.Result result) {
    isNotNull();
    boolean holds = actual.result() == result;
    return holds ? myself : fail("result " + result, actual.result().name(), actual.findings());
  }

  /** Continues with the first finding of a rule, by its id, such as {@code forged-reset}. */
  public FindingAssert hasFinding(String rule) {
    isNotNull();
    isRule(rule);
    ImmutableList<Finding> found = actual.of(rule);
    Finding finding = found.isEmpty() ? null : found.get(0);
    if (finding == null) {
      String why = actual.findings().isEmpty() ? ": " + actual.reason() : "";
      missing("Expecting a finding " + rule + ", but found " + rules(actual.findings()) + why);
    }
    return part(
        FindingAssert.class,
        Finding.class,
        finding,
        FindingAssert::new,
        finding == null ? Context.NOWHERE : where(finding.packets()));
  }

  /** Continues with the first finding of a rule, which may be one of your own. */
  public FindingAssert hasFinding(Rule rule) {
    return hasFinding(rule.id());
  }

  /** There is no finding of this rule, which may be one of your own. */
  public ReportAssert hasNoFinding(Rule rule) {
    return hasNoFinding(rule.id());
  }

  /**
   * There is no finding of this rule. That holds also where nothing could be judged, which {@link
   * #isClean} tells apart.
   */
  public ReportAssert hasNoFinding(String rule) {
    isNotNull();
    isRule(rule);
    ImmutableList<Finding> found = actual.of(rule);
    return found.isEmpty() ? myself : fail("no finding " + rule, rules(found).toString(), found);
  }

  /** Fails for a mistyped rule id, so that no test passes without proving anything. */
  private void isRule(String rule) {
    if (!actual.rules().isEmpty() && !actual.rules().contains(rule)) {
      throw new AssertionError(
          "There is no rule " + rule + "; " + Spelling.hint(rule, actual.rules()));
    }
  }

  /** There is no finding of this grade or a higher one. */
  public ReportAssert hasNoFindingsFrom(Grade grade) {
    isNotNull();
    List<Finding> found =
        actual.findings().stream().filter(finding -> finding.grade().atLeast(grade)).toList();
    return found.isEmpty()
        ? myself
        : fail("no finding from " + grade + " up", rules(found).toString(), found);
  }

  /** Fails and shows the findings, their sentences and their lines. */
  private ReportAssert fail(String expected, String found, List<Finding> findings) {
    StringBuilder message = new StringBuilder();
    message.append("Expecting ").append(expected).append(", but found ").append(found);
    if (findings.isEmpty()) {
      message.append(": ").append(actual.reason());
    }
    findings.forEach(finding -> message.append("\n  ").append(finding.says()));
    List<PacketRef> packets = findings.stream().flatMap(ReportAssert::shown).toList();
    return expect(false, message + where(packets).excerpt());
  }

  private static Stream<PacketRef> shown(Finding finding) {
    return finding.packets().stream().limit(2);
  }

  private Context where(List<PacketRef> packets) {
    PacketCapture judged = capture;
    return judged == null ? Context.of(packets) : Context.in(judged, packets);
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(finding -> finding.rule() + " (" + finding.grade() + ")").toList();
  }
}
