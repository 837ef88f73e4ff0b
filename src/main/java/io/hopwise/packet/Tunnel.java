package io.hopwise.packet;

/**
 * An IP packet carried directly in another one (IP in IP, 6in4, GRE and others).
 *
 * @param text what was printed before the inner packet, such as {@code GREv0, Flags [none], length
 *     45}; empty for IP in IP
 * @param inner the carried packet
 * @since 0.1
 */
public record Tunnel(String text, InnerPacket inner) implements Payload {}
