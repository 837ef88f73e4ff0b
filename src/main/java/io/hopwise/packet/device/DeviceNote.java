package io.hopwise.packet.device;

/**
 * What the device that captured a packet says of it, beside the packet's own fields.
 *
 * @since 0.1
 */
public sealed interface DeviceNote permits PfLog, F5Trailer {}
