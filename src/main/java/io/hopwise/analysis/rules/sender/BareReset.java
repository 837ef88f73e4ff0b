package io.hopwise.analysis.rules.sender;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.packet.TcpFlags;

/** Reports resets that answer a SYN without an ACK, as no host does. */
public final class BareReset extends ResetRule {
  static final String ID = "bare-reset";

  /** The fewest signs, besides the missing ACK, that a device wrote it and no TCP stack. */
  private static final int LEAST = 2;

  public BareReset() {
    super(
        ID,
        "a SYN was reset without an ACK, as devices do and no host",
        """
        A host that refuses a SYN acknowledges it (RFC 9293, section 3.10.7.1). A reset without \
        ACK, to a side that sent nothing but SYNs and got no other answer, is reported where at \
        least two of these hold: its IP id is 1 or that of a packet it answers, its window is not \
        0 (it is often the SYN's), the SYN was simply repeated. MEDIUM. A reset that a host sends to an \
        acknowledgment it does not expect has no ACK either, but answers more than a SYN. \
        Of 1,991 texts measured it speaks in none.\
        """);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    draft.innocentExplanation("the capture lacks packets of the connection");
    draft.says(
        ResetSentences.arrived(draft, "RST")
            + " A host that refuses a SYN acknowledges it; this answer has no ACK: a device"
            + " on the way sent it in the host's name. "
            + ResetSentences.confidence(draft.grade(), "some old or tiny stacks break the rule"));
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    Flow asking = reset.flow().reverse();
    boolean answersSyn =
        !reset.has(TcpFlags.ACK)
            && asking.pureSyns() > 0
            && asking.afterSyn() == 0
            && reset.flow().packets() == reset.flow().resets(reset.ttl().orElse(-1));
    if (!answersSyn || out.isReported(reset) || reset.duplicates().isPresent()) {
      return;
    }
    ImmutableList<Evidence> signs = signs(reset, asking);
    if (signs.size() < LEAST) {
      return;
    }
    out.report(reset);
    out.judged(reset);
    FindingBuilder draft = out.about(reset.flow().source().cause());
    draft.claim(reset.flow().source().host()).packet(reset).grade(Grade.MEDIUM).diagnosis();
    signs.forEach(sign -> draft.evidence(sign, reset));
  }

  private static ImmutableList<Evidence> signs(ObservedPacket reset, Flow asking) {
    ImmutableList.Builder<Evidence> signs = ImmutableList.builder();
    boolean copied = reset.copiesIdOf().isPresent();
    if (copied || reset.id().orElse(0) == 1) {
      String text =
          copied
              ? "its IP id " + reset.id().orElse(0) + " is that of a packet of the other direction"
              : "its IP id is 1, as programs write it";
      signs.add(new Evidence("id-copied", text));
    }
    int window = reset.window().orElse(0);
    if (window > 0 && asking.hadWindow(window)) {
      signs.add(new Evidence("window-copied", "its window " + window + " is that of the SYN"));
    } else if (window > 0) {
      signs.add(new Evidence("window", "its window is " + window + ", and of hosts that refuse 0"));
    }
    if (asking.pureSyns() > 1) {
      signs.add(new Evidence("syn-repeated", "the side that it answers simply repeats its SYN"));
    }
    return signs.build();
  }
}
