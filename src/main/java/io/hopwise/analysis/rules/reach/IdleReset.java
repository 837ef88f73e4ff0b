package io.hopwise.analysis.rules.reach;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.ResetVerdict;
import io.hopwise.analysis.rules.reset.Silence;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;

/** Reports resets that end a connection which had been silent for long. */
public final class IdleReset extends NamedRule {
  static final String ID = "idle-reset";

  private static final long[] ROUND = {60, 120, 300, 600, 900, 1800, 3600, 7200};

  public IdleReset() {
    super(
        ID,
        "a connection was reset after a minute or more of silence",
        """
        Firewalls and load balancers forget idle connections after a round time, and some say so \
        with a reset. The finding is a remark on its own; where the reset's TTL does not fit \
        either, it joins that finding.""");
  }

  @Override
  public Run start(Settings settings) {
    return new Run() {
      @Override
      public void connection(Connection connection, Findings out) {
        if (!connection.isEstablished()) {
          return;
        }
        connection.resets().forEach(reset -> judge(reset, out));
      }

      @Override
      public void review(FindingBuilder draft, ObservedCapture capture) {
        if (draft.rule().equals(ResetVerdict.FORGED_RESET)
            && !draft.names(Silence.SECONDS).isEmpty()) {
          draft.evidence(
              Silence.AFTER,
              "it came after "
                  + String.join(", ", draft.names(Silence.SECONDS))
                  + " seconds of silence: "
                  + culprit(draft));
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        Absence.qualify(draft, capture);
        draft.says(
            "RST from "
                + draft.claim()
                + " ("
                + ResetSentences.lines(draft)
                + ") ended a connection after "
                + String.join(", ", draft.names(Silence.SECONDS))
                + " seconds of silence: "
                + culprit(draft)
                + ". Its TTL does not say that anybody else sent it.");
      }
    };
  }

  private static void judge(ObservedPacket reset, Findings out) {
    long idle = reset.idleNanos().orElse(0);
    if (idle < Silence.LEAST_NANOS || out.isReported(reset)) {
      return;
    }
    out.about(reset.flow().source().cause())
        .claim(reset.flow().source().host())
        .name(Silence.SECONDS, Silence.seconds(idle))
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
