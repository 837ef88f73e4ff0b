package io.hopwise.analysis.rules;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Capture;
import io.hopwise.analysis.Connection;
import io.hopwise.analysis.Draft;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Flow;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Levels;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.Settings;
import io.hopwise.analysis.Sighting;

/** Reports data that somebody else slipped into a flow. */
final class InjectedData extends NamedRule {
  static final String ID = "injected-data";
  private static final int LEAST_PACKETS = 3;

  InjectedData() {
    super(
        ID,
        "a data or FIN packet in a flow came from somebody else",
        """
        A data or FIN packet is off its flow's TTL, the flow returns to it, and at least two of \
        these hold: DF differs, TCP timestamps are missing, the same sequence number comes with \
        another length, the IP id is copied from the other side. HIGH if the distances differ too, \
        else MEDIUM.""");
  }

  @Override
  public Run start(Settings settings) {
    return new Run() {
      @Override
      public void connection(Connection connection, Findings out) {
        for (Flow flow : connection.flows()) {
          if (flow.levels().size() > 1) {
            judge(flow, out);
          }
        }
      }

      @Override
      public void conclude(Draft draft, Capture capture) {
        InjectedData.conclude(draft, capture);
      }
    };
  }

  private static void judge(Flow flow, Findings out) {
    Levels all = flow.levels();
    boolean hopeless = out.capture().isBeyondJudgement(flow.source());
    if (hopeless || all.count() < LEAST_PACKETS) {
      return;
    }
    for (int ttl : all.ttls().subList(1, all.size())) {
      if (all.count(ttl) * 2 <= all.count()) {
        Levels others = all.without(ttl);
        all.carriers(ttl).forEach(suspect -> judge(suspect, others, out));
      }
    }
  }

  private static void judge(Sighting suspect, Levels others, Findings out) {
    boolean returns = others.lastRecord() > suspect.record();
    if (!returns || suspect.duplicates() != 0 || out.capture().isElsewhere(others, suspect)) {
      return;
    }
    ImmutableList<Evidence> evidence = evidence(suspect, others);
    if (evidence.size() < 2) {
      return;
    }
    out.report(suspect);
    Flow flow = suspect.flow();
    boolean elsewhere = !others.meets(suspect.ttl().orElse(0));
    Draft draft = out.about(flow.source().host());
    draft.claim(flow.source().host()).packet(suspect).diagnosis();
    draft.grade(elsewhere ? Grade.HIGH : Grade.MEDIUM);
    draft.baseline(Scope.FLOW, flow.endpoint() + " > " + flow.reverse().endpoint(), others.told());
    evidence.forEach(e -> draft.evidence(e.name(), suspect, e.text()));
  }

  private static ImmutableList<Evidence> evidence(Sighting suspect, Levels others) {
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
    if (suspect.overlaps() > 0) {
      found.add(
          new Evidence(
              "overlaps",
              "its sequence number comes with other content too, at the flow's own TTL (record "
                  + suspect.overlaps()
                  + ")"));
    }
    if (suspect.copiesIdOf() > 0) {
      found.add(
          new Evidence(
              "id-copied",
              "its IP id " + suspect.id() + " is that of a packet of the other direction"));
    }
    return found.build();
  }

  private static void conclude(Draft draft, Capture capture) {
    if (capture.isTakenOnBothSidesOfRouter()) {
      draft.withdraw("the capture was taken on both sides of a router");
      return;
    }
    draft.innocent("a proxy or load balancer that shares the connection with the host");
    boolean one = draft.count() == 1;
    draft.says(
        String.join(
            " ",
            ResetWords.arrived(draft, one ? "A data packet" : "Data packets"),
            ResetWords.baseline(draft),
            "The host did not send "
                + (one ? "this packet" : "these packets")
                + "; "
                + ResetWords.place(draft)
                + " slipped "
                + (one ? "it" : "them")
                + " into the connection.",
            ResetWords.confidence(
                draft.grade(), draft.evidence().isEmpty() ? "" : draft.evidence().get(0).text())));
  }
}
