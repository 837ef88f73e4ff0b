package io.hopwise.testing;

import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.TtlLevel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a finding, {@linkplain HopwiseAssertions#assertThat(Finding) created here}.
 *
 * @since 0.1
 */
public class FindingAssert extends HopwiseAssert<FindingAssert, Finding> {
  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
  public FindingAssert(@Nullable Finding actual) {
    super(
        actual,
        FindingAssert.class,
        actual == null ? Context.NOWHERE : Context.of(actual.packets()));
  }

  /** It is a finding of the rule with this id. */
  public FindingAssert isOfRule(String rule) {
    isNotNull();
    return expect("rule", rule, actual.rule());
  }

  /** It is about a packet that starts on this line of the capture, 1 or more. */
  public FindingAssert onLine(long line) {
    isNotNull();
    List<Long> lines = actual.packets().stream().map(PacketRef::line).toList();
    return expect(
        lines.contains(line), "Expecting a finding on line " + line + ", but it is on " + lines);
  }

  /** It has exactly this grade. */
  public FindingAssert withGrade(Grade grade) {
    isNotNull();
    return expect("grade", grade, actual.grade());
  }

  /** It has at least this grade. */
  public FindingAssert withGradeAtLeast(Grade grade) {
    isNotNull();
    return expect(
        actual.grade().atLeast(grade),
        "Expecting grade " + grade + " at least, but found " + actual.grade());
  }

  /**
   * How many routers lie between the capture point and the real sender, and between the capture
   * point and the claimed sender.
   *
   * @param sender a distance that the packets' TTLs allow
   * @param claimed a distance that the TTLs of the baseline allow
   */
  public FindingAssert withDistances(int sender, int claimed) {
    isNotNull();
    Set<Integer> senders = hops(actual.observed().stream());
    Set<Integer> claims =
        hops(actual.baseline().stream().map(Baseline::levels).flatMap(List::stream));
    return expect(
        senders.contains(sender) && claims.contains(claimed),
        "Expecting distances "
            + sender
            + " and "
            + claimed
            + ", but found "
            + senders
            + " and "
            + claims);
  }

  /** The host that the packets claim to be from, or that the finding is about. */
  public FindingAssert claims(String source) {
    isNotNull();
    return expect("claim", source, actual.claim());
  }

  /** It is about this many packets. */
  public FindingAssert withCount(long count) {
    isNotNull();
    return expect("packets:", count, actual.count());
  }

  /** It has evidence with this name, such as {@code df-differs}. */
  public FindingAssert withEvidence(String name) {
    isNotNull();
    List<String> names = actual.evidence().stream().map(Evidence::name).toList();
    return expect(names.contains(name), "Expecting evidence " + name + ", but found " + names);
  }

  /** Its sentences contain this text. */
  public FindingAssert says(String part) {
    isNotNull();
    return expect(
        actual.says().contains(part),
        "Expecting a finding that says \"" + part + "\", but it says \"" + actual.says() + "\"");
  }

  private static Set<Integer> hops(Stream<TtlLevel> levels) {
    Set<Integer> hops = new TreeSet<>();
    levels
        .flatMap(level -> level.hops().candidates().stream())
        .map(HopSet.Candidate::hops)
        .forEach(hops::add);
    return hops;
  }
}
