package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.distance.KeptPacket;
import io.hopwise.packet.TcpFlags;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The packets of connections that are remembered one by one: the first, the last, and resets.
 *
 * @since 0.1
 */
public final class KeptPackets {
  private KeptPackets() {}

  /**
   * The kept packets of connections, first ones first; those not wanted have none.
   *
   * @param wanted the connections by their ends, each with a record that is one of its packets: of
   *     several captures in one text, more than one may hold it
   */
  public static ImmutableMap<Ends, ImmutableList<KeptPacket>> of(
      ImmutableList<Connection> connections, Map<Ends, Long> wanted) {
    Set<String> hosts = new HashSet<>();
    wanted.keySet().forEach(ends -> hosts.add(ends.sender()));
    Map<Ends, ImmutableList<KeptPacket>> found = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return ImmutableMap.of();
    }
    for (Connection connection : connections) {
      for (Flow flow : connection.flows()) {
        if (hosts.contains(flow.source().address())) {
          Ends ends = ends(flow);
          long record = wanted.getOrDefault(ends, 0L);
          if (record > 0 && connection.firstRecord().orElse(0) <= record) {
            found.put(ends, packets(flow));
          }
        }
      }
    }
    return ImmutableMap.copyOf(found);
  }

  private static Ends ends(Flow flow) {
    Flow back = flow.reverse();
    return new Ends(
        flow.source().address(),
        flow.port(),
        back.source().address(),
        back.port(),
        flow.connection().protocol());
  }

  private static ImmutableList<KeptPacket> packets(Flow flow) {
    Connection connection = flow.connection();
    TreeMap<Long, KeptPacket> kept = new TreeMap<>();
    for (RecentPackets some : ImmutableList.of(connection.head, connection.tail())) {
      for (int i = 0; i < some.size(); i++) {
        Flow direction = some.isForth(i) ? connection.one : connection.other;
        kept.put(some.record(i), kept(some.packet(i, direction), flow));
      }
    }
    for (Flow direction : connection.flows()) {
      direction.resets.forEach(reset -> kept.put(reset.record, kept(reset, flow)));
    }
    return ImmutableList.copyOf(kept.values());
  }

  private static KeptPacket kept(ObservedPacket seen, Flow forth) {
    return new KeptPacket(
        seen.record,
        seen.flow == forth,
        seen.kind,
        seen.ttl < 0 ? OptionalInt.empty() : OptionalInt.of(seen.ttl),
        seen.flags < 0 ? Optional.empty() : Optional.of(new TcpFlags(seen.flags)),
        seen.length(),
        seen.nanos());
  }
}
