/**
 * What a capture holds, as typed records: the four kinds of {@link io.hopwise.packet.Entry}, and
 * below a {@link io.hopwise.packet.Packet} its IP header and payload.
 *
 * <p>All records are immutable. Unsigned wire values sit in {@code int} or {@code long}. What
 * tcpdump did not print is an empty {@code Optional}, never a magic number.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.packet;
