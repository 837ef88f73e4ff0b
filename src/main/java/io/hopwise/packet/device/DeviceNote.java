package io.hopwise.packet.device;

/**
 * What the capturing device says about a packet, in addition to the packet's own fields.
 *
 * @since 0.1
 */
public sealed interface DeviceNote permits PfLog, F5Trailer {}
