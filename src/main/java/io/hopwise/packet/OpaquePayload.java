package io.hopwise.packet;

import java.util.Optional;

/**
 * A payload kept as text: another protocol, or text that breaks off.
 *
 * @param srcPort the sender's port, for protocols that have ports (SCTP, DCCP, UDP-Lite)
 * @param dstPort the receiver's port, for protocols that have ports
 * @param text the text as printed, lines joined by line feeds
 * @since 0.1
 */
public record OpaquePayload(Optional<Port> srcPort, Optional<Port> dstPort, String text)
    implements Payload {
  @Override
  public Optional<Port> sourcePort() {
    return srcPort;
  }

  @Override
  public Optional<Port> targetPort() {
    return dstPort;
  }
}
