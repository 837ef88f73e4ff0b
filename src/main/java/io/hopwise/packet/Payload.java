package io.hopwise.packet;

import java.util.Optional;

/**
 * What an IP packet carries.
 *
 * @since 0.1
 */
public sealed interface Payload
    permits TcpSegment, UdpDatagram, IcmpMessage, LaterFragment, Tunnel, OpaquePayload {
  /** What tcpdump printed after the typed fields, lines joined by line feeds; often empty. */
  String text();

  /** The sender's port; empty if the protocol has no ports or none was printed. */
  default Optional<Port> sourcePort() {
    return Optional.empty();
  }

  /** The receiver's port; empty if the protocol has no ports or none was printed. */
  default Optional<Port> targetPort() {
    return Optional.empty();
  }
}
