package io.hopwise.analysis.rules.sender;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.rules.reset.SeenTwice;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.analysis.traffic.TtlCounts;

/** Remarks on hosts that start at two initial TTLs. */
public final class SplitInitialTtl extends ResetRule {
  static final String ID = "split-initial-ttl";
  private static final String BEHIND = "behind";
  private static final String ROUTES = "routes";
  private static final int FULL = 255;

  public SplitInitialTtl() {
    super(
        ID,
        "one host sends with two initial TTLs, from one distance",
        """
        Two TTLs of one source differ and the distances agree, as with ICMP from 255 and TCP from \
        64, or a load balancer beside the host. Not what starts at 255 because its protocol says \
        so (multicast DNS, CAPWAP, ICMPv6). Also a reset that is no further off than routes of one \
        source are: then it says that the distances differ. A remark: nothing speaks against the \
        host.\
        """);
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    boolean split =
        verdict.ruling() == ResetVerdict.Ruling.OTHER_INITIAL_TTL
            || verdict.ruling() == ResetVerdict.Ruling.WITHIN_TOLERANCE
            || verdict.ruling() == ResetVerdict.Ruling.BEHIND;
    if (!split || out.isReported(reset)) {
      return;
    }
    FindingBuilder draft = out.about(reset.flow().source().cause());
    verdict.addTo(draft, reset);
    if (verdict.ruling() == ResetVerdict.Ruling.BEHIND) {
      draft.tally(BEHIND, 1);
    } else if (verdict.ruling() == ResetVerdict.Ruling.WITHIN_TOLERANCE) {
      draft.tally(ROUTES, 1);
    }
  }

  @Override
  protected void judge(Source source, Findings out) {
    ImmutableList<Integer> ttls =
        source.levels().ttls().stream()
            .filter(ttl -> !isByProtocol(source.levels(), ttl) && !isConvicted(source, ttl, out))
            .collect(ImmutableList.toImmutableList());
    if (ttls.size() < 2 || out.capture().isBeyondJudgement(source)) {
      return;
    }
    ImmutableList<TtlLevel> agreeing =
        source.levels().toLevels().stream()
            .filter(level -> agrees(level.ttl(), ttls))
            .collect(ImmutableList.toImmutableList());
    if (!agreeing.isEmpty()) {
      FindingBuilder draft = out.about(source.cause()).claim(source.host());
      draft.baseline(Scope.SOURCE, source.host(), agreeing);
    }
  }

  /**
   * Whether other rules reported every packet with this TTL, so that it is not the source's own.
   */
  private static boolean isConvicted(Source source, int ttl, Findings out) {
    boolean any = false;
    for (Flow flow : source.served()) {
      TtlCounts levels = flow.levels();
      if (!levels.has(ttl)) {
        continue;
      }
      any = true;
      ImmutableList<ObservedPacket> carriers = levels.carriers(ttl);
      if (carriers.size() < levels.count(ttl) || !carriers.stream().allMatch(out::isReported)) {
        return false;
      }
    }
    return any;
  }

  /** Whether a TTL is from as far away as another of these. */
  private static boolean agrees(int ttl, ImmutableList<Integer> ttls) {
    return ttls.contains(ttl)
        && ttls.stream().anyMatch(o -> o != ttl && HopSet.of(o).overlaps(HopSet.of(ttl)));
  }

  /**
   * Whether these packets start at 255 because their protocol says so, as multicast DNS, CAPWAP and
   * ICMPv6 do: of 292 sources with two initial TTLs in public captures 210 are that.
   */
  private static boolean isByProtocol(TtlCounts levels, int ttl) {
    return ttl == FULL && levels.count(ttl) == levels.count(ttl, PacketKind.UDP, PacketKind.ICMP);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    if (SeenTwice.concerns(draft, capture)) {
      draft.withdraw(SeenTwice.WHY);
      return;
    }
    String resets = draft.count() == 0 ? "" : ResetSentences.arrived(draft, "RST") + " ";
    draft.says(resets + ResetSentences.baseline(draft) + meaning(draft));
  }

  private static String meaning(FindingBuilder draft) {
    if (draft.tally(BEHIND) > 0) {
      return " The reset came from behind the host, so no device on the way to it made it: perhaps"
          + " a machine that the port is forwarded to.";
    }
    if (draft.tally(ROUTES) > 0) {
      return " The distances differ as routes of one source do: "
          + draft.claim()
          + " is reached over several, or several machines share the address. Nothing else speaks"
          + " against it.";
    }
    return " The distances agree: "
        + draft.claim()
        + " starts at two initial TTLs, or shares its place with a load balancer. Nothing speaks"
        + " against it.";
  }
}
