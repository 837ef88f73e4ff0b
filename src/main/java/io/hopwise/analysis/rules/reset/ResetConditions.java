package io.hopwise.analysis.rules.reset;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.citation.Citation;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.ResetHistory;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.packet.TcpFlags;
import java.util.OptionalInt;

/** The single conditions on which the outcome of a reset's comparison depends. */
final class ResetConditions {
  /**
   * Up to so many packets without data, after packets with another TTL, do not show that a route
   * changed.
   */
  private static final int FEW = 8;

  private static final int STEADY_PACKETS = 3;

  /** Who asks for so many connections with bare SYNs is a scanner. */
  private static final int SCANNED = 8;

  static final int OUTLANDISH = 30;

  /** So many routers away there are few hosts, and programs that set a TTL such as 100 or 40. */
  private static final int DOUBTFUL = 24;

  /** Equal-cost routes hardly differ by as much. */
  private static final int FAR_APART = 4;

  private ResetConditions() {}

  /**
   * Whether the reset answers for a forged SYN. It does not if the SYN fits what else its host
   * sent, or if a scanner sent it, which makes up its SYNs itself.
   */
  static boolean isDisowning(ObservedPacket reset, ObservedCapture capture) {
    OptionalInt syn = reset.disownedSyn().map(ObservedPacket::ttl).orElse(OptionalInt.empty());
    if (syn.isEmpty() || reset.ttl().isEmpty()) {
      return false;
    }
    TtlCounts others = capture.baseline(reset.flow().source());
    boolean scans = reset.flow().isScan() && reset.flow().source().asked() >= SCANNED;
    return !scans
        && !HopSet.of(syn.getAsInt()).overlaps(HopSet.of(reset.ttl().getAsInt()))
        && (others.isEmpty() || others.overlaps(reset.ttl().getAsInt()));
  }

  /**
   * Whether the reset has a usual TTL and what it is held against has none, but one that a program
   * may have set for its socket: the kernel resets with its own, and answers pings with it.
   */
  static boolean isBesideDoubtfulTtl(ObservedPacket reset, TtlCounts levels) {
    return levels.nearest() >= DOUBTFUL
        && levels.sum(PacketKind.TCP) == levels.count()
        && HopSet.hopsOrFar(reset.ttl().getAsInt()) < DOUBTFUL;
  }

  /**
   * Whether the services of a source, each with a TTL of its own, seem to be far from one another,
   * and no ping says how far the host is: it forwards ports, or programs set their TTLs.
   */
  static boolean disagree(TtlCounts levels) {
    return levels.size() > 1
        && levels.sum(PacketKind.TCP) == levels.count()
        && levels.ttls().stream()
            .anyMatch(
                ttl -> levels.ttls().stream().anyMatch(other -> gap(ttl, other) >= FAR_APART));
  }

  private static int gap(int ttl, int other) {
    return HopSet.of(ttl).gap(HopSet.of(other)).orElse(0);
  }

  /** Whether a flow keeps to one plausible TTL although its source makes up others. */
  static boolean isSteady(Flow flow) {
    return flow.levels().size() == 1
        && flow.levels().count() >= STEADY_PACKETS
        && flow.levels().nearest() < OUTLANDISH;
  }

  /**
   * Whether the reset comes from one router nearer than all else from the address, TCP and pings
   * alike, and is not alone in that: hardly another route, which some of the rest would take, too.
   */
  static boolean isInFront(ObservedPacket reset, Source source, TtlCounts levels) {
    int ttl = reset.ttl().getAsInt();
    int hops = HopSet.hopsOrFar(ttl);
    TtlCounts all = source.levels();
    boolean steady = all.nearest() == all.farthest() && levels.nearest() == all.nearest();
    boolean bothKinds =
        all.sum(PacketKind.TCP) >= 2
            && (all.sum(PacketKind.ECHO_REPLY) > 0 || source.served().size() >= 2);
    return steady
        && bothKinds
        && hops == all.nearest() - 1
        && all.nearest() <= ResetVerdict.NEAR
        && source.resets(ttl) >= 2
        && source.onlyResets(ttl);
  }

  /**
   * Whether the reset, which passed no router, may be of another capture that follows or precedes
   * in the same text, taken at the host itself: resets alone stand there, the host starts with this
   * TTL, and no packet provoked the reset a moment before, as it does where a device on this link
   * answers. A capture file holds but one capture.
   */
  static boolean mayBeFromOtherCapture(
      ObservedPacket reset, TtlCounts levels, ObservedCapture capture) {
    int ttl = reset.ttl().getAsInt();
    return capture.settings().citation() == Citation.LINE
        && ResetEvidence.isFull(reset)
        && ResetHistory.standsAlone(reset)
        && levels.ttls().stream().allMatch(other -> HopSet.of(other).hasStartOf(HopSet.of(ttl)));
  }

