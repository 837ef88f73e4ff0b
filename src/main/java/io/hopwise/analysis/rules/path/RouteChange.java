package io.hopwise.analysis.rules.path;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.rules.reset.ResetSentences;
import io.hopwise.analysis.rules.reset.SeenTwice;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.text.English;
import java.util.TreeSet;

/** Remarks on sources whose packets take, or took, more than one route. */
public final class RouteChange extends NamedRule {
  static final String ID = "route-change";
  private static final int LEAST = 2;
  private static final String SHIFTED = "shifted";

  /** The tally of flows in which the two TTLs are those of different starts: 64 and 255. */
  private static final String STARTS = "starts";

  /** The tally of flows in which only the answer to the SYN has one of the two. */
  private static final String GREETS = "greets";

  private static final int OUTLANDISH = 30;

  public RouteChange() {
    super(
        ID,
        "the route of a source changed in mid-flow, or differs from flow to flow",
        """
        Within a flow the TTL shifts once and stays, over several packets, to another distance: \
        the route changed, or, where they start at different TTLs or only the answer to the SYN is \
        from elsewhere, a proxy speaks for the host. Or each flow of a source keeps its own TTL, all of them, and the \
        distances differ: equal-cost routes. Nothing is said of equal distances, as of 64 and 128: \
        they are another host or stack. A remark; both are what networks do.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new FlowRun() {
      @Override
      public void flow(Flow flow, Findings out) {
        if (flow.levels().size() == 2) {
          judge(flow, out);
        }
      }

      @Override
      public void source(Source source, Findings out) {
        judge(source, out);
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        if (SeenTwice.concerns(draft, capture)) {
          draft.withdraw(SeenTwice.WHY);
          return;
        }
        boolean greetsByTurns = draft.tally(GREETS) > 0 && levels(draft) > 2;
        if (greetsByTurns) {
          draft.withdraw("what answers the handshakes stands at several distances");
          return;
        }
        draft.says(ResetSentences.baseline(draft) + " " + meaning(draft));
      }
    };
  }

  private static long levels(FindingBuilder draft) {
    return draft.baselines().stream()
        .flatMap(baseline -> baseline.levels().stream())
        .map(TtlLevel::ttl)
        .distinct()
        .count();
  }

  private static String meaning(FindingBuilder draft) {
    long shifted = draft.tally(SHIFTED);
    if (shifted > 0 && draft.tally(STARTS) + draft.tally(GREETS) >= shifted) {
      return (draft.tally(STARTS) > 0
              ? "They start at different TTLs"
              : "One answers the handshake, and the other speaks")
          + ": a SYN proxy or load balancer, nearer or farther than "
          + draft.claim()
          + ", speaks for it in part of "
          + (shifted == 1 ? "the connection" : English.number(shifted) + " connections")
          + (draft.tally(STARTS) > 0 ? "." : ", or the route changed there.");
    }
    if (shifted == 1) {
      return "The route from " + draft.claim() + " changed while the capture ran.";
    }
    return shifted > 1
        ? "In "
            + English.number(shifted)
            + " flows the TTL shifts once and stays: a load balancer or proxy in front of "
            + draft.claim()
            + " speaks first, or the route changed."
        : "Each flow keeps its own TTL: packets from "
            + draft.claim()
            + " take several routes, or several machines share the address.";
  }

  private static void judge(Flow flow, Findings out) {
    TtlCounts levels = flow.levels();
    if (out.capture().isBeyondJudgement(flow.source())) {
      return;
    }
    ImmutableList<Integer> ttls = levels.ttls();
    int one = ttls.get(0);
    int two = ttls.get(1);
    boolean greets = greets(levels, one, two) || greets(levels, two, one);
    boolean enough = greets || (levels.count(one) >= LEAST && levels.count(two) >= LEAST);
    boolean apart = !levels.areMixed(one, two);
    boolean otherWay = isOtherWay(one, two);
    boolean starts = !HopSet.of(one).hasStartOf(HopSet.of(two));
    // Other protocols than TCP may start at 255 because their standard says so.
    boolean tells = !starts || flow.port().isPresent();
    if (enough && apart && otherWay && tells) {
      out.about(flow.source().cause())
          .claim(flow.source().host())
          .tally(SHIFTED, 1)
          .tally(STARTS, starts ? 1 : 0)
          .tally(GREETS, greets ? 1 : 0)
          .baseline(
              Scope.FLOW, flow.endpoint() + " > " + flow.reverse().endpoint(), levels.toLevels());
    }
  }

  /** Whether one TTL is that of the answer to the SYN alone, and the other of several packets. */
  private static boolean greets(TtlCounts levels, int one, int other) {
    return levels.count(one) == 1
        && levels.ofHandshake().has(one)
        && !levels.ofHandshake().has(other)
        && levels.count(other) >= LEAST;
  }

  /** Whether two TTLs stand for two distances; otherwise a program set one of them. */
  private static boolean isOtherWay(int one, int two) {
    HopSet here = HopSet.of(one);
    HopSet there = HopSet.of(two);
    boolean measured =
        here.hops().orElse(OUTLANDISH) < OUTLANDISH && there.hops().orElse(OUTLANDISH) < OUTLANDISH;
    return measured && !here.overlaps(there);
  }

  private static void judge(Source source, Findings out) {
    if (source.levels().size() < 2 || out.capture().isBeyondJudgement(source)) {
      return;
    }
    TreeSet<Integer> steady = new TreeSet<>();
    for (Flow flow : source.served()) {
      if (flow.levels().size() > 1) {
        return;
      }
      steady.addAll(flow.levels().ttls());
    }
    boolean otherWays =
        steady.stream().anyMatch(one -> steady.stream().anyMatch(two -> isOtherWay(one, two)));
    if (otherWays) {
      out.about(source.cause())
          .claim(source.host())
          .baseline(Scope.SOURCE, source.host(), source.levels().toLevels());
    }
  }
}
