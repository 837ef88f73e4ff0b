package io.hopwise.connections.places;

import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.ConnectionSummary.Side;
import io.hopwise.packet.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the same connection in captures of other places. A NAT between them changes addresses and
 * ports and leaves the sequence number of a SYN; as that alone may be equal by chance, the IP id of
 * the SYN, the server's sequence number, or the server and its port must be, too.
 */
final class SameConnections {
  private final Map<Key, Map<Integer, ConnectionSummary>> known = new HashMap<>();

  /** Keys that two connections of one capture have, which therefore tell nothing. */
  private final Set<Key> common = new HashSet<>();

  private record Key(Protocol protocol, long sequence, String rest) {}

  void add(ConnectionSummary connection) {
    for (Key key : keys(connection)) {
      Map<Integer, ConnectionSummary> byCapture =
          known.computeIfAbsent(key, any -> new HashMap<>(2));
      if (byCapture.putIfAbsent(connection.capture(), connection) != null) {
        common.add(key);
      }
    }
  }

  /** It, and the same one at each other place where it was seen, by the number of the capture. */
  List<ConnectionSummary> of(ConnectionSummary connection) {
    Map<Integer, ConnectionSummary> found = new TreeMap<>();
    found.put(connection.capture(), connection);
    for (Key key : keys(connection)) {
      if (!common.contains(key)) {
        known.getOrDefault(key, Map.of()).forEach(found::putIfAbsent);
      }
    }
    return List.copyOf(found.values());
  }

  /** What tells a connection from others, what tells it best first. */
  private static List<Key> keys(ConnectionSummary connection) {
    Protocol protocol = connection.protocol();
    if (protocol != Protocol.TCP) {
      return List.of(new Key(protocol, 0, ends(connection)));
    }
    if (connection.client().sequence().isEmpty()) {
      return List.of();
    }
    long sequence = connection.client().sequence().getAsLong();
    List<Key> keys = new ArrayList<>();
    keys.add(new Key(protocol, sequence, ends(connection)));
    if (connection.client().id().orElse(0) > 0) {
      keys.add(new Key(protocol, sequence, "id " + connection.client().id().getAsInt()));
    }
    if (connection.server().sequence().isPresent()) {
      long answer = connection.server().sequence().getAsLong();
      keys.add(new Key(protocol, sequence, "answer " + answer));
    }
    keys.add(new Key(protocol, sequence, "to " + end(connection.server())));
    return keys;
  }

  private static String ends(ConnectionSummary connection) {
    return end(connection.client()) + " > " + end(connection.server());
  }

  /** Host and port: the same whether the port was printed as a number or as a name. */
  private static String end(Side side) {
    OptionalInt number = side.port().map(Port::number).orElse(OptionalInt.empty());
    return number.isPresent() ? side.host() + "." + number.getAsInt() : side.endpoint();
  }
}
