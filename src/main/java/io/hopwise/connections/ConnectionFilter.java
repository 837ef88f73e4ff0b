package io.hopwise.connections;

import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which connections are asked about.
 *
 * @param host an address or name that one side must have, as printed
 * @param port the port that the server must have, 0 to 65535; where the beginning was not seen,
 *     either side
 * @param protocol TCP or UDP, where only one is asked about
 * @since 0.1
 */
public record ConnectionFilter(
    Optional<String> host, OptionalInt port, Optional<Protocol> protocol) {
  /** All of them. */
  public static final ConnectionFilter ALL =
      new ConnectionFilter(Optional.empty(), OptionalInt.empty(), Optional.empty());

  /** Whether all are asked about. */
  public boolean isAll() {
    return host.isEmpty() && port.isEmpty() && protocol.isEmpty();
  }

  /** Whether a connection is asked about. */
  public boolean matches(ConnectionSummary connection) {
    return matchesHost(connection) && matchesPort(connection) && matches(connection.protocol());
  }

  /** Whether a service is asked about, by its port and its protocol. */
  public boolean matches(ServiceSum service) {
    return matches(service.protocol())
        && (port.isEmpty() || service.port().orElse(Port.NOT_PRINTED).is(port.getAsInt()));
  }

  private boolean matches(Protocol asked) {
    return protocol.isEmpty() || protocol.get() == asked;
  }

  /** Whether one side of a connection is the host asked about, whatever its port and protocol. */
  public boolean matchesHost(ConnectionSummary connection) {
    if (host.isEmpty()) {
      return true;
    }
    String asked = host.get();
    return connection.client().host().equals(asked) || connection.server().host().equals(asked);
  }

  private boolean matchesPort(ConnectionSummary connection) {
    if (port.isEmpty()) {
      return true;
    }
    int asked = port.getAsInt();
    boolean either = connection.outcome() == Outcome.MID_STREAM;
    return connection.server().hasPort(asked) || (either && connection.client().hasPort(asked));
  }
}
