package io.hopwise.analysis.rules.sender;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.rules.reset.SeenTwice;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;

/** Remarks on hosts that start at two initial TTLs. */
public final class SplitInitialTtl extends NamedRule {
  static final String ID = "split-initial-ttl";
  private static final String BEHIND = "behind";

  public SplitInitialTtl() {
    super(
        ID,
        "one host sends with two initial TTLs, from one distance",
        """
        Two TTLs of one source differ and the distances agree, as with ICMP from 255 and TCP from \
        64, or a load balancer beside the host. Also a reset that is no further off than routes of \
        one source are. A remark: nothing speaks against the host.""");
  }

  @Override
  public Run start(Settings settings) {
    long tolerance = settings.get(ResetVerdict.TOLERANCE);
    return new Run() {
      @Override
      public void connection(Connection connection, Findings out) {
        connection.resets().forEach(reset -> judge(reset, tolerance, out));
      }

      @Override
      public void source(Source source, Findings out) {
        judge(source, out);
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        SplitInitialTtl.conclude(draft, capture);
      }
    };
  }

  private static void judge(ObservedPacket reset, long tolerance, Findings out) {
    ResetVerdict verdict = ResetVerdict.of(reset, out.capture(), tolerance);
    boolean split =
        verdict.outcome() == ResetVerdict.Outcome.OTHER_INITIAL_TTL
            || verdict.outcome() == ResetVerdict.Outcome.WITHIN_TOLERANCE
            || verdict.outcome() == ResetVerdict.Outcome.BEHIND;
    if (!split) {
      return;
    }
    FindingBuilder draft = out.about(reset.flow().source().cause());
    verdict.tell(draft, reset);
    if (verdict.outcome() == ResetVerdict.Outcome.BEHIND) {
      draft.tally(BEHIND, 1);
    }
  }

  private static void judge(Source source, Findings out) {
    ImmutableList<Integer> ttls = source.levels().ttls();
    if (ttls.size() < 2 || out.capture().isBeyondJudgement(source)) {
      return;
    }
    boolean split =
        ttls.stream()
            .anyMatch(
                one ->
                    ttls.stream()
                        .anyMatch(
                            two -> !one.equals(two) && HopSet.of(one).overlaps(HopSet.of(two))));
    if (split) {
      FindingBuilder draft = out.about(source.cause()).claim(source.host());
      draft.baseline(Scope.SOURCE, source.host(), source.levels().toLevels());
    }
  }

  private static void conclude(FindingBuilder draft, ObservedCapture capture) {
    if (SeenTwice.concerns(draft, capture)) {
      draft.withdraw(SeenTwice.WHY);
      return;
    }
    String resets = draft.count() == 0 ? "" : ResetSentences.arrived(draft, "RST") + " ";
    draft.says(
        resets
            + ResetSentences.baseline(draft)
            + (draft.tally(BEHIND) > 0
                ? " The reset came from behind the host, so no device on the way to it made it:"
                    + " perhaps a machine that the port is forwarded to."
                : " The distances agree, or nearly so: "
                    + draft.claim()
                    + " starts at two initial TTLs, or shares its place with a load balancer."
                    + " Nothing speaks against it."));
  }
}
