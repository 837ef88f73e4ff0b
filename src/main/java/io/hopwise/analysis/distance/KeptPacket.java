package io.hopwise.analysis.distance;

import io.hopwise.analysis.citation.Ends;
import io.hopwise.packet.TcpFlags;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A packet of a connection, as it is remembered without its text.
 *
 * @param record which packet or other record of the capture it was, 1 for the first
 * @param forth whether it went from the sender of the connection's {@link Ends} to the receiver
 * @param kind what it is
 * @param ttl its TTL or hop limit, 0 to 255, where printed
 * @param flags its TCP flags, where printed
 * @param length the bytes of its payload, where printed
 * @param nanos when it was captured, in nanoseconds on the capture's own clock, where printed
 * @since 0.1
 */
public record KeptPacket(
    long record,
    boolean forth,
    PacketKind kind,
    OptionalInt ttl,
    Optional<TcpFlags> flags,
    OptionalInt length,
    OptionalLong nanos) {}
