package io.hopwise.analysis.citation;

import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * From where to where a packet went, seen from its sender.
 *
 * @param sender the source address as printed
 * @param senderPort its port; empty for protocols without ports
 * @param receiver the destination address as printed
 * @param receiverPort its port; empty for protocols without ports
 * @param protocol the IP protocol number, 6 for TCP, where printed
 * @since 0.1
 */
public record Ends(
    String sender,
    Optional<Port> senderPort,
    String receiver,
    Optional<Port> receiverPort,
    OptionalInt protocol) {
  // Written out, as in Port.
  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Ends other
        && sender.equals(other.sender)
        && receiver.equals(other.receiver)
        && senderPort.equals(other.senderPort)
        && receiverPort.equals(other.receiverPort)
        && protocol.equals(other.protocol);
  }

  @Override
  public int hashCode() {
    int hosts = 31 * sender.hashCode() + receiver.hashCode();
    int ports = 31 * senderPort.hashCode() + receiverPort.hashCode();
    return (31 * hosts + ports) * 31 + protocol.hashCode();
  }
}
