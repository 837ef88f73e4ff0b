package io.hopwise.analysis.rules.sender;

import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.InconclusiveReason;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.observation.Tunnels;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetEvidence;
import io.hopwise.analysis.rules.reset.ResetRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.rules.reset.SeenTwice;
import io.hopwise.analysis.rules.reset.Silence;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.Actor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports resets that came from another distance than the host they claim to be from. */
public final class ForgedReset extends ResetRule {
  public static final String ID = ResetVerdict.FORGED_RESET;
  private static final ImmutableSet<String> SIDE_NOTES =
      ImmutableSet.of("answers-syn", Silence.AFTER);
  private static final String TO = "to";
  private static final String IN_FRONT = "in-front";
  private static final int MAX_SUSPECTS = 3;

  public ForgedReset() {
    super(
        ID,
        "a reset came from another distance than the host it claims to be from",
        """
        A reset's TTL is not among those of its baseline, and no distance fits both. The baseline \
        is the narrowest there is: the reset's own flow, then other flows of the same address and \
        port, then all packets of the same address, within an hour. Where the text holds several captures, a reset \
        is compared within its own; where there is nothing, and another may have been taken at the \
        same place, with that one, which is LOW.

        HIGH: strong evidence, or a window that is neither 0 nor one of the flow's together with \
        2 packets to compare with. Strong evidence is DF unlike the flow's, an IP id copied from \
        the other direction, payload, a side that goes on sending, a full TTL over other link-layer addresses (-e) than \
        the rest of the flow, or a second reset that jumps \
        beyond everything sent. MEDIUM: 2 packets of the same flow, or a host at most 5 routers \
        away; or 3 packets of the same address, echo replies among them, at most 9 routers away, and a \
        reset from nearer. \
        LOW: anything less, and what comes from behind the host; and resets that passed no router \
        where the host itself starts with their TTL, if they stand alone at the text's beginning or end and \
        nothing came within 5 ms before that a device on this link would have answered: they may be \
        another capture, taken at the host. Of 1,991 texts measured one has resets of such a device, \
        which came within 0.1 ms. Where -A printed the reset, and without -e nothing says that the frame \
        before did not carry its text behind its packet, MEDIUM at most.

        One router nearer than all else from the address, TCP and pings alike, is LOW: a firewall \
        right in front of the host, or port forwarding. It takes two such resets, a host at most 9 \
        routers away, and a TTL that nothing else from the address has. Where one reset of the \
        address is proven foreign by strong evidence, others with its TTL are reported with it; with \
        three such TTLs all that fit their flow by the distance alone. Nothing is said where the \
        reset is as many routers nearer as what it answers is farther, than what else either end \
        sent, or the other way round: the capture was moved.

        Not evidence, because genuine resets have it as often: window 0, missing timestamps, IP \
        id 0, the exact next sequence number, arriving early.\
        """,
        ResetVerdict.TOLERANCE);
  }

  @Override
  protected Optional<Actor> sender(ObservedPacket reset, ObservedCapture capture, long tolerance) {
    return ResetComparison.of(reset, capture, tolerance).sender(reset);
  }

  @Override
  protected void judge(ObservedPacket reset, long tolerance, Findings out) {
    if (out.isReported(reset)) {
      return;
    }
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    if (verdict.isCompared()) {
      out.judged(reset);
    }
    verdict.inconclusiveReason().ifPresent(doubt -> doubt(reset, doubt, out));
    boolean inFront = verdict.ruling() == ResetVerdict.Ruling.IN_FRONT;
    if (verdict.ruling() != ResetVerdict.Ruling.FOREIGN && !inFront) {
      return;
    }
    out.report(reset);
    Flow flow = reset.flow();
    FindingBuilder draft = out.about(flow.source().cause() + (inFront ? " " + IN_FRONT : ""));
    if (inFront) {
      draft.name(IN_FRONT, flow.source().host());
    }
    verdict.addTo(draft, reset);
    draft.grade(verdict.grade(reset)).diagnosis();
    draft.name(TO, flow.reverse().source().host());
    countUnkept(draft, reset, flow);
    if (reset.answersSyn().isPresent()) {
      draft.evidence("answers-syn", reset, "it refuses the connection that a SYN asked for");
    }
    long idle = reset.idleNanos().orElse(0);
    if (idle >= Silence.LEAST_NANOS) {
      draft.name(Silence.SECONDS, Silence.seconds(idle));
    }
    copiesProbe(draft, reset, flow.reverse());
  }

