package io.hopwise.analysis.rules.sender;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.traffic.ObservedPacket;

/** Clears resets whose IP id shows that the host itself sent them. */
public final class SameMachine extends ResetRule {
  static final String ID = "same-machine";

  public SameMachine() {
    super(
        ID,
        "a reset's TTL differs, but its IP id runs on from the host's other packets",
        """
        The IP id is not 0, at most 1024 further than that of the source's last packet before, \
        which was at most 10 seconds earlier and has a TTL of the baseline, and there is no strong \
        evidence: one machine, two initial TTLs or two routes.\
        """);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    draft.says(
        ResetSentences.arrived(draft, "RST")
            + " "
            + ResetSentences.baseline(draft)
            + " But the IP id counter runs on from those packets to the reset: the host itself"
            + " sent it.");
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    if (verdict.ruling() != ResetVerdict.Ruling.SAME_MACHINE || out.isReported(reset)) {
      return;
    }
    FindingBuilder draft = out.about(reset.flow().source().cause()).confidence(Grade.HIGH);
    verdict.addTo(draft, reset);
  }
}
