package io.hopwise.testing;

import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a finding, {@linkplain HopwiseAssertions#assertThat(Finding) made here}.
 *
 * @since 0.1
 */
public class FindingAssert extends HopwiseAssert<FindingAssert, Finding> {
  /** For AssertJ; use {@link HopwiseAssertions}. */
  public FindingAssert(@Nullable Finding actual) {
    super(actual, FindingAssert.class, actual == null ? Where.NOWHERE : Where.of(actual.packets()));
  }

  /** The id of the rule that found it. */
  public FindingAssert isOfRule(String rule) {
    isNotNull();
    return expect("rule", rule, actual.rule());
  }

  /** A packet that starts on this line of the capture is among those it is about. */
  public FindingAssert onLine(long line) {
    isNotNull();
    List<Long> lines = actual.packets().stream().map(PacketRef::line).toList();
    return expect(
        lines.contains(line), "Expecting a finding on line " + line + ", but it is on " + lines);
  }

  /** How strongly it speaks against the claimed sender. */
  public FindingAssert withGrade(Grade grade) {
    isNotNull();
    return expect("grade", grade, actual.grade());
  }

  /** It speaks at least this strongly. */
  public FindingAssert withGradeAtLeast(Grade grade) {
    isNotNull();
    return expect(
        actual.grade().atLeast(grade),
        "Expecting grade " + grade + " at least, but found " + actual.grade());
  }

  /**
   * How many routers lie between here and who sent the packets, and between here and who is claimed
   * to have sent them.
   *
   * @param sender one of the distances that the packets' TTLs allow
   * @param claimed one of the distances that the TTLs of the baseline allow
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

  /** Who the packets say they are from, or whom it is about. */
  public FindingAssert claims(String source) {
    isNotNull();
    return expect("claim", source, actual.claim());
  }

  /** How many packets it is about. */
  public FindingAssert withCount(long count) {
    isNotNull();
    return expect("packets:", count, actual.count());
  }

  /** A piece of evidence by its name, such as {@code df-differs}. */
  public FindingAssert withEvidence(String name) {
    isNotNull();
    List<String> names = actual.evidence().stream().map(Evidence::name).toList();
    return expect(names.contains(name), "Expecting evidence " + name + ", but found " + names);
  }

  /** Its sentences contain this. */
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