  /**
   * Whether the reset comes from behind the host: a machine there is not on the way to it, but may
   * be the one that a port of the address is forwarded to.
   */
  static boolean isFarther(ObservedPacket reset, TtlCounts levels) {
    OptionalInt hops = HopSet.of(reset.ttl().getAsInt()).hops();
    return hops.isPresent() && hops.getAsInt() > levels.farthest();
  }

  /**
   * Whether the kernel of this machine made the reset because it masquerades for hosts behind it:
   * it forwards the flow and, with a full TTL and no id, resets connections that it has forgotten.
   * Forwarding shows if the source's packets only ever go out, or if they come from one router away
   * with checksums that the network card has yet to fill in.
   */
  static boolean isMadeByNat(ObservedPacket reset, Flow flow, TtlCounts levels) {
    boolean kernels =
        ResetEvidence.isFull(reset) && reset.id().orElse(0) == 0 && levels.size() == 1;
    int ttl = reset.ttl().orElse(0);
    boolean onlyGoesOut =
        reset.wentOut() && !flow.source().hasComeIn() && levels.ttls().get(0) < ttl;
    boolean passedOn = levels.nearest() == 1 && flow.isBeforeChecksums();
    return kernels && (onlyGoesOut || passedOn);
  }

  /**
   * The same for a flow whose other packets are all those of another flow, forwarded with one
   * address rewritten: they are compared in that flow.
   */
  static boolean isMadeForPassedOn(ObservedPacket reset, Flow flow) {
    return flow.isRewritten()
        && ResetEvidence.isFull(reset)
        && reset.id().orElse(0) == 0
        && reset.wentOut()
        && !flow.source().hasComeIn();
  }

  /**
   * Whether what the reset answers has come as many routers nearer to its sender as the reset to
   * here, or as many farther: the capture was taken at another place then, on the same way, and
   * nothing in the text says so.
   */
  static boolean isSeenFromElsewhere(ObservedPacket reset, TtlCounts levels) {
    Flow asking = reset.flow().reverse();
    OptionalInt answered = HopSet.of(reset.ttl().getAsInt()).hops();
    OptionalInt asked =
        asking.levels().size() == 1
            ? HopSet.of(asking.levels().ttls().get(0)).hops()
            : OptionalInt.empty();
    if (answered.isEmpty() || asked.isEmpty() || levels.nearest() != levels.farthest()) {
      return false;
    }
    int moved = answered.getAsInt() - levels.nearest();
    return asking.source().levels().ttls().stream()
        .map(HopSet::of)
        .anyMatch(
            other ->
                other.hops().isPresent()
                    && !other.overlaps(HopSet.of(asking.levels().ttls().get(0)))
                    && other.hops().getAsInt() - asked.getAsInt() == moved);
  }

  /**
   * Whether both sides had closed the connection, so that the reset only says that nobody is there.
   */
  static boolean isLeftOver(ObservedPacket reset) {
    return reset.isAfterClose()
        && !reset.has(TcpFlags.ACK)
        && reset.window().orElse(0) == 0
        && reset.length().orElse(0) == 0;
  }

  /**
   * Whether another refusal of the same port is alike in all but its TTL: each connection may take
   * another of several equal-cost routes.
   */
  static boolean isRefusedOverRoutes(ObservedPacket reset, TtlCounts levels) {
    if (reset.answersSyn().isEmpty()) {
      return false;
    }
    for (Connection sibling : reset.flow().source().resetConnections()) {
      for (ObservedPacket other : sibling.resets()) {
        boolean samePort =
            other.answersSyn().isPresent()
                && other.flow().source() == reset.flow().source()
                && other.flow().port().equals(reset.flow().port());
        boolean alike =
            other.dontFragment().equals(reset.dontFragment())
                && other.window().equals(reset.window())
                && (other.id().orElse(0) == 0) == (reset.id().orElse(0) == 0);
        if (samePort && alike && other.ttl().isPresent() && levels.has(other.ttl().getAsInt())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a reset fits only a distance that alternates with another in its flow, or that only a
   * few packets without data have: a forger could send those to make the reset fit.
   */
  static boolean isOneOfTwo(int ttl, TtlCounts levels) {
    for (int other : levels.ttls()) {
      boolean apart = other != ttl && !HopSet.of(other).overlaps(HopSet.of(ttl));
      boolean byTurns = levels.areMixed(ttl, other);
      boolean few = levels.count(ttl) <= FEW && levels.carriers(ttl).isEmpty();
      if (apart && (byTurns || few || levels.count(ttl) == 1)) {
        return true;
      }
    }
    return false;
  }
}
