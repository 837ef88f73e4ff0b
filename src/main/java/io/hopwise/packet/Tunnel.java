package io.hopwise.packet;

/**
 * An IP packet carried straight by another (IP in IP, 6in4, GRE …).
 *
 * @param text what stood before the inner packet, such as {@code GREv0, Flags [none], length 45};
 *     empty for IP in IP
 * @param inner the carried packet
 * @since 0.1
 */
public record Tunnel(String text, InnerPacket inner) implements Payload {}
