package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.text.SafeText;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Something a rule concluded, with everything that led to it.
 *
 * <p>Packets of one cause make one finding with a count.
 *
 * @param rule the rule's id
 * @param cause what makes it one finding among the rule's others, such as the claimed address;
 *     stable over a capture, so that a later version of a finding can be matched to an earlier one
 * @param grade how strongly the capture speaks against the claimed sender; a diagnosis that
 *     contradicts nobody is {@link Grade#INFO}
 * @param confidence how sure the finding itself is
 * @param diagnosis whether the finding answers what was asked of the capture (a port is closed,
 *     nothing arrived …), rather than remarking on something
 * @param claim who the packets say they are from, or whom the finding is about; may be empty
 * @param count how many packets it is about
 * @param packets those packets, first ones first; at most {@link FindingBuilder#MAX_PACKETS} are
 *     kept
 * @param observed the TTLs the packets arrived with, with counts and candidate distances
 * @param distanceKnown whether the candidate distances locate the sender
 * @param baseline what the packets were compared with, narrowest scope first
 * @param evidence what speaks for it
 * @param against what speaks against it
 * @param innocentExplanations innocent explanations that remain
 * @param suspects other sources of the capture that stand where the sender must stand
 * @param says one or a few plain sentences for somebody who has not seen the capture
 * @param facts who and what the packets are, as data
 * @since 0.1
 */
public record Finding(
    String rule,
    String cause,
    Grade grade,
    Grade confidence,
    boolean diagnosis,
    String claim,
    long count,
    ImmutableList<PacketRef> packets,
    ImmutableList<TtlLevel> observed,
    boolean distanceKnown,
    ImmutableList<Baseline> baseline,
    ImmutableList<Evidence> evidence,
    ImmutableList<Evidence> against,
    ImmutableList<String> innocentExplanations,
    ImmutableList<String> suspects,
    String says,
    Facts facts) {

  /**
   * What names the finding among those of its capture: the same for every version of it that a
   * {@link FindingListener} is called with, however it grows. Made of the rule and the cause.
   */
  public String id() {
    return cause.isEmpty() ? rule : rule + "/" + cause;
  }

  /** Grade, rule and sentences, safe to show: text from the wire is escaped. */
  @Override
  public String toString() {
    return SafeText.block(grade + " " + rule + ": " + says);
  }

  /** The same finding in other words. */
  public Finding withSays(String newSays) {
    return with(packets, observed, baseline, newSays);
  }

  private Finding with(
      ImmutableList<PacketRef> newPackets,
      ImmutableList<TtlLevel> newObserved,
      ImmutableList<Baseline> newBaseline,
      String newSays) {
    return new Finding(
        rule,
        cause,
        grade,
        confidence,
        diagnosis,
        claim,
        count,
        newPackets,
        newObserved,
        distanceKnown,
        newBaseline,
        evidence,
        against,
        innocentExplanations,
        suspects,
        newSays,
        facts);
  }

  /** Whether packets with this TTL are among those it is about, and none of those compared with. */
  public boolean isOdd(int ttl) {
    return observed.stream().anyMatch(level -> level.ttl() == ttl)
        && baseline.stream()
            .flatMap(known -> known.levels().stream())
            .noneMatch(level -> level.ttl() == ttl);
  }

  /** The same finding, each packet it points to captured at the place it came from. */
  Finding at(LongFunction<String> places) {
    return with(
        packets.stream()
            .map(packet -> packet.at(places.apply(packet.record())))
            .collect(ImmutableList.toImmutableList()),
        observed.stream().map(level -> level.at(places)).collect(ImmutableList.toImmutableList()),
        baseline.stream().map(one -> one.at(places)).collect(ImmutableList.toImmutableList()),
        says);
  }

  /** The first packet the finding is about, if it is about any. */
  public Optional<PacketRef> first() {
    return packets.stream().findFirst();
  }
}
