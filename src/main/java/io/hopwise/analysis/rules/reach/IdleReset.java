package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.rules.reset.Silence;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.ResetHistory;
import io.hopwise.text.English;

/** Reports resets that end a connection which had been silent for long. */
public final class IdleReset extends NamedRule {
  static final String ID = "idle-reset";

  private static final String CLIENT = "client";
  private static final String SERVER = "server";
  private static final String ITSELF = "itself";

  /** Clients are given ports from here on. */
  private static final int EPHEMERAL = 32768;

  private static final long[] ROUND = {60, 120, 300, 600, 900, 1800, 3600, 7200};

  public IdleReset() {
    super(
        ID,
        "a connection was reset after a minute or more of silence",
        """
        Firewalls and load balancers forget idle connections after a round time, and some say so \
        with a reset; applications do so, too. It names the side that reset. A host on this link \
        whose IP id counter runs on to the reset did it itself. The finding is a remark on its own; \
        where the reset's TTL does not fit either, it joins that finding.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new ResetRun() {
      @Override
      public void reset(ObservedPacket reset, Findings out) {
        if (reset.flow().connection().isEstablished()) {
          judge(reset, out);
        }
      }

      @Override
      public void review(FindingBuilder draft, ObservedCapture capture) {
        if (draft.rule().equals(ResetVerdict.FORGED_RESET)
            && !draft.names(Silence.SECONDS).isEmpty()) {
          draft.evidence(
              Silence.AFTER,
              "it came after "
                  + English.and(draft.names(Silence.SECONDS).asList())
                  + " seconds of silence: "
                  + culprit(draft));
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        Absence.qualify(draft, capture);
        draft.innocentExplanation("the application's own time-out, or a keep-alive without answer");
        boolean one = draft.count() == 1;
        draft.says(
            "RST from "
                + side(draft)
                + draft.claim()
                + " ("
                + ResetSentences.lines(draft)
                + ") ended "
                + (one ? "a connection" : "connections")
                + " after "
                + English.and(draft.names(Silence.SECONDS).asList())
                + " seconds of silence: "
                + (draft.tally(ITSELF) == draft.count()
                    ? "it comes from this link, and its IP id runs on from the host's: the host"
                        + " itself closes connections that are idle."
                    : culprit(draft) + ". " + byTtl(draft)));
      }
    };
  }

  /** {@code the client }: who reset, where all of the connections tell. */
  private static String side(FindingBuilder draft) {
    boolean clients = draft.tally(CLIENT) == draft.count();
    boolean servers = draft.tally(SERVER) == draft.count();
    return clients ? "the client " : servers ? "the server " : "";
  }

  private static String byTtl(FindingBuilder draft) {
    return draft.observed().isEmpty()
        ? "The TTLs are not printed, so whether the host itself or a device on the way sent it"
            + " cannot be told."
        : "Its TTL does not say that anybody else sent it.";
  }

  /** Whether the sender is the client (1), the server (-1), or it does not show (0). */
  private static int side(Flow flow) {
    if (flow.pureSyns() > 0 || flow.reverse().accepted()) {
      return 1;
    }
    if (flow.reverse().pureSyns() > 0 || flow.accepted()) {
      return -1;
    }
    int own = port(flow);
    int theirs = port(flow.reverse());
    return own == theirs || Math.min(own, theirs) >= EPHEMERAL ? 0 : own > theirs ? 1 : -1;
  }

  private static int port(Flow flow) {
    return flow.port().flatMap(p -> p.number().stream().boxed().findFirst()).orElse(0);
  }

  private static void judge(ObservedPacket reset, Findings out) {
    long idle = reset.idleNanos().orElse(0);
    if (idle < Silence.LEAST_NANOS || out.isReported(reset)) {
      return;
    }
    Flow flow = reset.flow();
    FindingBuilder draft = out.about(flow.source().cause());
    draft
        .claim(flow.source().host())
        .name(Silence.SECONDS, Silence.seconds(idle))
        .tally(CLIENT, side(flow) > 0 ? 1 : 0)
        .tally(SERVER, side(flow) < 0 ? 1 : 0)
        .tally(ITSELF, ResetHistory.isMadeByHostItself(reset) ? 1 : 0)
        .packet(reset);
  }

  private static String culprit(FindingBuilder draft) {
    for (String seconds : draft.names(Silence.SECONDS)) {
      long idle = Long.parseLong(seconds);
      for (long round : ROUND) {
        if (idle >= round && idle <= round + 5 + round / 50) {
          return "an idle time-out of "
              + round
              + " seconds, the kind a firewall or a load balancer has";
        }
      }
    }
    return "perhaps an idle time-out of a firewall or a load balancer";
  }
}
