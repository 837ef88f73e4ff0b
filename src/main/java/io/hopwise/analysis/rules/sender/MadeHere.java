package io.hopwise.analysis.rules.sender;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetEvidence;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.ResetHistory;

/** Reports resets that the very machine which captured them sent in another host's name. */
public final class MadeHere extends ResetRule {
  static final String ID = "made-here";

  public MadeHere() {
    super(
        ID,
        "a reset in another host's name was made by the machine that captured it",
        """
        With -i any tcpdump prints a packet that is passed on twice, In and Out. A reset went Out \
        and had never come In, its TTL is 64, 128 or 255, so that no router has passed it on, and \
        other packets from its address came In: this machine made it, with its own packet filter, \
        proxy or NAT. HIGH. Nothing is said of an address that only goes Out: it is this \
        machine's own, or one that NAT writes.\
        """);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    boolean one = draft.count() == 1;
    draft.innocentExplanation("the packet that came in was not captured");
    draft.says(
        "RST from "
            + draft.claim()
            + " ("
            + ResetSentences.lines(draft)
            + ") went out here without having come in, while other packets from this address"
            + " come in: this machine made "
            + (one ? "it" : "them")
            + " in the host's name. Look at its own packet filter (nft, iptables: reject with"
            + " tcp reset), proxy and NAT. "
            + ResetSentences.confidence(draft.grade(), "what is passed on is seen twice"));
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    boolean foreign = reset.flow().source().hasComeIn();
    if (!foreign
        || !reset.wentOut()
        || !ResetEvidence.isFull(reset)
        || ResetHistory.cameInBefore(reset)) {
      return;
    }
    out.report(reset);
    out.judged(reset);
    FindingBuilder draft = out.about(reset.flow().source().cause());
    draft.claim(reset.flow().source().host()).packet(reset).grade(Grade.HIGH).diagnosis();
    if (reset.answersSyn().isPresent()) {
      draft.evidence("answers-syn", reset, "it refuses the connection that a SYN asked for");
    }
  }
}
