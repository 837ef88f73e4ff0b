package io.hopwise.packet;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.IpHeader;

/**
 * An IP packet at any depth: the captured one, or one that another packet carries or quotes.
 *
 * @since 0.1
 */
public sealed interface IpPacket permits Packet, InnerPacket {
  /** The IP header: who claims to have sent it, to whom, and the TTL left when it was seen. */
  IpHeader ip();

  /** Extension headers between the IP header and the payload, outermost first; often none. */
  ImmutableList<ExtensionHeader> extensions();

  /** What the packet carries. */
  Payload payload();
}
