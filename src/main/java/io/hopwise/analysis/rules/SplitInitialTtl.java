package io.hopwise.analysis.rules;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Capture;
import io.hopwise.analysis.Connection;
import io.hopwise.analysis.Draft;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.HopSet;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.Settings;
import io.hopwise.analysis.Sighting;
import io.hopwise.analysis.Source;

/** Remarks on hosts that start at two initial TTLs. */
final class SplitInitialTtl extends NamedRule {
  static final String ID = "split-initial-ttl";
  private static final String BEHIND = "behind";

  SplitInitialTtl() {
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
    long tolerance = settings.get(ForgedReset.TOLERANCE);
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
      public void conclude(Draft draft, Capture capture) {
        SplitInitialTtl.conclude(draft, capture);
      }
    };
  }

  private static void judge(Sighting reset, long tolerance, Findings out) {
    ResetVerdict verdict = ResetVerdict.of(reset, out.capture(), tolerance);
    boolean split =
        verdict.outcome() == ResetVerdict.Outcome.OTHER_INITIAL_TTL
            || verdict.outcome() == ResetVerdict.Outcome.WITHIN_TOLERANCE
            || verdict.outcome() == ResetVerdict.Outcome.BEHIND;
    if (!split) {
      return;
    }
    Draft draft = out.about(reset.flow().source().host());
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
                        .anyMatch(two -> !one.equals(two) && HopSet.of(one).meets(HopSet.of(two))));
    if (split) {
      Draft draft = out.about(source.host()).claim(source.host());
      draft.baseline(Scope.SOURCE, source.host(), source.levels().told());
    }
  }

  private static void conclude(Draft draft, Capture capture) {
    if (capture.isTakenOnBothSidesOfRouter()) {
      draft.withdraw("the capture was taken on both sides of a router");
      return;
    }
    String resets = draft.count() == 0 ? "" : ResetWords.arrived(draft, "RST") + " ";
    draft.says(
        resets
            + ResetWords.baseline(draft)
            + (draft.tally(BEHIND) > 0
                ? " The reset came from behind the host, so no device on the way to it made it:"
                    + " perhaps a machine that the port is forwarded to."
                : " The distances agree, or nearly so: "
                    + draft.claim()
                    + " starts at two initial TTLs, or shares its place with a load balancer."
                    + " Nothing speaks against it."));
  }
}
