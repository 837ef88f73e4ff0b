package io.hopwise.analysis.rules.sender;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.text.English;

/** Remarks on SYNs that the host itself disowns with a reset. */
public final class ForgedSyn extends ResetRule {
  static final String ID = "forged-syn";
  private static final String DISTANCE = "distance";
  private static final String HOSTS = "hosts";

  public ForgedSyn() {
    super(
        ID,
        "a SYN was forged: the host it claims to be from disowns it with a reset",
        """
        A reset without ACK has the sequence number that the answer to a SYN acknowledged, the \
        SYN's plus one, and the SYN came from another distance: the host was answered, did not know \
        why, and said so. The reset is the host's own, the SYN is not. Such SYNs, and others that \
        their source sent nothing behind, are compared with no reset. A remark: a flood forges \
        them by the thousand. A port scanner makes up SYNs with other TTLs on the host itself. \
        Of 1,991 texts measured it speaks in one.\
        """);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    draft.innocentExplanation("a port scanner on the host itself, which makes up its packets");
    boolean one = draft.count() == 1;
    draft.says(
        ResetSentences.arrived(draft, one ? "SYN" : "SYNs")
            + (one ? " The host itself, at " : " The hosts themselves, at ")
            + distances(draft)
            + ", answered with a reset that has the number of what came back: "
            + (one
                ? "it did not send the SYN, which was"
                : "they did not send the SYNs, which were")
            + " forged.");
  }

  /** {@code 1 router}, {@code 8 to 14 routers}. */
  private static String distances(FindingBuilder draft) {
    int least = HopSet.MAX_HOPS;
    int most = 0;
    for (String hops : draft.names(DISTANCE)) {
      least = Math.min(least, Integer.parseInt(hops));
      most = Math.max(most, Integer.parseInt(hops));
    }
    return least == most ? English.routers(least) : least + " to " + most + " routers";
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    if (reset.disownedSyn().isEmpty()) {
      return;
    }
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    if (verdict.ruling() != ResetVerdict.Ruling.DISOWNS) {
      return;
    }
    ObservedPacket syn = reset.disownedSyn().orElseThrow();
    int hops = HopSet.of(reset.ttl().orElseThrow()).hops().orElse(0);
    // A scanner on this link makes up its SYNs, and its kernel resets what they are answered with.
    if (hops == 0) {
      return;
    }
    FindingBuilder draft = out.about("").diagnosis();
    String host = reset.flow().source().host();
    draft
        .name(HOSTS, host)
        .claim(draft.names(HOSTS).size() == 1 ? host : "several addresses")
        .confidence(Grade.HIGH)
        .name(DISTANCE, "" + hops)
        .packet(syn);
  }
}
