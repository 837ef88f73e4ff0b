package io.hopwise.analysis.rules.reset;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetVerdict.Ruling;
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
  /** A counter that moved no further than this has simply continued. */
  private static final int MAX_ID_STEP = 1024;

  private static final long TEN_SECONDS = 10_000_000_000L;
  private static final int STEADY_FLOWS = 3;
  private static final int MAX_SOURCE_LEVELS = 4;

  /** Resets of one source that are proven foreign by so many TTLs carry TTLs that are made up. */
  private static final int MADE_UP = 3;

  private ResetComparison() {}

  /** The outcome of the comparison; {@code tolerance} is {@link ResetVerdict#TOLERANCE}. */
  public static ResetVerdict of(ObservedPacket reset, ObservedCapture capture, long tolerance) {
    Flow flow = reset.flow();
    Ruling hopeless = hopeless(reset, flow);
    boolean open = hopeless == Ruling.FITS || hopeless == Ruling.NOT_JUDGED;
    if (open && ResetConditions.isDisowning(reset, capture)) {
      return ResetVerdict.none(Ruling.DISOWNS);
    }
    if (hopeless != Ruling.FITS) {
      return ResetVerdict.none(hopeless);
    }
    ResetVerdict verdict =
        convicted(compared(reset, flow, capture, tolerance), reset, capture, tolerance);
    if (verdict.ruling() == Ruling.NO_BASELINE) {
      return againstOtherCaptures(reset, capture, tolerance);
    }
    boolean accuses = verdict.ruling() == Ruling.FOREIGN || verdict.ruling() == Ruling.IN_FRONT;
    boolean byTtlAlone = accuses && verdict.strong().isEmpty();
    if (byTtlAlone && capture.mayHaveForgotten(flow)) {
      return ResetVerdict.none(Ruling.FORGOTTEN);
    }
    if (byTtlAlone && ResetConditions.isBesideDoubtfulTtl(reset, verdict.levels())) {
      return ResetVerdict.none(Ruling.SET_BY_PROGRAM);
    }
    boolean elsewhere =
        byTtlAlone && ResetConditions.mayBeFromOtherCapture(reset, verdict.levels(), capture);
    return elsewhere ? verdict.perhapsOfOtherCapture() : verdict;
  }

  /** Why a reset cannot be judged whatever it is compared with; {@code FITS} if it can. */
  private static Ruling hopeless(ObservedPacket reset, Flow flow) {
    Source source = flow.source();
    if (reset.ttl().isEmpty() || flow.isScan()) {
      return Ruling.NOT_JUDGED;
    }
    if (source.isSeenTwice()) {
      return Ruling.SEEN_TWICE;
    }
    if (reset.duplicates().isPresent()) {
      return Ruling.SEVERAL_TTLS;
    }
    boolean madeUp = source.sendsLikeTraceroute() || source.hasManyTtls();
    if (!madeUp || ResetConditions.isSteady(flow)) {
      return Ruling.FITS;
    }
    // The machine that traceroute runs on, or the capture: its own resets have the full TTL.
    boolean own = ResetEvidence.isFull(reset) && source.levels().has(reset.ttl().getAsInt());
    return own ? Ruling.NOT_JUDGED : Ruling.MADE_UP;
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
      return ResetVerdict.none(Ruling.NO_BASELINE);
    }
    if (levels.isEmpty()) {
      return ResetVerdict.none(
          capture.isInOtherCaptures(source) ? Ruling.ELSEWHERE : Ruling.NO_BASELINE);
    }
    if (isElsewhere(reset.flow().reverse().source(), capture)) {
      return ResetVerdict.none(Ruling.ELSEWHERE);
    }
    ResetVerdict verdict =
        againstSource(reset, Scope.OTHER_CAPTURE, source.host(), levels, tolerance);
    boolean foreign = verdict.ruling() == Ruling.FOREIGN && levels.size() == 1;
    return foreign ? verdict : ResetVerdict.none(Ruling.ELSEWHERE);
  }

  /** Whether a host is at another distance in this capture than in the others: taken elsewhere. */
  private static boolean isElsewhere(Source other, ObservedCapture capture) {
    TtlCounts there = capture.levelsInOtherCaptures(other);
    return !there.isEmpty()
        && !other.levels().isEmpty()
        && other.levels().ttls().stream().noneMatch(there::overlaps);
  }

  private static ResetVerdict compared(
      ObservedPacket reset, Flow flow, ObservedCapture capture, long tolerance) {
    TtlCounts own = capture.baseline(flow);
    if (!own.isEmpty()) {
      return againstFlow(reset, flow, own, tolerance);
    }
    if (ResetConditions.isMadeForPassedOn(reset, flow)) {
      return ResetVerdict.none(Ruling.NAT_MADE);
    }
    boolean weakMeasure = flow.isOpen() || flow.isSetByProgram();
    if (weakMeasure && ResetEvidence.isStrong(reset)) {
      // Evidence against the reset needs no distance: another TTL is enough.
      ResetVerdict inFlow = againstFlow(reset, flow, flow.levels(), tolerance);
      if (inFlow.ruling() == Ruling.FOREIGN) {
        return inFlow;
      }
    }
    Source source = flow.source();
    if (source.mayBeSeveralHosts()) {
      return ResetVerdict.none(Ruling.NO_BASELINE);
    }
    TtlCounts service = capture.serviceBaseline(flow);
    ResetVerdict verdict =
        service.isEmpty()
            ? againstSource(
                reset, Scope.SOURCE, source.host(), capture.baseline(source, reset), tolerance)
            : againstSource(reset, Scope.SERVICE, flow.endpoint(), service, tolerance);
    boolean nothing = verdict.ruling() == Ruling.NO_BASELINE;
    return nothing && flow.isSetByProgram() ? ResetVerdict.none(Ruling.SET_BY_PROGRAM) : verdict;
  }

  /**
   * A distance that one reset of the source was proven to be foreign by convicts the others; and
   * several such TTLs convict all that do not fit their flow, for then TTLs are made up.
   */
  private static ResetVerdict convicted(
      ResetVerdict verdict, ObservedPacket reset, ObservedCapture capture, long tolerance) {
    boolean open =
        verdict.ruling() == Ruling.WITHIN_TOLERANCE || verdict.ruling() == Ruling.IN_FRONT;
    boolean meets =
        verdict.ruling() == Ruling.OTHER_INITIAL_TTL || verdict.ruling() == Ruling.OTHER_STACK;
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
                  "sibling", "another reset with its TTL is proven foreign", other.number()));
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
        Ruling.FOREIGN,
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
    return verdict.ruling() == Ruling.FOREIGN && !verdict.strong().isEmpty();
  }

  private static ResetVerdict againstFlow(
      ObservedPacket reset, Flow flow, TtlCounts own, long tolerance) {
    TtlCounts handshake = own.ofHandshake();
    boolean steady = !handshake.isEmpty() && steadyFlowsBut(flow) >= STEADY_FLOWS;
    Scope scope = steady ? Scope.HANDSHAKE : Scope.FLOW;
    TtlCounts levels = steady ? handshake : own;
    ImmutableList<Evidence> strong = ResetEvidence.strong(reset, levels);
    ImmutableList<Evidence> weak = ResetEvidence.weak(reset);
    Ruling ruling = ruling(reset, levels, strong);
    // The source sends with this TTL elsewhere, or the flow itself takes several routes: it has
    // more than one way, and the reset may have taken another.
    int ttl = reset.ttl().getAsInt();
    boolean elsewhere = flow.source().levels().overlaps(ttl);
    boolean wanders = levels.size() > 1 && levels.haveWithin(tolerance, ttl);
    if (ruling == Ruling.FOREIGN && strong.isEmpty()) {
      ruling =
          elsewhere || wanders
              ? Ruling.WITHIN_TOLERANCE
              : ResetConditions.isMadeByNat(reset, flow, levels)
                  ? Ruling.NAT_MADE
                  : ResetConditions.isLeftOver(reset) ? Ruling.AFTER_CLOSE : Ruling.FOREIGN;
    }
    if (ruling == Ruling.FITS && ResetConditions.isOneOfTwo(ttl, levels)) {
      ruling = Ruling.TWO_SENDERS;
    }
    String origin = flow.endpoint() + " > " + flow.reverse().endpoint();
    return new ResetVerdict(ruling, scope, origin, levels, strong, weak);
  }

  /** How many other flows of the same source and port keep to one TTL. */
  private static long steadyFlowsBut(Flow but) {
    return but.source().served().stream()
        .filter(flow -> flow != but && flow.hasPortOf(but))
        .filter(flow -> flow.levels().size() == 1 && flow.levels().count() >= 2)
        .count();
  }

  private static ResetVerdict againstSource(
      ObservedPacket reset, Scope scope, String origin, TtlCounts levels, long tolerance) {
    if (levels.isEmpty()) {
      return ResetVerdict.none(Ruling.NO_BASELINE);
    }
    // DHCP, SSDP and old stacks start at 2, 4, 16, 30 or 32: such TTLs tell no distance.
    if (levels.size() > MAX_SOURCE_LEVELS || levels.nearest() >= ResetConditions.OUTLANDISH) {
      return ResetVerdict.none(Ruling.NOT_JUDGED);
    }
    // DF is a habit of one protocol's code: only the same service's packets can contradict it.
    TtlCounts comparable = scope == Scope.SERVICE ? levels : new TtlCounts();
    ImmutableList<Evidence> strong = ResetEvidence.strong(reset, comparable);
    Ruling ruling = ruling(reset, levels, strong);
    long allowed = levels.nearest() <= ResetVerdict.NEAR ? tolerance : tolerance + 1;
    boolean near = levels.haveWithin(allowed, reset.ttl().getAsInt());
    if (ruling == Ruling.FOREIGN && ResetConditions.isSeenFromElsewhere(reset, levels)) {
      return ResetVerdict.none(Ruling.ELSEWHERE);
    }
    if (ruling == Ruling.FOREIGN && strong.isEmpty() && ResetConditions.disagree(levels)) {
      return ResetVerdict.none(Ruling.SET_BY_PROGRAM);
    }
    if (ruling == Ruling.FOREIGN
        && strong.isEmpty()
        && ResetConditions.isRefusedOverRoutes(reset, levels)) {
      ruling = Ruling.WITHIN_TOLERANCE;
    } else if (ruling == Ruling.FOREIGN && near) {
      boolean inFront = ResetConditions.isInFront(reset, reset.flow().source(), levels);
      ruling = inFront ? Ruling.IN_FRONT : Ruling.WITHIN_TOLERANCE;
    } else if (ruling == Ruling.FOREIGN
        && strong.isEmpty()
        && ResetConditions.isFarther(reset, levels)) {
      ruling = Ruling.BEHIND;
    }
    return new ResetVerdict(ruling, scope, origin, levels, strong, ImmutableList.of());
  }

  private static Ruling ruling(
      ObservedPacket reset, TtlCounts levels, ImmutableList<Evidence> strong) {
    int ttl = reset.ttl().getAsInt();
    if (levels.has(ttl)) {
      return Ruling.FITS;
    }
    if (strong.isEmpty() && reset.runsOnFrom(levels, MAX_ID_STEP, TEN_SECONDS)) {
      return Ruling.SAME_MACHINE;
    }
    if (!levels.overlaps(ttl)) {
      return Ruling.FOREIGN;
    }
    return strong.isEmpty() ? Ruling.OTHER_INITIAL_TTL : Ruling.OTHER_STACK;
  }
}
