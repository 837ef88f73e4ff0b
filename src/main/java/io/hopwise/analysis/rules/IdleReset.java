package io.hopwise.analysis.rules;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;

/** Reports resets that end a connection which had been silent for long. */
final class IdleReset extends NamedRule {
  static final String ID = "idle-reset";

  /** The name under which seconds of silence are kept. */
  static final String SECONDS = "idle-seconds";

  /** The name of the evidence that joins another finding. */
  static final String AFTER_SILENCE = "after-silence";

  static final long SECOND = 1_000_000_000L;
  static final long LEAST_NANOS = 60 * SECOND;
  private static final long[] ROUND = {60, 120, 300, 600, 900, 1800, 3600, 7200};

  IdleReset() {
    super(
        ID,
        "a connection was reset after a minute or more of silence",
        """
        Firewalls and load balancers forget idle connections after a round time, and some say so \
        with a reset. The finding is a remark on its own; where the reset's TTL does not fit \
        either, it joins that finding.""");
  }

  static String seconds(long nanos) {
    return Long.toString(nanos / SECOND);
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
        if (draft.rule().equals(ForgedReset.ID) && !draft.names(SECONDS).isEmpty()) {
          draft.evidence(
              AFTER_SILENCE,
              "it came after "
                  + String.join(", ", draft.names(SECONDS))
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
                + String.join(", ", draft.names(SECONDS))
                + " seconds of silence: "
                + culprit(draft)
                + ". Its TTL does not say that anybody else sent it.");
      }
    };
  }

  private static void judge(ObservedPacket reset, Findings out) {
    long idle = reset.idleNanos().orElse(0);
    if (idle < LEAST_NANOS || out.isReported(reset)) {
      return;
    }
    out.about(reset.flow().source().cause())
        .claim(reset.flow().source().host())
        .name(SECONDS, seconds(idle))
        .packet(reset);
  }

  private static String culprit(FindingBuilder draft) {
    for (String seconds : draft.names(SECONDS)) {
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
