package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.Silence;
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
  private static final String MISSING = "missing";

  /** Every link of IPv4 and IPv6 in use carries segments that are smaller than this. */
  private static final int LARGE = 1000;

  private static final int LEAST = 4;

  /** For so long a receiver does not miss what was lost by chance. */
  private static final long LONG = 3 * Silence.SECOND;

  public PathMtu() {
    super(
        ID,
        "large segments vanish while small packets pass: path MTU",
        """
        Segments of 1000 bytes or more were sent four times or more with the same sequence number \
        and never acknowledged, nor any as large before, while small packets came back since: \
        a link on the way carries no packets as large, and the ICMP error that would say so does \
        not arrive. Or, at the other side: data arrive behind 1000 bytes or more that never do, for 3 \
        seconds the receiver asks for these twice or more, and no large segment ever arrived. Not \
        where the connection was reset. Works without TTLs. The grade is INFO, as it contradicts nobody. \
        Of 1,991 texts measured it speaks in two.\
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
        flow.missed()
            .filter(
                data ->
                    data.missing() >= LARGE && data.largest() < LARGE && data.missedFor() >= LONG)
            .ifPresent(data -> reportMissing(flow, data, out));
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        Absence.qualify(draft, capture);
        draft.innocentExplanation("a network that loses many packets");
        boolean missing = !draft.names(MISSING).isEmpty();
        draft.says(missing ? missing(draft) : vanished(draft));
      }
    };
  }

  private static String vanished(FindingBuilder draft) {
    return "Large segments ("
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
        + " MTU.";
  }

  private static String missing(FindingBuilder draft) {
    return English.and(draft.names(MISSING).asList())
        + " bytes of what "
        + ResetSentences.some(draft.names(SENDERS))
        + " sent to "
        + draft.claim()
        + " never arrived here, while a smaller packet behind them did ("
        + ResetSentences.lines(draft)
        + "), and "
        + draft.claim()
        + " goes on asking for them: a link on the way has a smaller MTU, and the ICMP error that"
        + " says so (need to frag, packet too big) does not reach the sender. Let these errors"
        + " pass, or clamp the MSS on the router with the smaller MTU. A capture at the sender"
        + " shows the large segments.";
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

  private static void reportMissing(Flow flow, UnansweredData data, Findings out) {
    Flow receiver = flow.reverse();
    FindingBuilder draft =
        out.about(receiver.source().cause() + " misses")
            .claim(receiver.source().host())
            .diagnosis()
            .confidence(Grade.LOW)
            .name(SENDERS, flow.source().address())
            .name(MISSING, "" + data.missing());
    data.beyond().ifPresent(draft::packet);
  }
}
