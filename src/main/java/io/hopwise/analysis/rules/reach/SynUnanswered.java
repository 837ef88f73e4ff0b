package io.hopwise.analysis.rules.reach;

import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.Silence;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Threshold;
import io.hopwise.analysis.settings.Vantage;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.text.English;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reports connections that were asked for and never answered. */
public final class SynUnanswered extends NamedRule {
  public static final String ID = "syn-unanswered";
  static final Threshold SYNS =
      new Threshold(ID, "syns", 3, 1, 1000, "SYNs without an answer that are enough on their own");
  static final Threshold SECONDS =
      new Threshold(ID, "seconds", 3, 0, 3600, "seconds of capture after a SYN without an answer");

  private static final String SCAN = "scan of";

  /** Who asks for so many connections with bare SYNs is a scanner. */
  private static final int MANY = Sweep.MANY;

  private static final String CLIENTS = "clients";
  private static final String ANSWERED = "answered";

  private static final ImmutableSet<Vantage> NOT_CLIENT =
      ImmutableSet.of(Vantage.SERVER, Vantage.SERVER_OR_BETWEEN, Vantage.BETWEEN);

  public SynUnanswered() {
    super(
        ID,
        "a SYN stayed without any answer",
        """
        Three SYNs, a SYN that was repeated as it was, or one followed by 3 seconds of capture, and \
        nothing at all came back; of a connection that was forgotten to make room, three SYNs. A SYN that was printed several times, as it came in and as it \
        went out, is one. Works without TTLs. Taken at the server it means a local packet filter \
        or a dead service, taken at the client that it was dropped anywhere on the way. Where the \
        capture was taken is told by the TTLs of both sides and by In and Out (-i any): a full TTL \
        of the client alone does not tell, and one that is less tells that it was not taken at the \
        client. A client on this link is where the capture was taken if other hosts are not, or if \
        several of those it asked keep silent. What is not told is left open, unless --vantage says it. Nothing is said where a \
        filter or -Q of the command line in the text may hide answers, nor of a packet filter's \
        log, which has the first packets alone. What one scanner sends, SYNs of 8 connections or \
        more with no option but the MSS, is one finding, and so are 8 servers or more that \
        the same client asked; the host asked about always has its own.\
        """,
        SYNS,
        SECONDS);
  }

  @Override
  public Run start(Settings settings) {
    long syns = settings.get(SYNS);
    long nanos = settings.get(SECONDS) * Silence.SECOND;
    return new StatelessRun() {
      private final ClientSide side = new ClientSide();

      @Override
      public Interest interest() {
        return Interest.ODD;
      }

      @Override
      public void connection(Connection connection, Findings out) {
        Optional<Flow> asking = ConnectionAttempt.asking(connection);
        if (asking.isEmpty() || !out.capture().errorsAbout(asking.get()).isEmpty()) {
          return;
        }
        Flow flow = asking.get();
        boolean hidden =
            flow.isLogged() || flow.isRewritten() || flow.source().place().mayHideAnswers();
        if (!hidden
            && flow.reverse().packets() == 0
            && isEnough(flow, syns, nanos, out.capture())) {
          report(flow, out);
        }
      }

      @Override
      public void capture(ObservedCapture capture, Findings out) {
        out.gather(MANY, draft -> Sweep.cause(draft, CLIENTS, settings));
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        SynUnanswered.conclude(draft, capture, side);
      }
    };
  }

  private static boolean isEnough(Flow flow, long syns, long nanos, ObservedCapture capture) {
    if (flow.pureSyns() >= syns) {
      return true;
    }
    if (flow.connection().isForgotten()) {
      return false; // The answer may come yet.
    }
    if (isRepeated(flow)) {
      return true;
    }
    ObservedPacket syn = flow.syns().get(0);
    OptionalLong first = syn.nanos();
    OptionalLong last = capture.lastNanos(syn.record());
    return first.isPresent() && last.isPresent() && last.getAsLong() - first.getAsLong() >= nanos;
  }

  /** A client that repeats its SYN has waited for an answer. */
  private static boolean isRepeated(Flow flow) {
    TreeSet<Long> seqs = new TreeSet<>();
    return flow.syns().stream()
        .flatMapToLong(syn -> syn.seq().stream())
        .anyMatch(seq -> !seqs.add(seq));
  }

  private static void report(Flow flow, Findings out) {
    Flow server = flow.reverse();
    boolean scan = flow.isScan() && flow.source().asked() >= MANY;
    FindingBuilder draft =
        out.about(scan ? SCAN + " " + flow.source().cause() : server.source().cause());
    draft.claim(server.source().host());
    draft.diagnosis().confidence(Grade.HIGH);
    if (server.source().served().stream().anyMatch(other -> other.port().equals(server.port()))) {
      draft.tally(ANSWERED, 1);
    }
    draft.seenFrom(out.capture().vantage(flow)).name(CLIENTS, flow.source().cause());
    if (flow.isPassedOn()) {
      draft.evidence("passed-on", "the packets were seen again as they went on from here");
    }
    flow.syns().forEach(draft::packet);
    int ttl = flow.syns().get(0).ttl().orElse(-1);
    draft.more(ttl, flow.syns().get(0).kind(), flow.pureSyns() - flow.syns().size());
  }

  private static void conclude(FindingBuilder draft, ObservedCapture capture, ClientSide side) {
    Absence.qualify(draft, capture);
    Vantage seen = common(draft.vantages());
    Vantage vantage =
        seen == Vantage.UNKNOWN && side.isOf(draft.names(CLIENTS), capture) ? Vantage.CLIENT : seen;
    draft.innocentExplanation("the answers took another way, past the capture");
    draft.says(
        English.count(draft.count(), "SYN", "SYNs")
            + " from "
            + ResetSentences.some(draft.facts().senders())
            + " to "
            + Sweep.asked(draft)
            + ResetSentences.ports(draft.facts().receiverPorts())
            + " ("
            + ResetSentences.lines(draft)
            + "), and nothing came back. "
            + (draft.tally(ANSWERED) > 0
                ? "The same port answered other connections, so the service runs. "
                : "")
            + ConnectionAttempt.advice(vantage)
            + SynRejectedByIcmp.lastRouter(draft.claim(), capture));
  }

  /** The vantage that fits the vantages of all clients. */
  private static Vantage common(Set<Vantage> places) {
    if (places.size() == 1) {
      return places.iterator().next();
    }
    return NOT_CLIENT.containsAll(places) ? Vantage.SERVER_OR_BETWEEN : Vantage.UNKNOWN;
  }
}
