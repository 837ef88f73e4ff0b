package io.hopwise.packet.ip;

/**
 * An IPv6 extension header or an authentication header, as printed.
 *
 * @param name tcpdump's word for it: {@code HBH}, {@code DSTOPT}, {@code RT6}, {@code srcrt},
 *     {@code frag}, {@code AH}, {@code mobility:}
 * @param text all of it as printed, name included
 * @since 0.1
 */
public record ExtensionHeader(String name, String text) {}
