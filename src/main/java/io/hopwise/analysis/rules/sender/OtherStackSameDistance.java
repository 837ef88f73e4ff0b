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

/** Reports resets from the host's distance that another IP stack made. */
public final class OtherStackSameDistance extends ResetRule {
  static final String ID = "other-stack-same-distance";

  public OtherStackSameDistance() {
    super(
        ID,
        "a reset came from the host's distance, but another IP stack made it",
        """
        The distances agree, the initial TTL does not, and there is strong evidence as for \
        forged-reset. MEDIUM: a device right in front of the host, or a second stack on it.\
        """);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    draft.innocentExplanation("a load balancer or proxy on the host's own link");
    draft.innocentExplanation("a second IP stack on the host itself, such as a management board");
    draft.says(
        String.join(
            " ",
            ResetSentences.arrived(draft, "RST"),
            ResetSentences.baseline(draft),
            "The distance is the same, but another IP stack made "
                + (draft.count() == 1 ? "this reset" : "these resets")
                + ": a device right in front of the host, or a second stack on it.",
            ResetSentences.confidence(
                draft.grade(), draft.evidence().isEmpty() ? "" : draft.evidence().get(0).text())));
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    if (verdict.ruling() != ResetVerdict.Ruling.OTHER_STACK) {
      return;
    }
    out.report(reset);
    FindingBuilder draft = out.about(reset.flow().source().cause());
    verdict.addTo(draft, reset);
    draft.grade(Grade.MEDIUM).diagnosis();
  }
}
