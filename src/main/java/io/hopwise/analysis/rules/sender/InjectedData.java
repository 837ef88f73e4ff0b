package io.hopwise.analysis.rules.sender;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetEvidence;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.SeenTwice;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.OddPackets;
import io.hopwise.analysis.traffic.TtlCounts;

/** Reports data that somebody else injected into a flow. */
public final class InjectedData extends NamedRule {
  static final String ID = "injected-data";
  private static final int LEAST_PACKETS = 3;

  public InjectedData() {
    super(
        ID,
        "a data or FIN packet in a flow came from somebody else",
        """
        A data or FIN packet is off its flow's TTL, the flow returns to it, and at least two of \
        these hold: DF differs, TCP timestamps are missing, the same sequence number comes with \
        another length, the IP id is copied from the other side, the IP id is none of a counter that \
        runs on without it, it came over other link-layer addresses (-e). HIGH if the distances differ too, else MEDIUM. The first packet from \
        another distance whose IP id is off the counter is MEDIUM with that alone: an exact \
        duplicate that took another route has the id of what it repeats. MEDIUM, too, is what starts at \
        another TTL and whose sequence number comes with another length at the flow's own.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new FlowRun() {
      @Override
      public void flow(Flow flow, Findings out) {
        if (flow.levels().size() > 1) {
          judge(flow, out);
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        InjectedData.conclude(draft, capture);
      }
    };
  }

  private static void judge(Flow flow, Findings out) {
    TtlCounts all = flow.levels();
    boolean hopeless = out.capture().isBeyondJudgement(flow.source());
    if (hopeless || all.count() < LEAST_PACKETS) {
      return;
    }
    for (int ttl : all.ttls().subList(1, all.size())) {
      if (all.count(ttl) * 2 <= all.count()) {
        TtlCounts others = all.without(ttl);
        all.carriers(ttl).forEach(suspect -> judge(suspect, others, out));
      }
    }
  }

  private static void judge(ObservedPacket suspect, TtlCounts others, Findings out) {
    boolean returns = others.lastRecord().orElse(0) > suspect.record();
    if (!returns || suspect.duplicates().isPresent()) {
      return;
    }
    ImmutableList<Evidence> evidence = evidence(suspect, others);
    Flow flow = suspect.flow();
    boolean elsewhere = !others.overlaps(suspect.ttl().orElse(0));
    boolean uncounted = elsewhere && OddPackets.isOffCounter(suspect);
    boolean replaced =
        suspect.overlaps().isPresent() && !others.haveStartOf(suspect.ttl().orElse(0));
    if (evidence.size() < 2 && !uncounted && !replaced) {
      return;
    }
    out.report(suspect);
    FindingBuilder draft = out.about(flow.source().cause());
    draft.claim(flow.source().host()).packet(suspect).diagnosis();
    draft.grade(elsewhere && evidence.size() >= 2 ? Grade.HIGH : Grade.MEDIUM);
    draft.baseline(
        Scope.FLOW, flow.endpoint() + " > " + flow.reverse().endpoint(), others.toLevels());
    evidence.forEach(reason -> draft.evidence(reason, suspect));
  }

  private static ImmutableList<Evidence> evidence(ObservedPacket suspect, TtlCounts others) {
    ImmutableList.Builder<Evidence> found = ImmutableList.builder();
    if (others.contradictDf(suspect)) {
      boolean on = suspect.dontFragment().orElse(false);
      found.add(
          new Evidence(
              "df-differs",
              on
                  ? "it has DF set, the rest of the flow does not"
                  : "it has DF off, the rest of the flow has it set"));
    }
    if (others.allHaveTimestamps() && !suspect.hasTimestamps()) {
      found.add(
          new Evidence(
              "timestamps-missing", "it has no TCP timestamps, the rest of the flow has them"));
    }
    if (suspect.overlaps().isPresent()) {
      found.add(
          new Evidence(
              "overlaps",
              "its sequence number comes with other content too, at the flow's own TTL",
              suspect.overlaps().get()));
    }
    if (suspect.copiesIdOf().isPresent()) {
      found.add(
          new Evidence(
              "id-copied",
              "its IP id "
                  + suspect.id().orElse(0)
                  + " is that of a packet of the other direction"));
    }
    if (OddPackets.isOverOtherLink(suspect)) {
      found.add(ResetEvidence.otherLink());
    }
    if (OddPackets.isOffCounter(suspect)) {
      found.add(
          new Evidence(
              "id-off-counter",
              "its IP id "
                  + suspect.id().orElse(0)
                  + " is none of the flow's counter, which runs on without it"));
    }
    return found.build();
  }

  private static void conclude(FindingBuilder draft, ObservedCapture capture) {
    if (SeenTwice.concerns(draft, capture)) {
      draft.withdraw(SeenTwice.WHY);
      return;
    }
    draft.innocentExplanation("a proxy or load balancer that shares the connection with the host");
    boolean one = draft.count() == 1;
    draft.says(
        String.join(
            " ",
            ResetSentences.arrived(draft, one ? "A data packet" : "Data packets"),
            ResetSentences.baseline(draft),
            ResetSentences.disowns(draft.grade())
                + (one ? "this packet" : "these packets")
                + "; "
                + ResetSentences.place(draft)
                + " slipped "
                + (one ? "it" : "them")
                + " into the connection.",
            ResetSentences.confidence(
                draft.grade(), draft.evidence().isEmpty() ? "" : draft.evidence().get(0).text())));
  }
}
