package io.hopwise.analysis.rules.reset;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.OddPackets;
import io.hopwise.analysis.traffic.ResetHistory;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.text.English;

/**
 * Evidence, besides the TTL, that a reset is foreign.
 *
 * <p>No evidence, although it looks like it: window 0, missing timestamps, IP id 0, the exact next
 * sequence number, and arriving early are all as common among genuine resets.
 */
public final class ResetEvidence {
  private ResetEvidence() {}

  /** Whether the reset itself is evidence, with nothing to compare it with. */
  static boolean isStrong(ObservedPacket reset) {
    return !strong(reset, new TtlCounts()).isEmpty();
  }

  static ImmutableList<Evidence> strong(ObservedPacket reset, TtlCounts comparable) {
    ImmutableList.Builder<Evidence> found = ImmutableList.builder();
    if (comparable.contradictDf(reset)) {
      boolean on = reset.dontFragment().orElse(false);
      found.add(
          new Evidence(
              "df-differs",
              on
                  ? "it has DF set, the packets it is compared with do not"
                  : "it has DF off, the packets it is compared with have it set"));
    }
    if (reset.copiesIdOf().isPresent()) {
      found.add(
          new Evidence(
              "id-copied",
              "its IP id " + reset.id().orElse(0) + " is that of a packet of the other direction"));
    }
    if (reset.length().orElse(0) > 0) {
      String bytes = English.count(reset.length().orElse(0), "byte", "bytes");
      found.add(new Evidence("payload", "it carries " + bytes + " of payload"));
    }
    if (reset.continuedBy().isPresent()) {
      found.add(
          new Evidence(
              "goes-on",
              "the side that is said to have reset the connection goes on sending in it",
              reset.continuedBy().get()));
    }
    if (isFull(reset) && OddPackets.isOverOtherLink(reset)) {
      found.add(otherLink());
    }
    if (ResetHistory.jumpsAhead(reset)) {
      found.add(
          new Evidence(
              "jumps-ahead",
              "it is one of several whose sequence numbers jump beyond everything sent"));
    }
    return found.build();
  }

  /** The evidence for {@link OddPackets#isOverOtherLink}. */
  public static Evidence otherLink() {
    return new Evidence(
        "other-link", "it came over other link-layer addresses than all else of the flow");
  }

  public static ImmutableList<Evidence> weak(ObservedPacket reset) {
    int window = reset.window().orElse(0);
    boolean odd = window > 0 && !reset.flow().hadWindow(window);
    return odd
        ? ImmutableList.of(
            new Evidence(
                "window",
                "its window "
                    + window
                    + " is neither 0, as in most genuine resets, nor one the flow had"))
        : ImmutableList.of();
  }

  /** Whether its TTL is an initial one, so that no router forwarded it. */
  public static boolean isFull(ObservedPacket seen) {
    int ttl = seen.ttl().orElse(64);
    return ttl == 64 || ttl == 128 || ttl == 255;
  }

  /** Whether a machine sent it to itself. */
  public static boolean isOnLoopback(ObservedPacket reset) {
    String host = reset.flow().source().address();
    boolean toItself = host.equals(reset.flow().reverse().source().address());
    return toItself || host.startsWith("127.") || host.equals("::1");
  }

  /** Whether no router passed it on, and the client whose SYN it answers is beyond at least one. */
  public static boolean isBesideRefuser(ObservedPacket reset) {
    return reset.answersSyn().isPresent()
        && reset.ttl().isPresent()
        && isFull(reset)
        && reset.flow().reverse().syns().stream()
            .anyMatch(syn -> HopSet.of(syn.ttl().orElse(0)).hops().orElse(0) > 0);
  }
}
