package io.hopwise.analysis.rules.sender;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.rules.reset.ResetComparison;
import io.hopwise.analysis.rules.reset.ResetEvidence;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.rules.reset.SeenTwice;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.OddPackets;
import io.hopwise.analysis.traffic.ResetHistory;
import java.util.Optional;
import java.util.Set;

/** Reports resets and data that the host did not send although they have its own TTL. */
public final class ForgedSameTtl extends NamedRule {
  static final String ID = "forged-same-ttl";
  private static final int SURE = 3;

  public ForgedSameTtl() {
    super(
        ID,
        "a reset or data with the host's own TTL were sent by somebody else",
        """
        A reset has a TTL of its flow, and at least two of these hold: DF is off where the flow \
        has it set; the claimed sender goes on more than 5 ms later, without a new handshake; the \
        window is neither 0 nor one the flow had; the IP id is off a counter that runs on without \
        it; it came over other link-layer addresses (-e) than all else of the flow. Or the claimed sender goes on with data that follow or repeat what it had sent: no \
        host does so that has reset the connection. Data or a FIN have a TTL of their flow, and \
        at least two of these hold: DF is off, TCP timestamps are missing where all the rest of \
        the flow has them, the IP id is off the counter. Of 1,991 texts \
        measured it speaks in 7, of 7 of 614 resets with the flow's own TTL and of 2 of 11,688 \
        data segments and FINs: all were forged. MEDIUM, with three reasons HIGH; LOW where \
        much of the text could not be read.

        An IP id counter runs on where at least 3 steps from one packet of the flow to the next \
        are at most 64 ids long, and at most one in 5 is not; off is an id more than 1024 away \
        from the ids before and behind it, within 10 seconds. A flow with several TTLs has none: \
        a proxy and its host count apart. Of 662 flows measured with at least 8 packets, 465 run on, \
        101 seem random, 68 keep one id, mostly 0, and 28 leap too often. Of 13,607 ids of those \
        that run on, 8 are off: 5 in flows that were forged in, 3 each the last of its flow.

        Not evidence: DF set on a reset where the flow has it off, and an IP id of 0, because \
        Linux sends resets so that no socket made; what comes within 5 ms after a reset, because \
        it was under way; whatever comes after a new SYN.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    long tolerance = settings.get(ResetVerdict.TOLERANCE);
    return new FlowRun() {
      @Override
      public void flow(Flow flow, Findings out) {
        flow.resets().forEach(reset -> judgeReset(reset, tolerance, out));
        flow.strange().forEach(odd -> judgeData(odd, out));
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        ForgedSameTtl.conclude(draft, capture);
      }
    };
  }

  private static void judgeReset(ObservedPacket reset, long tolerance, Findings out) {
    ResetVerdict verdict = ResetComparison.of(reset, out.capture(), tolerance);
    boolean same = verdict.ruling() == ResetVerdict.Ruling.FITS && verdict.isOwnFlow();
    if (!same || out.isReported(reset)) {
      return;
    }
    ImmutableList<Evidence> evidence = ofReset(reset);
    if (evidence.size() >= 2 || isSure(reset)) {
      report(reset, evidence, out);
    }
  }

  private static ImmutableList<Evidence> ofReset(ObservedPacket reset) {
    ImmutableList.Builder<Evidence> found = ImmutableList.builder();
    if (OddPackets.lacksDf(reset)) {
      found.add(new Evidence("df-differs", "it has DF off, the rest of the flow has it set"));
    }
    Optional<PacketNumber> data = ResetHistory.sendsDataAfter(reset);
    Optional<PacketNumber> later = data.isPresent() ? data : ResetHistory.goesOnAfter(reset);
    if (goesOn(reset, later)) {
      found.add(
          new Evidence(
              "goes-on",
              "the side that is said to have reset the connection goes on sending in it",
              later.get()));
    }
    addIdOff(found, reset);
    if (OddPackets.isOverOtherLink(reset)) {
      found.add(ResetEvidence.otherLink());
    }
    return found.addAll(ResetEvidence.weak(reset)).build();
  }

  // Two TTLs in one flow mostly mean two stacks, each with a counter of its own.
  private static void addIdOff(ImmutableList.Builder<Evidence> found, ObservedPacket seen) {
    if (seen.flow().levels().size() == 1 && OddPackets.isOffCounter(seen)) {
      found.add(
          new Evidence(
              "id-off-counter",
              "its IP id "
                  + seen.id().orElse(0)
                  + " is none of the flow's counter, which runs on without it"));
    }
  }

  private static boolean goesOn(ObservedPacket reset, Optional<PacketNumber> later) {
    return later.isPresent() && !isKernels(reset);
  }

  /** Whether it goes on with data of the connection, which alone is proof. */
  private static boolean isSure(ObservedPacket reset) {
    return goesOn(reset, ResetHistory.sendsDataAfter(reset));
  }

  /**
   * Whether DF is set although the flow has it off: if a program makes the connection up with raw
   * packets, the host's own kernel may reset it.
   */
  private static boolean isKernels(ObservedPacket reset) {
    return reset.dontFragment().orElse(false) && reset.flow().levels().contradictDf(reset);
  }

  private static void judgeData(ObservedPacket odd, Findings out) {
    Flow flow = odd.flow();
    boolean hopeless =
        odd.duplicates().isPresent() || out.capture().isBeyondJudgement(flow.source());
    if (hopeless || out.isReported(odd) || OddPackets.isFromElsewhere(odd)) {
      return;
    }
    ImmutableList.Builder<Evidence> found = ImmutableList.builder();
    if (OddPackets.lacksDf(odd)) {
      found.add(new Evidence("df-differs", "it has DF off, the rest of the flow has it set"));
    }
    if (OddPackets.lacksTimestamps(odd)) {
      found.add(
          new Evidence(
              "timestamps-missing", "it has no TCP timestamps, the rest of the flow has them"));
    }
    addIdOff(found, odd);
    if (OddPackets.isOverOtherLink(odd)) {
      found.add(ResetEvidence.otherLink());
    }
    ImmutableList<Evidence> evidence = found.build();
    if (evidence.size() >= 2) {
      report(odd, evidence, out);
    }
  }

  private static void report(ObservedPacket seen, ImmutableList<Evidence> evidence, Findings out) {
    out.report(seen);
    Flow flow = seen.flow();
    FindingBuilder draft = out.about(flow.source().cause());
    draft.claim(flow.source().host()).packet(seen).diagnosis().distanceUnknown();
    draft.grade(evidence.size() >= SURE ? Grade.HIGH : Grade.MEDIUM);
    String origin = flow.endpoint() + " > " + flow.reverse().endpoint();
    draft.baseline(Scope.FLOW, origin, firstExamples(flow));
    evidence.forEach(reason -> draft.evidence(reason, seen));
  }

  private static ImmutableList<TtlLevel> firstExamples(Flow flow) {
    return flow.levels().toLevels().stream()
        .map(TtlLevel::withFirstExample)
        .collect(ImmutableList.toImmutableList());
  }

  private static void conclude(FindingBuilder draft, ObservedCapture capture) {
    if (SeenTwice.concerns(draft, capture)) {
      draft.withdraw(SeenTwice.WHY);
      return;
    }
    if (capture.counts().isMuchUnread()) {
      draft.atMost(Grade.LOW);
      draft.firstExplanation(
          "much of the text could not be read: the connection may have begun anew in between");
    }
    draft.innocentExplanation("a second program or card on the host that sends packets of its own");
    draft.innocentExplanation("a load balancer or proxy on the host's own link");
    boolean resets =
        draft.observed().stream()
            .allMatch(l -> l.kinds().keySet().equals(Set.of(PacketKind.RESET)));
    boolean one = draft.count() == 1;
    draft.says(
        String.join(
            " ",
            (resets ? "RST" : one ? "A packet" : "Packets")
                + " from "
                + draft.claim()
                + " ("
                + ResetSentences.lines(draft)
                + ") arrived with the TTL of the rest of the flow.",
            ResetSentences.baseline(draft),
            (one ? "It has" : "They have")
                + " the host's distance, but another machine at that distance, or one that copies"
                + " the TTL, sent "
                + (one ? "it: " : "them: ")
                + reasons(draft)
                + ".",
            ResetSentences.confidence(
                draft.grade(),
                draft.grade() == Grade.HIGH ? "three signs agree" : "the TTL fits")));
  }

  private static String reasons(FindingBuilder draft) {
    return String.join("; ", draft.evidence().stream().map(Evidence::text).toList());
  }
}
