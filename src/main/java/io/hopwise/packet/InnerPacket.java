package io.hopwise.packet;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.IpHeader;

/**
 * An IP packet inside another: quoted by an ICMP error, or carried through a tunnel. A quoted
 * packet has the TTL with which it arrived at the router that reports the error, so 0 or 1 is
 * normal.
 *
 * @param ip the inner IP header
 * @param extensions its extension headers, outermost first
 * @param payload what the inner packet carries, as far as it was quoted
 * @since 0.1
 */
public record InnerPacket(IpHeader ip, ImmutableList<ExtensionHeader> extensions, Payload payload)
    implements IpPacket {}