  /** A refusal by this machine needs nothing to compare with. */
  private static void doubt(ObservedPacket reset, InconclusiveReason doubt, Findings out) {
    boolean here = ResetEvidence.isOnLoopback(reset) || ResetEvidence.isBesideRefuser(reset);
    if (doubt == InconclusiveReason.NO_BASELINE && here) {
      out.judged(reset);
    } else {
      out.inconclusive(reset, doubt);
    }
  }

  /** Of a flood only the first resets are remembered one by one. */
  private static void countUnkept(FindingBuilder draft, ObservedPacket reset, Flow flow) {
    int ttl = reset.ttl().getAsInt();
    List<ObservedPacket> same =
        flow.resets().stream().filter(r -> r.ttl().equals(OptionalInt.of(ttl))).toList();
    long more = flow.resets(ttl) - same.size();
    if (more > 0 && same.get(0) == reset) {
      draft.more(ttl, reset.kind(), more);
    }
  }

  private static void copiesProbe(FindingBuilder draft, ObservedPacket reset, Flow probe) {
    int ttl = reset.ttl().getAsInt();
    boolean full = ttl == 64 || ttl == 128 || ttl == 255;
    if (!full && probe.levels().has(ttl)) {
      draft.tally(DistanceMeaningless.COPIES, 1);
      draft.name(DistanceMeaningless.COPIES, "" + ttl);
    }
  }

  @Override
  protected void conclude(FindingBuilder draft, ObservedCapture capture) {
    if (SeenTwice.concerns(draft, capture)) {
      draft.withdraw(SeenTwice.WHY);
      return;
    }
    suspect(draft, capture);
    if (!draft.names(IN_FRONT).isEmpty()) {
      concludeInFront(draft);
      return;
    }
    explain(draft);
    draft.says(
        String.join(
            " ",
            ResetSentences.arrived(draft, "RST"),
            ResetSentences.baseline(draft),
            verdict(draft) + silence(draft),
            ResetSentences.confidence(draft.grade(), because(draft))));
  }

  private static void concludeInFront(FindingBuilder draft) {
    draft.innocentExplanation("port forwarding: a machine in front of the host answers this port");
    draft.innocentExplanation("another route, one router shorter, for these connections");
    draft.says(
        String.join(
            " ",
            ResetSentences.arrived(draft, "RST"),
            ResetSentences.baseline(draft),
            "Nothing else from this address comes from so near, so "
                + ResetSentences.place(draft)
                + " probably sent "
                + (draft.count() == 1 ? "this reset" : "these resets")
                + " in its name: a firewall right in front of it, or port forwarding.",
            ResetSentences.confidence(draft.grade(), "one router is little")));
  }

  /** Many hosts share a great distance, so that it makes none of them a suspect. */
  private static void suspect(FindingBuilder draft, ObservedCapture capture) {
    long here = draft.packets().stream().findFirst().map(PacketRef::record).orElse(1L);
    for (TtlLevel level : draft.observed()) {
      List<String> there =
          capture.hostsAt(level.ttl(), here).stream()
              .filter(host -> Tunnels.of(host).equals(draft.tunnel()))
              .filter(host -> !draft.names(TO).contains(host))
              .filter(host -> !isNeighbour(Tunnels.address(host), draft.claim()))
              .map(Tunnels::address)
              .filter(host -> !host.equals(draft.claim()))
              .toList();
      boolean locates = draft.isDistanceKnown() && level.hops().isPlausible();
      if (locates && there.size() <= MAX_SUSPECTS) {
        there.forEach(draft::suspect);
      }
    }
  }

