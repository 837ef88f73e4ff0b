package io.hopwise.analysis.rules.reach;

import com.google.common.collect.ImmutableSet;
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
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.text.English;

/** Reports pings and datagrams that nobody answered. */
public final class Unanswered extends NamedRule {
  static final String ID = "unanswered";
  private static final String SENDERS = "senders";
  private static final String PINGS = "pings";

  /** Ports of protocols in which a question is answered. */
  private static final ImmutableSet<Integer> ANSWERING =
      ImmutableSet.of(
          53, 69, 88, 123, 161, 389, 443, 464, 500, 1194, 1812, 1813, 3478, 4500, 5060, 51820);

  /**
   * Ports of protocols in which nothing is answered, or from another port: announcements to all,
   * logs, tunnels.
   */
  private static final ImmutableSet<Integer> ONE_WAY =
      ImmutableSet.of(
          9, 67, 68, 137, 138, 162, 514, 520, 546, 547, 698, 1701, 1900, 1985, 2055, 2152, 3222,
          3503, 3702, 3784, 4739, 4784, 4786, 4789, 5353, 5355, 5359, 6081, 6343, 6635, 6696, 8125,
          8472, 9995, 9996, 17500);

  private static final long LEAST_SPAN = 2 * Silence.SECOND;
  private static final int LEAST = 3;

  public Unanswered() {
    super(
        ID,
        "pings or datagrams stayed without any answer",
        """
        Two pings or more, or two datagrams or more to a port whose protocol answers (DNS, NTP, \
        VPNs, RADIUS, SIP ...), two seconds apart or more, or three of one length to any other \
        port as when somebody asks again, and nothing at all came back, nor an ICMP error about \
        them. Not to groups, and not of protocols that nobody answers, such as syslog. Works \
        without TTLs. The grade is INFO, as it contradicts nobody. \
        Of 1,991 texts measured it speaks in 110.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new FlowRun() {
      @Override
      public void flow(Flow flow, Findings out) {
        if (flow.connection().isForgotten()) {
          return; // The answer may come yet.
        }
        flow.firstRequest().ifPresent(first -> judge(flow, first, out));
      }

      @Override
      public void capture(ObservedCapture capture, Findings out) {
        out.gather(
            Sweep.MANY,
            draft ->
                Sweep.cause(draft, SENDERS, settings)
                    .map(cause -> draft.tally(PINGS) > 0 ? cause + " pings" : cause));
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        Absence.qualify(draft, capture);
        draft.innocentExplanation("the answers took another way, past the capture");
        boolean pings = draft.tally(PINGS) > 0;
        if (!pings) {
          draft.innocentExplanation("a protocol in which nothing is answered");
        }
        draft.says(
            (pings
                    ? English.count(draft.count(), "ping", "pings")
                    : English.count(draft.count(), "datagram", "datagrams"))
                + " from "
                + ResetSentences.some(draft.names(SENDERS))
                + " to "
                + Sweep.asked(draft)
                + (pings ? "" : " UDP" + ResetSentences.ports(draft.facts().receiverPorts()))
                + " ("
                + ResetSentences.lines(draft)
                + "), and nothing came back, no ICMP error either: they are dropped on the way, or"
                + (pings
                    ? " the host does not answer pings."
                    : " the service does not answer them. Capture at the other side to see whether"
                        + " they arrive."));
      }
    };
  }

  private static void judge(Flow flow, ObservedPacket first, Findings out) {
    if (flow.reverse().packets() > 0 || flow.packets() < 2) {
      return;
    }
    boolean pings = first.kind() == PacketKind.ECHO_REQUEST;
    boolean hidden = flow.isLogged() || flow.source().place().mayHideAnswers();
    if (flow.isToItself() && !pings) {
      return;
    }
    if (hidden || !(pings || isAsked(flow)) || isRejected(flow, out.capture())) {
      return;
    }
    FindingBuilder draft = out.about(flow.reverse().source().cause() + (pings ? " pings" : ""));
    draft
        .claim(flow.reverse().source().host())
        .diagnosis()
        .confidence(pings ? Grade.MEDIUM : Grade.LOW)
        .name(SENDERS, flow.source().address())
        .tally(PINGS, pings ? 1 : 0)
        .packet(first)
        .more(first.ttl().orElse(-1), first.kind(), flow.packets() - 1);
  }

  /** Whether an ICMP error quotes a packet of it, or names its receiver. */
  private static boolean isRejected(Flow flow, ObservedCapture capture) {
    return !flow.connection().errors().isEmpty()
        || capture.hasErrorTo(flow.reverse().source().host());
  }

  private static boolean isAsked(Flow flow) {
    int to = port(flow.reverse());
    int from = port(flow);
    if (flow.reverse().source().isGroup() || ONE_WAY.contains(to) || ONE_WAY.contains(from)) {
      return false;
    }
    boolean apart = flow.span().isEmpty() || flow.span().getAsLong() >= LEAST_SPAN;
    boolean again = flow.packets() >= LEAST && flow.packets() <= 16 && flow.hasOneLength();
    return apart && (ANSWERING.contains(to) || again);
  }

  private static int port(Flow flow) {
    return flow.port().flatMap(port -> port.number().stream().boxed().findFirst()).orElse(-1);
  }
}
