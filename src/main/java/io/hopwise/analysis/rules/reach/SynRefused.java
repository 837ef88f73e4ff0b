package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetEvidence;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;

/** Reports connections that were refused with a reset, and whether the host itself did it. */
public final class SynRefused extends ResetRule {
  public static final String ID = "syn-refused";
  private static final String HOST = "host";
  private static final String NEARER = "nearer";
  private static final String OTHER_PORTS = "other-ports";
  private static final String UNKNOWN = "unknown";
  private static final String BLIND = "blind";
  private static final String HERE = "here";
  private static final String LOOPBACK = "loopback";
  private static final String ELSEWHERE = "elsewhere";

  public SynRefused() {
    super(
        ID,
        "a SYN was refused with a reset: by the host (port closed), or nobody can tell",
        """
        A reset acknowledges a SYN. Its TTL fits the host's other packets: the port is closed, the \
        service is down, its own packet filter rejects, or a device at the same distance does. It does not: a device on the way refused, and forged-reset reports it. \
        It has a full TTL where the SYN has none, or comes from 127.0.0.0/8 or ::1: this machine \
        itself refused. Nothing to compare with: cannot tell, ping the host while capturing. A closed port \
        contradicts nobody, so the grade is INFO.\
        """);
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    if (reset.answersSyn().isEmpty() || out.isReported(reset)) {
      return;
    }
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    Flow server = reset.flow();
    String who =
        ResetEvidence.isOnLoopback(reset)
            ? LOOPBACK
            : isMadeHere(reset, verdict)
                ? HERE
                : switch (verdict.ruling()) {
                  case FITS -> ResetVerdict.isWhereOtherPortsAre(reset) ? OTHER_PORTS : HOST;
                  case WITHIN_TOLERANCE -> verdict.isNearer(reset) ? NEARER : HOST;
                  case SAME_MACHINE, OTHER_INITIAL_TTL -> HOST;
                  case NOT_JUDGED,
                      SEVERAL_TTLS,
                      SEEN_TWICE,
                      MADE_UP,
                      TWO_SENDERS,
                      SET_BY_PROGRAM,
                      FORGOTTEN ->
                      BLIND;
                  case ELSEWHERE -> ELSEWHERE;
                  default -> UNKNOWN;
                };
    FindingBuilder draft = out.about(server.source().cause() + " " + who);
    draft.claim(server.source().host()).diagnosis().packet(reset).name("who", who);
    draft.confidence(who.equals(HOST) ? Grade.MEDIUM : Grade.INFO);
    if (who.equals(HOST) || who.equals(NEARER) || who.equals(OTHER_PORTS)) {
      draft.baseline(verdict.scope(), verdict.origin(), verdict.levels().toLevels());
    }
  }

  /**
   * Whether the machine that the capture was taken on refused, or one right beside it: no router
   * passed the reset on, and the client is beyond at least one.
   */
  private static boolean isMadeHere(ObservedPacket reset, ResetVerdict verdict) {
    boolean open =
        verdict.ruling() == ResetVerdict.Ruling.NO_BASELINE
            || verdict.ruling() == ResetVerdict.Ruling.MADE_UP
            || verdict.ruling() == ResetVerdict.Ruling.NOT_JUDGED;
    boolean out =
        verdict.ruling() == ResetVerdict.Ruling.FITS
            && reset.wentOut()
            && reset.flow().source().isCapturingHost();
    return (open || out) && ResetEvidence.isBesideRefuser(reset);
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    String head =
        "A connection to "
            + draft.claim()
            + ResetSentences.ports(draft.facts().senderPorts())
            + " was refused with a RST ("
            + ResetSentences.lines(draft)
            + "). ";
    if (draft.names("who").contains(HOST)) {
      draft.says(
          head
              + "Its TTL fits the host's other packets: the port is closed, as the service is not"
              + " running or listens elsewhere; or the host's own packet filter rejects; or a"
              + " device at the same distance, or one that copies the TTL, refused in its name.");
    } else if (draft.names("who").contains(NEARER)) {
      draft.says(
          head
              + ResetSentences.arrived(draft, "RST")
              + " The host's other packets come from a little farther away, no more than routes"
              + " differ: the host refused over another route, or a device in front of it did. Ask"
              + " whether a firewall stands there.");
    } else if (draft.names("who").contains(OTHER_PORTS)) {
      draft.says(
          head
              + ResetSentences.arrived(draft, "RST")
              + " Another port of the address is answered from there, too, but its echo replies"
              + " come from elsewhere: the device that answers that port refused, or one at the"
              + " same distance. What the host itself would say is not seen.");
    } else if (draft.names("who").contains(LOOPBACK)) {
      draft.says(
          head
              + "This machine itself refused what was sent to it from itself: nothing listens on"
              + " the port at this address, or its own packet filter (nft, iptables) rejects.");
    } else if (draft.names("who").contains(HERE)) {
      draft.says(
          head
              + "No router lies between here and its sender, and the client is beyond one: this"
              + " machine itself refused, or one right beside it. Nothing listens on the port, or"
              + " its own packet filter (nft, iptables) rejects.");
    } else if (draft.names("who").contains(BLIND)) {
      draft.says(
          head
              + "Whether the host or a device on the way refused cannot be told: "
              + (draft.observed().isEmpty()
                  ? "the TTLs are not printed (run tcpdump with -v)."
                  : "the TTLs say nothing in this capture."));
    } else if (draft.names("who").contains(ELSEWHERE)) {
      draft.says(
          head
              + ResetSentences.arrived(draft, "RST")
              + " The other packets from this address stand in another capture of this text, which"
              + " was or may have been captured at another place, on another interface or host, and"
              + " do not compare with it: ping the host while capturing where the RST was seen.");
    } else {
      draft.says(
          head
              + ResetSentences.arrived(draft, "RST")
              + " There is no other packet from this address to compare with, so whether the host"
              + " or a device on the way refused cannot be told: ping the host while capturing.");
    }
  }
}
