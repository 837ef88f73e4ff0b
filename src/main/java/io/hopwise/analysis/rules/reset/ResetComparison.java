package io.hopwise.analysis.rules.reset;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetVerdict.Outcome;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.text.English;
import java.util.TreeSet;

/**
 * Compares a reset with what else came from its host: in its flow, from the same port, from the
 * address, or in another capture of the text, whichever is the closest there is.
 */
public final class ResetComparison {
  /** A counter that has not moved further than this ran on. */
  private static final int MAX_ID_STEP = 1024;

  private static final long TEN_SECONDS = 10_000_000_000L;
  private static final int STEADY_FLOWS = 3;
  private static final int MAX_SOURCE_LEVELS = 4;

  /** Resets of one source that are proven foreign by so many TTLs carry TTLs that are made up. */
  private static final int MADE_UP = 3;

  private ResetComparison() {}

  /** What the comparison comes to; {@code tolerance} is {@link ResetVerdict#TOLERANCE}. */
  public static ResetVerdict of(ObservedPacket reset, ObservedCapture capture, long tolerance) {
    Flow flow = reset.flow();
    Outcome hopeless = hopeless(reset, flow);
    boolean open = hopeless == Outcome.FITS || hopeless == Outcome.NOT_JUDGED;
    if (open && ResetConditions.isDisowning(reset, capture)) {
      return ResetVerdict.none(Outcome.DISOWNS);
    }
    if (hopeless != Outcome.FITS) {
      return ResetVerdict.none(hopeless);
    }
    ResetVerdict verdict =
        convicted(compared(reset, flow, capture, tolerance), reset, capture, tolerance);
    if (verdict.outcome() == Outcome.NO_BASELINE) {
      return againstOtherCaptures(reset, capture, tolerance);
    }
    boolean accuses = verdict.outcome() == Outcome.FOREIGN || verdict.outcome() == Outcome.IN_FRONT;
    boolean byTtlAlone = accuses && verdict.strong().isEmpty();
    return byTtlAlone && capture.mayHaveForgotten(flow)
        ? ResetVerdict.none(Outcome.FORGOTTEN)
        : verdict;
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
    if (!madeUp || ResetConditions.isSteady(flow)) {
      return Outcome.FITS;
    }
    // The machine that traceroute runs on, or the capture: its own resets have the full TTL.
    boolean own = ResetEvidence.isFull(reset) && source.levels().has(reset.ttl().getAsInt());
    return own ? Outcome.NOT_JUDGED : Outcome.MADE_UP;
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
      return ResetVerdict.none(Outcome.NO_BASELINE);
    }
    if (levels.isEmpty()) {
      return ResetVerdict.none(
          capture.isInOtherCaptures(source) ? Outcome.ELSEWHERE : Outcome.NO_BASELINE);
    }
    ResetVerdict verdict =
        againstSource(reset, Scope.OTHER_CAPTURE, source.host(), levels, tolerance);
    boolean foreign = verdict.outcome() == Outcome.FOREIGN && levels.size() == 1;
    return foreign ? verdict : ResetVerdict.none(Outcome.ELSEWHERE);
  }

  private static ResetVerdict compared(
      ObservedPacket reset, Flow flow, ObservedCapture capture, long tolerance) {
    TtlCounts own = capture.baseline(flow);
    if (!own.isEmpty()) {
      return againstFlow(reset, flow, own, tolerance);
    }
    if (ResetConditions.isMadeForPassedOn(reset, flow)) {
      return ResetVerdict.none(Outcome.NAT_MADE);
    }
    boolean weakMeasure = flow.isOpen() || flow.isSetByProgram();
    if (weakMeasure && ResetEvidence.isStrong(reset)) {
      // What speaks against it needs no distance: that another one shows is enough.
      ResetVerdict inFlow = againstFlow(reset, flow, flow.levels(), tolerance);
      if (inFlow.outcome() == Outcome.FOREIGN) {
        return inFlow;
      }
    }
    Source source = flow.source();
    if (source.mayBeSeveralHosts()) {
      return ResetVerdict.none(Outcome.NO_BASELINE);
    }
    TtlCounts service = capture.serviceBaseline(flow);
    ResetVerdict verdict =
        service.isEmpty()
            ? againstSource(
                reset, Scope.SOURCE, source.host(), capture.baseline(source, reset), tolerance)
            : againstSource(reset, Scope.SERVICE, flow.endpoint(), service, tolerance);
    boolean nothing = verdict.outcome() == Outcome.NO_BASELINE;
    return nothing && flow.isSetByProgram() ? ResetVerdict.none(Outcome.SET_BY_PROGRAM) : verdict;
  }

  /**
   * A distance that one reset of the source was proven to be foreign by convicts the others; and
   * several such TTLs convict all that do not fit their flow, for then TTLs are made up.
   */
  private static ResetVerdict convicted(
      ResetVerdict verdict, ObservedPacket reset, ObservedCapture capture, long tolerance) {
    boolean open =
        verdict.outcome() == Outcome.WITHIN_TOLERANCE || verdict.outcome() == Outcome.IN_FRONT;
    boolean meets =
        verdict.outcome() == Outcome.OTHER_INITIAL_TTL || verdict.outcome() == Outcome.OTHER_STACK;
    if (!open && !meets) {
      return verdict;
    }
    TreeSet<Integer> proven = new TreeSet<>();
    for (Connection sibling : reset.flow().source().resetConnections()) {
      for (ObservedPacket other : sibling.resets()) {
        int ttl = other.ttl().orElse(-1);
        boolean same = open && ttl == reset.ttl().getAsInt();
        boolean wanted = same || (proven.size() < MADE_UP && !proven.contains(ttl));
        if (!wanted || !isProven(other, reset, capture, tolerance)) {
          continue;
        }
        if (same) {
          return foreign(
              verdict,
              new Evidence(
                  "sibling",
                  "another reset with its TTL (record " + other.record() + ") is proven foreign"));
        }
        proven.add(ttl);
      }
    }
    return proven.size() >= MADE_UP && verdict.isOwnFlow()
        ? foreign(
            verdict,
            new Evidence(
                "sibling",
                "other resets from its address are proven foreign, with TTLs that were made up ("
                    + English.and(proven.stream().map(ttl -> "" + ttl).toList())
                    + ")"))
        : verdict;
  }

  private static ResetVerdict foreign(ResetVerdict verdict, Evidence evidence) {
    return new ResetVerdict(
        Outcome.FOREIGN,
        verdict.scope(),
        verdict.origin(),
        verdict.levels(),
        ImmutableList.of(evidence),
        verdict.weak());
  }

  private static boolean isProven(
      ObservedPacket other, ObservedPacket reset, ObservedCapture capture, long tolerance) {
    Flow flow = other.flow();
    boolean alike =
        flow != reset.flow()
            && flow.source() == reset.flow().source()
            && other.ttl().isPresent()
            && other.duplicates().isEmpty();
    TtlCounts own = alike ? capture.baseline(flow) : new TtlCounts();
    if (own.isEmpty()) {
      return false;
    }
    ResetVerdict verdict = againstFlow(other, flow, own, tolerance);
    return verdict.outcome() == Outcome.FOREIGN && !verdict.strong().isEmpty();
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
              : ResetConditions.isMadeByNat(reset, flow, levels)
                  ? Outcome.NAT_MADE
                  : ResetConditions.isLeftOver(reset) ? Outcome.AFTER_CLOSE : Outcome.FOREIGN;
    }
    if (outcome == Outcome.FITS && ResetConditions.isOneOfTwo(ttl, levels)) {
      outcome = Outcome.TWO_SENDERS;
    }
    String origin = flow.endpoint() + " > " + flow.reverse().endpoint();
    return new ResetVerdict(outcome, scope, origin, levels, strong, weak);
  }

  private static ResetVerdict againstSource(
      ObservedPacket reset, Scope scope, String origin, TtlCounts levels, long tolerance) {
    if (levels.isEmpty()) {
      return ResetVerdict.none(Outcome.NO_BASELINE);
    }
    // DHCP, SSDP and old stacks start at 2, 4, 16, 30 or 32: such TTLs tell no distance.
    if (levels.size() > MAX_SOURCE_LEVELS || levels.nearest() >= ResetConditions.OUTLANDISH) {
      return ResetVerdict.none(Outcome.NOT_JUDGED);
    }
    // DF is a habit of one protocol's code: only the same service's packets can contradict it.
    TtlCounts comparable = scope == Scope.SERVICE ? levels : new TtlCounts();
    ImmutableList<Evidence> strong = ResetEvidence.strong(reset, comparable);
    Outcome outcome = outcome(reset, levels, strong);
    long allowed = levels.nearest() <= ResetVerdict.NEAR ? tolerance : tolerance + 1;
    boolean near = levels.gap(reset.ttl().getAsInt()) <= allowed;
    if (outcome == Outcome.FOREIGN && ResetConditions.isSeenFromElsewhere(reset, levels)) {
      return ResetVerdict.none(Outcome.ELSEWHERE);
    }
    if (outcome == Outcome.FOREIGN
        && strong.isEmpty()
        && ResetConditions.isRefusedOverRoutes(reset, levels)) {
      outcome = Outcome.WITHIN_TOLERANCE;
    } else if (outcome == Outcome.FOREIGN && near) {
      boolean inFront = ResetConditions.isInFront(reset, reset.flow().source(), levels);
      outcome = inFront ? Outcome.IN_FRONT : Outcome.WITHIN_TOLERANCE;
    } else if (outcome == Outcome.FOREIGN
        && strong.isEmpty()
        && ResetConditions.isFarther(reset, levels)) {
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
}
