package io.hopwise.connections.places;

import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Protocol;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a NAT may have made of connections that seem to be missing at a place: a SYN with the same
 * sequence number, or a client that nobody knows elsewhere and that asks the same port. Nothing is
 * called lost where there is one.
 */
final class Translated {
  private final ServersSeen servers;
  private final Set<Trace> traces = new HashSet<>();

  /** What a connection left at a place. */
  private record Trace(int capture, Protocol protocol, String host, long number) {}

  Translated(ServersSeen servers) {
    this.servers = servers;
  }

  /** Adds a connection; {@code alone} is whether it was found at no other place. */
  void add(ConnectionSummary one, boolean alone) {
    if (one.protocol() == Protocol.TCP) {
      one.client()
          .sequence()
          .ifPresent(seq -> traces.add(new Trace(one.capture(), one.protocol(), "", seq)));
    } else if (alone) {
      traces.add(asking(one.capture(), one, one.server().host()));
    }
  }

  /** Whether something at another place may be this connection. */
  boolean mayBeAt(int capture, ConnectionSummary one) {
    if (one.protocol() == Protocol.TCP) {
      long seq = one.client().sequence().orElse(-1);
      return traces.contains(new Trace(capture, one.protocol(), "", seq));
    }
    return servers.namesAt(capture, one).stream()
        .anyMatch(host -> traces.contains(asking(capture, one, host)));
  }

  private static Trace asking(int capture, ConnectionSummary one, String host) {
    OptionalInt number = one.server().port().map(port -> port.number()).orElse(OptionalInt.empty());
    return new Trace(capture, one.protocol(), host, number.orElse(-1));
  }
}
