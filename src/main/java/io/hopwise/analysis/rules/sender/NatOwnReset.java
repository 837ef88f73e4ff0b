package io.hopwise.analysis.rules.sender;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetEvidence;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.traffic.ObservedPacket;

/** Remarks on resets that the kernel of a NAT machine made. */
public final class NatOwnReset extends ResetRule {
  static final String ID = "nat-own-reset";

  public NatOwnReset() {
    super(
        ID,
        "the machine that captured it, which masquerades for those behind it, made a reset itself",
        """
        The flow was passed on here: its address only ever goes out, or its TTL is one less than a \
        full one and its TCP checksums do not fit, as they are captured before the network card fills \
        them in. The reset has a full TTL and no IP id: the kernel of this machine, which owns the \
        address, made it, as it does not know the connection (any more). A remark: nobody forged \
        anything. \
        Of 1,991 texts measured it speaks in none.\
        """);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    String compared = ResetSentences.baseline(draft);
    draft.says(
        ResetSentences.arrived(draft, "RST")
            + (compared.isEmpty() ? "" : " " + compared)
            + " The flow was passed on here for a"
            + " machine behind this one, and this machine's own kernel made the reset: its NAT does"
            + " not know the connection (any more). Look at its connection tracking (conntrack).");
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    if (!ResetEvidence.isFull(reset)) {
      return;
    }
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    if (out.isReported(reset) || verdict.ruling() != ResetVerdict.Ruling.NAT_MADE) {
      return;
    }
    out.report(reset);
    FindingBuilder draft =
        out.about(reset.flow().source().cause()).diagnosis().confidence(Grade.MEDIUM);
    verdict.addTo(draft, reset);
  }
}
