/**
 * The IP header of a packet, version 4 and 6.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.packet.ip;
