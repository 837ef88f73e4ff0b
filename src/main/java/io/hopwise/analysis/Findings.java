package io.hopwise.analysis;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;

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
}
