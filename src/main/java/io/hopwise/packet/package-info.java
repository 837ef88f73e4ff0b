/**
 * What a capture holds, as typed records: the four kinds of {@link io.hopwise.packet.Entry}, and
 * the IP header and payload of a {@link io.hopwise.packet.Packet}.
 *
 * <p>All records are immutable. Unsigned values are held in {@code int} or {@code long}. What
 * tcpdump did not print is an empty {@code Optional}, never a magic number.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.packet;
