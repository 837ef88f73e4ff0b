package io.hopwise.analysis.rules.path;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Findings;
import io.hopwise.analysis.NamedRule;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.rules.reset.SeenTwice;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.packet.Port;
import io.hopwise.text.English;
import java.util.Collection;
import java.util.OptionalInt;

/** Remarks on ports that are answered from another distance than pings of the same address. */
public final class AnsweredElsewhere extends NamedRule {
  static final String ID = "answered-elsewhere";

  /** The fewest echo replies, and packets of a connection, that tell a distance. */
  private static final int LEAST = 2;

  private static final int OUTLANDISH = 24;

  private static final String PORTS = "ports";
  private static final String ANSWERING = "answering";
  private static final String HOST = "host";
  private static final String FLOWS = "flows";
  private static final String NEARER = "nearer";

  public AnsweredElsewhere() {
    super(
        ID,
        "a port is answered from another distance than the address's own echo replies",
        """
        Handshakes of the connections to the port came with one TTL, all echo replies of the \
        address, at least 2, with another, and no distance fits both. Every such flow keeps its TTL. \
        Nearer than the host: a transparent proxy, load balancer or SYN proxy answers. Farther: \
        the address is that of a NAT, which answers pings itself and passes the port on. A remark, \
        no accusation: routes of equal cost do the same to a few connections, which is said of one. \
        Of 1,991 texts measured it speaks in none.\
        """);
  }

  @Override
  public Run start(Settings settings) {
    return new StatelessRun() {
      @Override
      public void source(Source source, Findings out) {
        if (source.isComparable() && !out.capture().isBeyondJudgement(source)) {
          judge(source, out);
        }
      }

      @Override
      public void conclude(FindingBuilder draft, ObservedCapture capture) {
        if (SeenTwice.concerns(draft, capture)) {
          draft.withdraw(SeenTwice.WHY);
          return;
        }
        draft.innocentExplanation("pings and these connections take different routes");
        draft.says(sentence(draft));
      }
    };
  }

  private static void judge(Source source, Findings out) {
    ImmutableList<TtlLevel> pings =
        source.levels().toLevels().stream()
            .filter(level -> level.kinds().containsKey(PacketKind.ECHO_REPLY))
            .collect(ImmutableList.toImmutableList());
    // Pings that come from two distances themselves tell of routes, not of machines.
    if (pings.size() != 1 || pings.get(0).kinds().getOrDefault(PacketKind.ECHO_REPLY, 0L) < LEAST) {
      return;
    }
    HopSet host = pings.get(0).hops();
    ImmutableListMultimap<String, Flow> ports =
        Multimaps.index(source.served(), flow -> flow.port().map(Port::toString).orElse(""));
    for (String port : ports.keySet()) {
      OptionalInt ttl = oneTtl(ports.get(port));
      if (ttl.isEmpty() || host.overlaps(HopSet.of(ttl.getAsInt()))) {
        continue;
      }
      HopSet answering = HopSet.of(ttl.getAsInt());
      // So many routers mean that a program set the TTL.
      if (!host.isPlausible() || HopSet.hopsOrFar(answering.ttl()) >= OUTLANDISH) {
        continue;
      }
      FindingBuilder draft = out.about(source.cause() + " " + answering.ttl());
      draft.claim(source.host()).baseline(Scope.SOURCE, source.host(), pings).diagnosis();
      draft.name(PORTS, port).name(ANSWERING, words(answering)).name(HOST, words(host));
      draft.tally(FLOWS, ports.get(port).size());
      draft.tally(NEARER, HopSet.hopsOrFar(answering.ttl()) < HopSet.hopsOrFar(host.ttl()) ? 1 : 0);
      long segments =
          ports.get(port).stream().mapToLong(flow -> flow.levels().count(answering.ttl())).sum();
      draft.more(answering.ttl(), PacketKind.TCP, segments);
    }
  }

  /** The TTL of all packets of a port's connections, where each began with a handshake. */
  private static OptionalInt oneTtl(Collection<Flow> flows) {
    ImmutableSet<Integer> ttls =
        flows.stream()
            .flatMap(flow -> flow.levels().ttls().stream())
            .collect(ImmutableSet.toImmutableSet());
    boolean begun = flows.stream().noneMatch(flow -> flow.levels().ofHandshake().isEmpty());
    boolean enough = flows.stream().mapToLong(flow -> flow.levels().count()).sum() > LEAST;
    return enough && begun && ttls.size() == 1
        ? OptionalInt.of(ttls.iterator().next())
        : OptionalInt.empty();
  }

  private static String words(HopSet hops) {
    return English.routers(HopSet.hopsOrFar(hops.ttl())) + " away (TTL " + hops.ttl() + ")";
  }

  private static String sentence(FindingBuilder draft) {
    ImmutableList<String> ports = draft.names(PORTS).asList();
    String port = (ports.size() == 1 ? "port " : "ports ") + English.and(ports);
    String answering = String.join(", ", draft.names(ANSWERING));
    String host = String.join(", ", draft.names(HOST));
    String connections = English.count(draft.tally(FLOWS), "connection", "connections");
    String unless =
        draft.tally(FLOWS) == 1
            ? " Or that connection took another route: open more, as each may take its own."
            : "";
    return draft.tally(NEARER) > 0
        ? "Of "
            + draft.claim()
            + ", "
            + port
            + (ports.size() == 1 ? " is" : " are")
            + " answered from "
            + answering
            + " in "
            + connections
            + ", while the host itself is "
            + host
            + " by its echo replies. A transparent proxy, a load balancer or a firewall on the way"
            + " answers in the host's name."
            + unless
        : draft.claim()
            + " answers pings itself from "
            + host
            + ", and its "
            + port
            + (ports.size() == 1 ? " is" : " are")
            + " answered from "
            + answering
            + " in "
            + connections
            + ": it speaks for a machine behind it, as a NAT that forwards ports does."
            + unless;
  }
}