  /** Whether two addresses are of one small network, as the machines of a cluster are. */
  private static boolean isNeighbour(String host, String other) {
    boolean v6 = host.indexOf(':') >= 0;
    int end = v6 ? prefix(host) : host.lastIndexOf('.');
    return end > 0 && other.startsWith(host.substring(0, end + 1));
  }

  /** Where the fourth group of an IPv6 address ends, or its zeros begin; -1 where it does not. */
  private static int prefix(String host) {
    int end = -1;
    for (int group = 0; group < 4; group++) {
      end = host.indexOf(':', end + 1);
      if (end < 0 || host.startsWith("::", end)) {
        return end;
      }
    }
    return end;
  }

  private static void explain(FindingBuilder draft) {
    if (isAcrossCaptures(draft)) {
      draft.firstExplanation("two captures in one text, taken at two places: split it");
    }
    if (ResetSentences.onlyBySource(draft)) {
      draft.innocentExplanation("another route for another protocol");
      draft.innocentExplanation("a NAT or port forwarding: another machine answers this port");
    } else {
      draft.innocentExplanation("a load balancer or proxy that answers for the host");
      draft.innocentExplanation("a route that changed just before the reset");
    }
    draft.innocentExplanation("anycast: several hosts share the address");
    if (draft.packets().stream().allMatch(PacketRef::mayBeTrailer)) {
      draft.innocentExplanation(
          "words that the frame before carried behind its packet: -A prints them, and -e tells");
    }
  }

  private static String verdict(FindingBuilder draft) {
    String resets = draft.count() == 1 ? "this reset" : "these resets";
    String place = ResetSentences.place(draft);
    String ask =
        draft.suspects().isEmpty()
            ? "Ask whether a firewall stands there."
            : "At that distance stands " + String.join(", ", draft.suspects()) + ": ask there.";
    String where = ResetSentences.isFarther(draft) ? place + ", not nearer than the host," : place;
    String own =
        place.equals(ResetSentences.ON_THIS_LINK)
            ? " If this is a router, a firewall or a NAT, it may be this machine itself: look at"
                + " its own packet filter (nft, iptables)."
            : "";
    String says =
        ResetSentences.disowns(draft.grade()) + resets + "; " + where + " did. " + ask + own;
    return isAcrossCaptures(draft)
        ? (is(draft, Scope.OTHER_CAPTURE)
                ? "This text seems to hold two captures. Were they"
                : "This text may hold two captures, as nothing but resets stands there and the host"
                    + " itself sends with that TTL. Were they")
            + " taken at two places, this says nothing: split the text. Only if at one: "
            + says
        : says;
  }

  private static String silence(FindingBuilder draft) {
    return draft.evidence().stream()
        .filter(evidence -> evidence.name().equals(Silence.AFTER))
        .map(evidence -> " Note that " + evidence.text() + ".")
        .findFirst()
        .orElse("");
  }

  private static boolean isAcrossCaptures(FindingBuilder draft) {
    return is(draft, Scope.OTHER_CAPTURE) || is(draft, Scope.PERHAPS_OTHER_CAPTURE);
  }

  private static boolean is(FindingBuilder draft, Scope scope) {
    return draft.baselines().stream().anyMatch(b -> b.scope() == scope);
  }

  private static String because(FindingBuilder draft) {
    if (draft.grade() == Grade.HIGH) {
      return draft.evidence().stream()
          .filter(e -> !SIDE_NOTES.contains(e.name()))
          .map(Evidence::text)
          .findFirst()
          .orElse("more than the TTL differs");
    }
    if (isAcrossCaptures(draft)) {
      return "the two captures may have been taken at two places";
    }
    if (draft.packets().stream().allMatch(PacketRef::mayBeTrailer)) {
      return "the frame before may have carried it as words: print with -e as well";
    }
    return ResetSentences.onlyBySource(draft)
        ? "different protocols can take different routes"
        : "nothing but the TTL differs; a load balancer or a changed route can look the same";
  }
}
