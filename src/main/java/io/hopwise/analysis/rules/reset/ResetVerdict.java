package io.hopwise.analysis.rules.reset;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Doubt;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.connections.Actor;
import io.hopwise.packet.TcpFlags;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How one reset compares with its baseline. Several rules each report one of the outcomes.
 *
 * @param outcome what came of it
 * @param scope what it was compared with
 * @param origin the flow or source the levels are of
 * @param levels the levels it was compared with, none where there is no baseline
 * @param strong evidence that genuine resets hardly ever show
 * @param weak evidence that genuine resets sometimes show
 */
public record ResetVerdict(
    Outcome outcome,
    Scope scope,
    String origin,
    TtlCounts levels,
    ImmutableList<Evidence> strong,
    ImmutableList<Evidence> weak) {
  /** The id of the rule that reports resets from another distance than the host. */
  public static final String FORGED_RESET = "forged-reset";

  /** By how many routers flows of one source may differ. */
  public static final Threshold TOLERANCE =
      new Threshold(
          FORGED_RESET,
          "tolerance",
          1,
          0,
          32,
          "routers by which routes of one source may differ across flows and protocols; one more"
              + " where the host is more than 9 away");

  /** A counter that has not moved further than this ran on. */
  private static final int MAX_ID_STEP = 1024;

  /** So many packets without data behind those of another TTL do not show that a route changed. */
  private static final int FEW = 8;

  private static final long TEN_SECONDS = 10_000_000_000L;
  private static final int STEADY_FLOWS = 3;
  private static final int STEADY_PACKETS = 3;
  private static final int MAX_SOURCE_LEVELS = 4;
  private static final int NEAR = 9;
  private static final int OUTLANDISH = 30;

  /** What can come of it. */
  public enum Outcome {
    /** It has no TTL, or is the answer to a scan, or of a source that it says nothing of. */
    NOT_JUDGED,
    /** The reset itself was seen with several TTLs. */
    SEVERAL_TTLS,
    /** Its source's packets, or those it answers, were seen on both sides of a router. */
    SEEN_TWICE,
    /** Its source sends with TTLs that were made up. */
    MADE_UP,
    /** Its flow has packets of two distances, of which it fits one. */
    TWO_SENDERS,
    /** A program set the TTL of its flow, which tells no distance. */
    SET_BY_PROGRAM,
    /** Some of what would have cleared it may have been forgotten. */
    FORGOTTEN,
    /** There is nothing to compare with. */
    NO_BASELINE,
    /** What there is to compare with was captured at another place, or may have been. */
    ELSEWHERE,
    /** The TTL is one of the baseline's. */
    FITS,
    /** The IP id counter shows that the same machine sent it. */
    SAME_MACHINE,
    /** Same distance, other initial TTL, nothing else. */
    OTHER_INITIAL_TTL,
    /** Same distance, and evidence of another IP stack. */
    OTHER_STACK,
    /** It answers for a SYN in its host's name that the host did not send. */
    DISOWNS,
    /** The kernel of the NAT machine that the capture was taken on made it. */
    NAT_MADE,
    /** Both sides had ended the connection: perhaps another machine of a cluster. */
    AFTER_CLOSE,
    /** Another distance, but no further off than routes of one source are. */
    WITHIN_TOLERANCE,
    /** One router nearer than all else from the address: perhaps the firewall in front of it. */
    IN_FRONT,
    /** From behind the host, with nothing else against it: perhaps a forwarded port. */
    BEHIND,
    /** Another distance. */
    FOREIGN
  }

  public static ResetVerdict of(ObservedPacket reset, ObservedCapture capture, long tolerance) {
    Flow flow = reset.flow();
    Outcome hopeless = hopeless(reset, flow);
    if (hopeless != Outcome.FITS) {
      return none(hopeless);
    }
    if (isDisowning(reset, capture)) {
      return none(Outcome.DISOWNS);
    }
    ResetVerdict verdict =
        convicted(compared(reset, flow, capture, tolerance), reset, capture, tolerance);
    if (verdict.outcome == Outcome.NO_BASELINE) {
      return againstOtherCaptures(reset, capture, tolerance);
    }
    boolean accuses = verdict.outcome == Outcome.FOREIGN || verdict.outcome == Outcome.IN_FRONT;
    boolean byTtlAlone = accuses && verdict.strong.isEmpty();
    return byTtlAlone && capture.mayHaveForgotten(flow) ? none(Outcome.FORGOTTEN) : verdict;
  }

  /** Whether it answers for a forged SYN: not where the SYN fits what else its host sent. */
  private static boolean isDisowning(ObservedPacket reset, ObservedCapture capture) {
    OptionalInt syn = reset.disownedSyn().map(ObservedPacket::ttl).orElse(OptionalInt.empty());
    TtlCounts others = capture.baseline(reset.flow().source());
    return syn.isPresent()
        && !HopSet.of(syn.getAsInt()).overlaps(HopSet.of(reset.ttl().getAsInt()))
        && (others.isEmpty() || others.overlaps(reset.ttl().getAsInt()));
  }

  /** Why a reset cannot be judged whatever it is compared with; {@code FITS} if it can. */
  private static Outcome hopeless(ObservedPacket reset, Flow flow) {
    Source source = flow.source();
    if (reset.ttl().isEmpty() || flow.isScan()) {
      return Outcome.NOT_JUDGED;
    }
    if (source.isSeenTwice()) {
      return Outcome.SEEN_TWICE;
    }
    if (reset.duplicates().isPresent()) {
      return Outcome.SEVERAL_TTLS;
    }
    boolean madeUp = source.sendsLikeTraceroute() || source.hasManyTtls();
    if (!madeUp || isSteady(flow)) {
      return Outcome.FITS;
    }
    // The machine that traceroute runs on, or the capture: its own resets have the full TTL.
    boolean own = ResetEvidence.isFull(reset) && source.levels().has(reset.ttl().getAsInt());
    return own ? Outcome.NOT_JUDGED : Outcome.MADE_UP;
  }

  /** Whether a flow of a source with made up TTLs keeps to one that is not. */
  private static boolean isSteady(Flow flow) {
    return flow.levels().size() == 1
        && flow.levels().count() >= STEADY_PACKETS
        && flow.levels().nearest() < OUTLANDISH;
  }

  /** Why a reset with this outcome leaves doubt, if it does. */
  public Optional<Doubt> doubt() {
    return switch (outcome) {
      case SEVERAL_TTLS -> Optional.of(Doubt.SEVERAL_TTLS);
      case SEEN_TWICE -> Optional.of(Doubt.SEEN_TWICE);
      case MADE_UP -> Optional.of(Doubt.MADE_UP);
      case TWO_SENDERS -> Optional.of(Doubt.TWO_SENDERS);
      case FORGOTTEN -> Optional.of(Doubt.FORGOTTEN);
      case SET_BY_PROGRAM -> Optional.of(Doubt.SET_BY_PROGRAM);
      case NO_BASELINE, ELSEWHERE -> Optional.of(Doubt.NO_BASELINE);
      default -> Optional.empty();
    };
  }

  /**
   * Compares with what stands in another capture of the text that may have been taken at the same
   * place: a hint at most, and no answer where nothing disagrees.
   */
  private static ResetVerdict againstOtherCaptures(
      ObservedPacket reset, ObservedCapture capture, long tolerance) {
    Source source = reset.flow().source();
    TtlCounts levels = capture.levelsInOtherCaptures(source);
    if (source.mayBeSeveralHosts()) {
      return none(Outcome.NO_BASELINE);
    }
    if (levels.isEmpty()) {
      return none(capture.isInOtherCaptures(source) ? Outcome.ELSEWHERE : Outcome.NO_BASELINE);
    }
    ResetVerdict verdict =
        againstSource(reset, Scope.OTHER_CAPTURE, source.host(), levels, tolerance);
    boolean foreign = verdict.outcome == Outcome.FOREIGN && levels.size() == 1;
    return foreign ? verdict : none(Outcome.ELSEWHERE);
  }

  private static ResetVerdict compared(
      ObservedPacket reset, Flow flow, ObservedCapture capture, long tolerance) {
    TtlCounts own = capture.baseline(flow);
    if (!own.isEmpty()) {
      return againstFlow(reset, flow, own, tolerance);
    }
    if (isMadeForPassedOn(reset, flow)) {
      return none(Outcome.NAT_MADE);
    }
    boolean weakMeasure = flow.isOpen() || flow.isSetByProgram();
    if (weakMeasure && ResetEvidence.isStrong(reset)) {
      // What speaks against it needs no distance: that another one shows is enough.
      ResetVerdict inFlow = againstFlow(reset, flow, flow.levels(), tolerance);
      if (inFlow.outcome == Outcome.FOREIGN) {
        return inFlow;
      }
    }
    Source source = flow.source();
    if (source.mayBeSeveralHosts()) {
      return none(Outcome.NO_BASELINE);
    }
    TtlCounts service = capture.serviceBaseline(flow);
    ResetVerdict verdict =
        service.isEmpty()
            ? againstSource(
                reset, Scope.SOURCE, source.host(), capture.baseline(source, reset), tolerance)
            : againstSource(reset, Scope.SERVICE, flow.endpoint(), service, tolerance);
    boolean nothing = verdict.outcome == Outcome.NO_BASELINE;
    return nothing && flow.isSetByProgram() ? none(Outcome.SET_BY_PROGRAM) : verdict;
  }

  /** A distance that one reset of the source was proven to be foreign by convicts the others. */
  private static ResetVerdict convicted(
      ResetVerdict verdict, ObservedPacket reset, ObservedCapture capture, long tolerance) {
    boolean open =
        verdict.outcome == Outcome.WITHIN_TOLERANCE || verdict.outcome == Outcome.IN_FRONT;
    if (!open) {
      return verdict;
    }
    for (Connection sibling : reset.flow().source().waiting()) {
      for (ObservedPacket other : sibling.resets()) {
        if (isProven(other, reset, capture, tolerance)) {
          String text =
              "another reset with its TTL (record " + other.record() + ") is proven foreign";
          ImmutableList<Evidence> strong = ImmutableList.of(new Evidence("sibling", text));
          return new ResetVerdict(
              Outcome.FOREIGN, verdict.scope, verdict.origin, verdict.levels, strong, verdict.weak);
        }
      }
    }
    return verdict;
  }

  private static boolean isProven(
      ObservedPacket other, ObservedPacket reset, ObservedCapture capture, long tolerance) {
    Flow flow = other.flow();
    TtlCounts own = capture.baseline(flow);
    boolean alike =
        flow != reset.flow()
            && flow.source() == reset.flow().source()
            && other.ttl().equals(reset.ttl())
            && other.duplicates().isEmpty()
            && !own.isEmpty();
    if (!alike) {
      return false;
    }
    ResetVerdict verdict = againstFlow(other, flow, own, tolerance);
    return verdict.outcome == Outcome.FOREIGN && !verdict.strong.isEmpty();
  }

  /**
   * Whether the reset comes from one router nearer than all else from the address, TCP and pings
   * alike, and is not alone in that: hardly another route, which some of the rest would take, too.
   */
  private static boolean isInFront(ObservedPacket reset, Source source, TtlCounts levels) {
    int ttl = reset.ttl().getAsInt();
    int hops = HopSet.of(ttl).hops().orElse(HopSet.UNKNOWN_GAP);
    TtlCounts all = source.levels();
    boolean steady = all.nearest() == all.farthest() && levels.nearest() == all.nearest();
    boolean bothKinds =
        all.sum(PacketKind.TCP) >= 2
            && (all.sum(PacketKind.ECHO_REPLY) > 0 || source.served().size() >= 2);
    return steady
        && bothKinds
        && hops == all.nearest() - 1
        && all.nearest() <= NEAR
        && source.resets(ttl) >= 2
        && source.onlyResets(ttl);
  }

  /**
   * Whether the reset comes from behind the host: a machine there is not on the way to it, but may
   * be the one that a port of the address is forwarded to.
   */
  private static boolean isFarther(ObservedPacket reset, TtlCounts levels) {
    OptionalInt hops = HopSet.of(reset.ttl().getAsInt()).hops();
    return hops.isPresent() && hops.getAsInt() > levels.farthest();
  }

  private static ResetVerdict none(Outcome outcome) {
    return new ResetVerdict(
        outcome, Scope.SOURCE, "", new TtlCounts(), ImmutableList.of(), ImmutableList.of());
  }

  private static ResetVerdict againstFlow(
      ObservedPacket reset, Flow flow, TtlCounts own, long tolerance) {
    TtlCounts handshake = own.ofHandshake();
    boolean steady = !handshake.isEmpty() && flow.source().steadyFlowsBut(flow) >= STEADY_FLOWS;
    Scope scope = steady ? Scope.HANDSHAKE : Scope.FLOW;
    TtlCounts levels = steady ? handshake : own;
    ImmutableList<Evidence> strong = ResetEvidence.strong(reset, levels);
    ImmutableList<Evidence> weak = ResetEvidence.weak(reset);
    Outcome outcome = outcome(reset, levels, strong);
    // The source sends with this TTL elsewhere, or the flow itself takes several routes: it has
    // more than one way, and the reset may have taken another.
    int ttl = reset.ttl().getAsInt();
    boolean elsewhere = flow.source().levels().overlaps(ttl);
    boolean wanders = levels.size() > 1 && levels.gap(ttl) <= tolerance;
    if (outcome == Outcome.FOREIGN && strong.isEmpty()) {
      outcome =
          elsewhere || wanders
              ? Outcome.WITHIN_TOLERANCE
              : isMadeByNat(reset, flow, levels)
                  ? Outcome.NAT_MADE
                  : isLeftOver(reset) ? Outcome.AFTER_CLOSE : Outcome.FOREIGN;
    }
    if (outcome == Outcome.FITS && isOneOfTwo(ttl, levels)) {
      outcome = Outcome.TWO_SENDERS;
    }
    String origin = flow.endpoint() + " > " + flow.reverse().endpoint();
    return new ResetVerdict(outcome, scope, origin, levels, strong, weak);
  }

  /**
   * Whether the kernel of this machine made it, which masquerades for those behind it: it passes
   * the flow on, and resets with a full TTL and no id what it has forgotten. That it passes the
   * flow on shows where the source only ever goes out, or by checksums that its card has yet to
   * fill in, one router off.
   */
  private static boolean isMadeByNat(ObservedPacket reset, Flow flow, TtlCounts levels) {
    boolean kernels =
        ResetEvidence.isFull(reset) && reset.id().orElse(0) == 0 && levels.size() == 1;
    int ttl = reset.ttl().orElse(0);
    boolean onlyGoesOut =
        reset.wentOut() && !flow.source().hasComeIn() && levels.ttls().get(0) < ttl;
    return kernels && (onlyGoesOut || (levels.has(ttl - 1) && flow.isBeforeChecksums()));
  }

  /**
   * The same where all other packets of the flow are those of another, passed on with one address
   * rewritten: they are compared in that one.
   */
  private static boolean isMadeForPassedOn(ObservedPacket reset, Flow flow) {
    return flow.isRewritten()
        && ResetEvidence.isFull(reset)
        && reset.id().orElse(0) == 0
        && reset.wentOut()
        && !flow.source().hasComeIn();
  }

  /** Whether it says no more than that nobody is there, after both sides had ended. */
  private static boolean isLeftOver(ObservedPacket reset) {
    return reset.isAfterClose()
        && !reset.has(TcpFlags.ACK)
        && reset.window().orElse(0) == 0
        && reset.length().orElse(0) == 0;
  }

  /**
   * Whether another refusal of the same port, alike in all but its TTL, fits: equal-cost routes, of
   * which each connection takes one.
   */
  private static boolean isRefusedOverRoutes(ObservedPacket reset, TtlCounts levels) {
    if (reset.answersSyn().isEmpty()) {
      return false;
    }
    for (Connection sibling : reset.flow().source().waiting()) {
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
   * Whether a reset fits a distance that its flow has by turns with another, or for a few packets
   * that carry nothing: so many that somebody else sent would be enough for it to fit.
   */
  private static boolean isOneOfTwo(int ttl, TtlCounts levels) {
    for (int other : levels.ttls()) {
      boolean apart = other != ttl && !HopSet.of(other).overlaps(HopSet.of(ttl));
      boolean byTurns =
          levels.firstRecord(ttl) < levels.lastRecord(other)
              && levels.firstRecord(other) < levels.lastRecord(ttl);
      boolean few = levels.count(ttl) <= FEW && levels.carriers(ttl).isEmpty();
      if (apart && (byTurns || few || levels.count(ttl) == 1)) {
        return true;
      }
    }
    return false;
  }

  private static ResetVerdict againstSource(
      ObservedPacket reset, Scope scope, String origin, TtlCounts levels, long tolerance) {
    if (levels.isEmpty()) {
      return none(Outcome.NO_BASELINE);
    }
    // DHCP, SSDP and old stacks start at 2, 4, 16, 30 or 32: such TTLs tell no distance.
    if (levels.size() > MAX_SOURCE_LEVELS || levels.nearest() >= OUTLANDISH) {
      return none(Outcome.NOT_JUDGED);
    }
    // DF is a habit of one protocol's code: only the same service's packets can contradict it.
    TtlCounts comparable = scope == Scope.SERVICE ? levels : new TtlCounts();
    ImmutableList<Evidence> strong = ResetEvidence.strong(reset, comparable);
    Outcome outcome = outcome(reset, levels, strong);
    long allowed = levels.nearest() <= NEAR ? tolerance : tolerance + 1;
    boolean near = levels.gap(reset.ttl().getAsInt()) <= allowed;
    if (outcome == Outcome.FOREIGN && strong.isEmpty() && isRefusedOverRoutes(reset, levels)) {
      outcome = Outcome.WITHIN_TOLERANCE;
    } else if (outcome == Outcome.FOREIGN && near) {
      boolean inFront = isInFront(reset, reset.flow().source(), levels);
      outcome = inFront ? Outcome.IN_FRONT : Outcome.WITHIN_TOLERANCE;
    } else if (outcome == Outcome.FOREIGN && strong.isEmpty() && isFarther(reset, levels)) {
      outcome = Outcome.BEHIND;
    }
    return new ResetVerdict(outcome, scope, origin, levels, strong, ImmutableList.of());
  }

  private static Outcome outcome(
      ObservedPacket reset, TtlCounts levels, ImmutableList<Evidence> strong) {
    int ttl = reset.ttl().getAsInt();
    if (levels.has(ttl)) {
      return Outcome.FITS;
    }
    if (strong.isEmpty() && reset.runsOnFrom(levels, MAX_ID_STEP, TEN_SECONDS)) {
      return Outcome.SAME_MACHINE;
    }
    if (!levels.overlaps(ttl)) {
      return Outcome.FOREIGN;
    }
    return strong.isEmpty() ? Outcome.OTHER_INITIAL_TTL : Outcome.OTHER_STACK;
  }

  /**
   * Who sent the reset: the host or a device in its name; empty where that cannot be told, or not
   * with more than little confidence.
   */
  public Optional<Actor> sender(ObservedPacket reset) {
    String host = reset.flow().source().host();
    OptionalInt routers =
        reset.ttl().isPresent() ? HopSet.of(reset.ttl().getAsInt()).hops() : OptionalInt.empty();
    return switch (outcome) {
      case FITS ->
          isWhereOtherPortsAre(reset) ? Optional.empty() : Optional.of(Actor.host(host, routers));
      case SAME_MACHINE, OTHER_INITIAL_TTL, WITHIN_TOLERANCE, DISOWNS ->
          Optional.of(Actor.host(host, routers));
      case FOREIGN, OTHER_STACK ->
          grade(reset).atLeast(Grade.MEDIUM)
              ? Optional.of(
                  Actor.device(host, isDistanceKnown(reset) ? routers : OptionalInt.empty()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /**
   * Whether a refusal that fits the address came from where other ports of it are answered, but its
   * pings are not: a proxy or a NAT stands there, not the host.
   */
  public static boolean isWhereOtherPortsAre(ObservedPacket reset) {
    return reset.flow().levels().isEmpty()
        && reset.ttl().isPresent()
        && EchoReplies.differ(reset.flow().source(), reset.ttl().getAsInt());
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
    return switch (outcome) {
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
    boolean inFront = outcome == Outcome.IN_FRONT && strong.isEmpty();
    if (inFront || scope == Scope.OTHER_CAPTURE) {
      return Grade.LOW;
    }
    long packets = levels.count();
    if (!strong.isEmpty() || (!weak.isEmpty() && packets >= 2)) {
      return Grade.HIGH;
    }
    int host = levels.nearest();
    if (isOwnFlow()) {
      return packets >= 2 || host <= 5 ? Grade.MEDIUM : Grade.LOW;
    }
    int here = HopSet.of(reset.ttl().getAsInt()).hops().orElse(HopSet.UNKNOWN_GAP);
    return packets >= 3 && host <= NEAR && here < host ? Grade.MEDIUM : Grade.LOW;
  }

  /** Tells a draft what the reset was compared with, and what was seen. */
  public void tell(FindingBuilder draft, ObservedPacket reset) {
    draft.claim(reset.flow().source().host()).packet(reset);
    if (!levels.isEmpty()) {
      draft.baseline(scope, origin, levels.toLevels());
    }
    strong.forEach(e -> draft.evidence(e.name(), reset, e.text()));
    weak.forEach(e -> draft.evidence(e.name(), reset, e.text()));
  }
}
