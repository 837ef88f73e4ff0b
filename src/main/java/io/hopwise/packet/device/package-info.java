/**
 * What a device's own tcpdump adds to records: F5's trailer, pflog's header.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.packet.device;
