package io.hopwise.analysis.rules.reset;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.InconclusiveReason;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.connections.Actor;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a reset compares with its baseline. Several rules report one outcome each.
 *
 * @param ruling the outcome
 * @param scope what it was compared with
 * @param origin the flow or source the levels are of
 * @param levels the levels it was compared with, none where there is no baseline
 * @param strong evidence that genuine resets hardly ever show
 * @param weak evidence that genuine resets sometimes show
 */
public record ResetVerdict(
    Ruling ruling,
    Scope scope,
    String origin,
    TtlCounts levels,
    ImmutableList<Evidence> strong,
    ImmutableList<Evidence> weak) {
  /** The id of the rule that reports resets from another distance than the host. */
  public static final String FORGED_RESET = "forged-reset";

  /** By how many routers the flows of one source may differ. */
  public static final Threshold TOLERANCE =
      new Threshold(
          FORGED_RESET,
          "tolerance",
          1,
          0,
          32,
          "routers by which routes of one source may differ across flows and protocols; one more"
              + " where the host is more than 9 away");

  /** Hosts at most so many routers away are near: routes to them hardly differ. */
  static final int NEAR = 9;

  /** The possible outcomes for a reset. */
  public enum Ruling {
    /** It has no TTL, answers a scan, or tells nothing about its source. */
    NOT_JUDGED,
    /** The reset itself was seen with several TTLs. */
    SEVERAL_TTLS,
    /** Its source's packets, or those it answers, were seen on both sides of a router. */
    SEEN_TWICE,
    /** Its source sends with TTLs that were made up. */
    MADE_UP,
    /** Its flow has packets from two distances, and it fits one of them. */
    TWO_SENDERS,
    /** A program set the TTL of its flow, which tells no distance. */
    SET_BY_PROGRAM,
    /** Some of what would have cleared it may have been forgotten. */
    FORGOTTEN,
    /** There is nothing to compare with. */
    NO_BASELINE,
    /** The packets to compare with were captured at another place, or may have been. */
    ELSEWHERE,
    /** The TTL is one of the baseline's. */
    FITS,
    /** The IP id counter shows that the same machine sent it. */
    SAME_MACHINE,
    /** The same distance with another initial TTL, and no other evidence. */
    OTHER_INITIAL_TTL,
    /** Same distance, and evidence of another IP stack. */
    OTHER_STACK,
    /** It answers for a SYN in its host's name that the host did not send. */
    DISOWNS,
    /** The kernel of the NAT machine that the capture was taken on made it. */
    NAT_MADE,
    /** Both sides had ended the connection: perhaps another machine of a cluster. */
    AFTER_CLOSE,
    /** Another distance, but no further off than the routes of one source differ. */
    WITHIN_TOLERANCE,
    /** One router nearer than all else from the address: perhaps the firewall in front of it. */
    IN_FRONT,
    /** From behind the host, with nothing else against it: perhaps a forwarded port. */
    BEHIND,
    /** Another distance. */
    FOREIGN
  }

  /** A ruling without a comparison. */
  static ResetVerdict none(Ruling ruling) {
    return new ResetVerdict(
        ruling, Scope.SOURCE, "", new TtlCounts(), ImmutableList.of(), ImmutableList.of());
  }

  /** The same for a reset that may stand in another capture than what it is compared with. */
  ResetVerdict perhapsOfOtherCapture() {
    return new ResetVerdict(
        Ruling.FOREIGN, Scope.PERHAPS_OTHER_CAPTURE, origin, levels, strong, weak);
  }

  /** Why this ruling leaves the reset in doubt, if it does. */
  public Optional<InconclusiveReason> inconclusiveReason() {
    return switch (ruling) {
      case SEVERAL_TTLS -> Optional.of(InconclusiveReason.SEVERAL_TTLS);
      case SEEN_TWICE -> Optional.of(InconclusiveReason.SEEN_TWICE);
      case MADE_UP -> Optional.of(InconclusiveReason.MADE_UP);
      case TWO_SENDERS -> Optional.of(InconclusiveReason.TWO_SENDERS);
      case FORGOTTEN -> Optional.of(InconclusiveReason.FORGOTTEN);
      case SET_BY_PROGRAM -> Optional.of(InconclusiveReason.SET_BY_PROGRAM);
      case NO_BASELINE, ELSEWHERE -> Optional.of(InconclusiveReason.NO_BASELINE);
      default -> Optional.empty();
    };
  }

  /**
   * Who sent the reset: the host or a device in its name; empty if that is not known, or only with
   * low confidence.
   */
  public Optional<Actor> sender(ObservedPacket reset) {
    String host = reset.flow().source().host();
    OptionalInt routers =
        reset.ttl().isPresent() ? HopSet.of(reset.ttl().getAsInt()).hops() : OptionalInt.empty();
    return switch (ruling) {
      case FITS ->
          isWhereOtherPortsAre(reset) ? Optional.empty() : Optional.of(Actor.host(host, routers));
      case WITHIN_TOLERANCE ->
          isNearer(reset) ? Optional.empty() : Optional.of(Actor.host(host, routers));
      case SAME_MACHINE, OTHER_INITIAL_TTL, DISOWNS -> Optional.of(Actor.host(host, routers));
      case FOREIGN, OTHER_STACK ->
          grade(reset).atLeast(Grade.MEDIUM)
              ? Optional.of(
                  Actor.device(host, isDistanceKnown(reset) ? routers : OptionalInt.empty()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /**
   * Whether a refusal came from the distance where other ports of the address are answered while
   * its pings are answered elsewhere: that is a proxy or a NAT, not the host.
   */
  public static boolean isWhereOtherPortsAre(ObservedPacket reset) {
    return reset.flow().levels().isEmpty()
        && reset.ttl().isPresent()
        && EchoReplies.differ(reset.flow().source(), reset.ttl().getAsInt());
  }

  /**
   * Whether it came from a router nearer than anything else of the address did, though no nearer
   * than routes differ: a device in front of the host may have made it as well as the host.
   */
  public boolean isNearer(ObservedPacket reset) {
    if (ruling != Ruling.WITHIN_TOLERANCE || reset.ttl().isEmpty()) {
      return false;
    }
    int ttl = reset.ttl().getAsInt();
    return HopSet.hopsOrFar(ttl) < levels.nearest()
        && !reset.flow().source().levels().overlaps(ttl);
  }

  /** A TTL copied from the packet that was answered, or one of several, tells no distance. */
  private static boolean isDistanceKnown(ObservedPacket reset) {
    int ttl = reset.ttl().orElse(0);
    boolean full = ttl == 64 || ttl == 128 || ttl == 255;
    boolean copied = !full && reset.flow().reverse().levels().has(ttl);
    return !copied
        && reset.flow().resets().stream().allMatch(other -> other.ttl().equals(reset.ttl()));
  }

  /** Whether there was something to compare with. */
  public boolean isCompared() {
    return switch (ruling) {
      case NOT_JUDGED,
          NO_BASELINE,
          ELSEWHERE,
          SEVERAL_TTLS,
          SEEN_TWICE,
          MADE_UP,
          TWO_SENDERS,
          SET_BY_PROGRAM,
          FORGOTTEN ->
          false;
      default -> true;
    };
  }

  public boolean isOwnFlow() {
    return scope == Scope.FLOW || scope == Scope.HANDSHAKE;
  }

  /** The grade of a reset that came from another distance. */
  public Grade grade(ObservedPacket reset) {
    boolean inFront = ruling == Ruling.IN_FRONT && strong.isEmpty();
    boolean apart = scope == Scope.OTHER_CAPTURE || scope == Scope.PERHAPS_OTHER_CAPTURE;
    if (inFront || apart) {
      return Grade.LOW;
    }
    long packets = levels.count();
    if (!strong.isEmpty() || (!weak.isEmpty() && packets >= 2)) {
      return Grade.HIGH;
    }
    int host = levels.nearest();
    if (ResetConditions.isFarther(reset, levels)) {
      return Grade.LOW; // What is behind the host is not on the way to it.
    }
    if (isOwnFlow()) {
      return packets >= 2 || host <= 5 ? Grade.MEDIUM : Grade.LOW;
    }
    int here = HopSet.hopsOrFar(reset.ttl().getAsInt());
    if (levels.sum(PacketKind.ECHO_REPLY) == 0 && scope == Scope.SOURCE) {
      return Grade.LOW;
    }
    return packets >= 3 && host <= NEAR && here < host ? Grade.MEDIUM : Grade.LOW;
  }

  /** Adds the reset to a finding, with what it was compared with and what speaks against it. */
  public void addTo(FindingBuilder draft, ObservedPacket reset) {
    draft.claim(reset.flow().source().host()).packet(reset);
    if (!levels.isEmpty()) {
      draft.baseline(scope, origin, levels.toLevels());
    }
    strong.forEach(reason -> draft.evidence(reason, reset));
    weak.forEach(reason -> draft.evidence(reason, reset));
  }
}
