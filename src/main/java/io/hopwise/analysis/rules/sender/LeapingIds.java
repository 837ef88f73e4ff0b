package io.hopwise.analysis.rules.sender;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.OddPackets;

/** Remarks on resets whose IP id says nothing because the ids of their flow leap. */
public final class LeapingIds extends ResetRule {
  static final String ID = "leaping-ids";

  public LeapingIds() {
    super(
        ID,
        "the IP ids of a flow leap now and then: they tell nothing of its reset",
        """
        A reset has a TTL of its flow, and its IP id is more than 1024 away from the one before \
        it. The flow's ids run on at least 3 times and at least as often as not, but more than \
        once in 5 times they do not, so they are no evidence. Whoever sends one packet in five in \
        the host's name brings this about, and so does a host with one counter for all it sends. \
        Other evidence and other flows count as before. Of 2,774 texts measured it speaks in \
        none.\
        """);
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    boolean same = verdict.ruling() == ResetVerdict.Ruling.FITS && verdict.isOwnFlow();
    if (!same || out.isReported(reset) || !OddPackets.isOffDisturbedCounter(reset)) {
      return;
    }
    Flow flow = reset.flow();
    FindingBuilder draft = out.about(flow.source().cause()).claim(flow.source().host());
    draft.packet(reset).distanceUnknown();
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    draft.says(
        "RST from "
            + draft.claim()
            + " ("
            + ResetSentences.lines(draft)
            + ") arrived with the TTL of the rest of the flow. Whether its IP id fits, too, cannot"
            + " be told: the flow's ids run on, but leap more than once in five times. Anybody who"
            + " sends one packet in five in the name of "
            + draft.claim()
            + " can bring this about.");
  }
}
