package io.hopwise.connections.places;

import io.hopwise.connections.ConnectionSummary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which servers were seen at which places, and how far their clients were from there. */
final class ServersSeen {
  /** By place and server the most routers that lay between a client and the place. */
  private final Map<ServerAt, Integer> routers = new HashMap<>();

  /** What a server is called at other places, where a NAT changes that. */
  private final Map<ServerAt, Set<ServerAt>> elsewhere = new HashMap<>();

  /** A server at a place. */
  private record ServerAt(int capture, String server) {}

  void add(ConnectionSummary connection) {
    routers.merge(at(connection), connection.client().routers().orElse(0), Math::max);
  }

  /** The two are one connection. */
  void same(ConnectionSummary one, ConnectionSummary other) {
    elsewhere.computeIfAbsent(at(one), any -> new HashSet<>()).add(at(other));
    elsewhere.computeIfAbsent(at(other), any -> new HashSet<>()).add(at(one));
  }

  private static ServerAt at(ConnectionSummary connection) {
    return new ServerAt(connection.capture(), connection.server().host());
  }

  /**
   * Whether a connection that was not seen at a place would have come by there later than where it
   * was seen: another one with the same server did, or its clients are farther away from there.
   */
  boolean isBehind(int capture, ConnectionSummary one) {
    boolean same =
        elsewhere.getOrDefault(at(one), Set.of()).stream().anyMatch(at -> at.capture() == capture);
    Integer away = routers.get(new ServerAt(capture, one.server().host()));
    return same || (away != null && away > one.client().routers().orElse(0));
  }

  /** What the server of a connection may be called at a place. */
  Set<String> namesAt(int capture, ConnectionSummary one) {
    Set<String> names = new HashSet<>();
    names.add(one.server().host());
    for (ServerAt at : elsewhere.getOrDefault(at(one), Set.of())) {
      if (at.capture() == capture) {
        names.add(at.server());
      }
    }
    return names;
  }
}
