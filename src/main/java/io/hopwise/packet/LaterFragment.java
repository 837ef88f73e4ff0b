package io.hopwise.packet;

/**
 * A fragment after the first: no transport header, so no ports.
 *
 * @param text what tcpdump calls the protocol, such as {@code ip-proto-17} or {@code udp}
 * @since 0.1
 */
public record LaterFragment(String text) implements Payload {}
