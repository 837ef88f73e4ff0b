package io.hopwise.analysis.rules.sender;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.traffic.ObservedPacket;

/** Remarks on resets from elsewhere after both sides had ended the connection. */
public final class ResetAfterClose extends ResetRule {
  static final String ID = "reset-after-close";

  public ResetAfterClose() {
    super(
        ID,
        "a reset from another distance came after both sides had ended the connection",
        """
        Both sides had sent a FIN, and what comes is a reset without ACK, data and window, as a \
        machine sends that does not know the connection: another one of a cluster, which a packet \
        that came late was given to. A remark, as it could end nothing any more. Where anything \
        else speaks against it, forged-reset reports it. \
        Of 1,991 texts measured it speaks in one.\
        """);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    draft.says(
        ResetSentences.arrived(draft, "RST")
            + " "
            + ResetSentences.baseline(draft)
            + " Both sides had ended the connection before: another machine of a cluster, which"
            + " does not know it, answered a late packet. It ended nothing.");
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    if (!reset.isAfterClose()) {
      return;
    }
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    if (out.isReported(reset) || verdict.ruling() != ResetVerdict.Ruling.AFTER_CLOSE) {
      return;
    }
    FindingBuilder draft = out.about(reset.flow().source().cause());
    verdict.addTo(draft, reset);
  }
}
