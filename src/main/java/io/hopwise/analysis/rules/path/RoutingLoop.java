package io.hopwise.analysis.rules.path;

import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.LoopingPacket;
import io.hopwise.text.English;

/** Reports packets that routers send in a circle. */
public final class RoutingLoop extends NamedRule {
  static final String ID = "routing-loop";
  private static final String HOSTS = "hosts";
  private static final String TIMES = "times";

  public RoutingLoop() {
    super(
        ID,
        "routers send a packet in a circle: it passed here again and again",
        """
        One packet (IP id, length, sequence number) was seen at least four times in a row, each \
        time with a lower TTL and from and to the same link-layer addresses, which -e prints. It \
        never arrives. The grade is INFO, as it contradicts nobody. Without -e it looks like both \
        sides of a router. \
        Of 1,991 texts measured it speaks in none.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new FlowRun() {
      @Override
      public void flow(Flow flow, Findings out) {
        flow.loop().ifPresent(loop -> report(flow, loop, out));
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        draft.says(
            "Packets from "
                + English.and(draft.names(HOSTS).asList())
                + " to "
                + draft.claim()
                + " passed here again and again, each time with a lower TTL and between the same"
                + " two devices ("
                + English.and(draft.names(TIMES).asList())
                + "): a routing loop. They never arrive. Look at the routes to "
                + draft.claim()
                + " of the two routers that send it to one another.");
      }
    };
  }

  private static void report(Flow flow, LoopingPacket loop, Findings out) {
    String to = flow.reverse().source().host();
    String times = loop.times() + " times, TTL " + loop.firstTtl() + " to " + loop.lastTtl();
    out.about(flow.reverse().source().cause())
        .claim(to)
        .diagnosis()
        .confidence(Grade.HIGH)
        .name(HOSTS, flow.source().address())
        .name(TIMES, times)
        .packets(loop.packets());
  }
}
