package io.hopwise.analysis.citation;

import io.hopwise.packet.Port;
import java.util.Optional;
import java.util.OptionalInt;

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
    OptionalInt protocol) {}
