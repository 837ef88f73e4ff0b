package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.UnansweredData;
import io.hopwise.text.English;

/** Reports large segments that vanish while small packets pass. */
public final class PathMtu extends NamedRule {
  static final String ID = "path-mtu";
  private static final String SENDERS = "senders";
  private static final String TIMES = "times";
  private static final String SIZE = "size";

  /** Every link of IPv4 and IPv6 in use carries segments that are smaller than this. */
  private static final int LARGE = 1000;

  private static final int LEAST = 4;

  public PathMtu() {
    super(
        ID,
        "large segments vanish while small packets pass: path MTU",
        """
        Segments of 1000 bytes or more were sent four times or more with the same sequence number \
        and never acknowledged, nor any as large before, while small packets came back since: \
        a link on the way carries no packets as large, and the ICMP error that would say so does \
        not arrive. Not where the connection was reset. Works without TTLs. The grade is INFO, as it contradicts nobody. \
        Of 1,990 texts measured it speaks in one.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new FlowRun() {
      @Override
      public void flow(Flow flow, Findings out) {
        if (!flow.connection().resets().isEmpty()) {
          return;
        }
        flow.unanswered()
            .filter(
                data ->
                    data.laterAnswers() > 0
                        && data.times() >= LEAST
                        && data.length() >= LARGE
                        && !data.largeArrived())
            .ifPresent(data -> report(flow, data, out));
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        Absence.qualify(draft, capture);
        draft.innocentExplanation("a network that loses many packets");
        draft.says(
            "Large segments ("
                + English.and(draft.names(SIZE).asList())
                + " bytes) from "
                + ResetSentences.some(draft.names(SENDERS))
                + " to "
                + draft.claim()
                + " were sent "
                + English.and(draft.names(TIMES).asList())
                + " times ("
                + ResetSentences.lines(draft)
                + ") and never acknowledged, while small packets pass: a link on the way has a"
                + " smaller MTU, and the ICMP error that says so (need to frag, packet too big) is"
                + " dropped. Let these errors pass, or clamp the MSS on the router with the smaller"
                + " MTU.");
      }
    };
  }

  private static void report(Flow flow, UnansweredData data, Findings out) {
    Flow receiver = flow.reverse();
    out.about(receiver.source().cause())
        .claim(receiver.source().host())
        .diagnosis()
        .confidence(Grade.MEDIUM)
        .name(SENDERS, flow.source().address())
        .name(TIMES, "" + data.times())
        .name(SIZE, "" + data.length())
        .packet(data.repeated())
        .more(data.repeated().ttl().orElse(-1), PacketKind.TCP, data.times() - 1L);
  }
}
