package io.hopwise.analysis;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a rule reports to.
 *
 * @since 0.1
 */
public interface Findings {
  /**
   * The finding the rule makes of this cause: a new one, or the one already begun.
   *
   * @param cause what makes it one finding among the rule's others, such as the claimed address
   */
  FindingBuilder about(String cause);

  /** Whether a rule before this one spoke for this packet already. */
  boolean isReported(ObservedPacket packet);

  /** Marks the packet as explained: the rules after this one need not report it. */
  void report(ObservedPacket packet);

  /** What is known of the capture so far. */
  ObservedCapture capture();

  /** Counts a packet that was compared with its baseline, whatever came of it. */
  void judged(ObservedPacket packet);

  /** Counts a packet that cannot be judged, whatever else was: the result is not clean then. */
  default void inconclusive(ObservedPacket packet, InconclusiveReason doubt) {}

  /**
   * Makes one finding of the rule's findings that have something in common, if there are at least
   * so many of them. For {@link Rule.Run#capture}: by then all of them are begun.
   *
   * @param least how many are too many to be told one by one
   * @param common the cause of the one finding; empty for a finding that is told by itself
   */
  default void gather(int least, Function<FindingBuilder, Optional<String>> common) {}
}
