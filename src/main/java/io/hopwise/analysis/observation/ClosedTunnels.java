package io.hopwise.analysis.observation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.UdpDatagram;

/**
 * Packets that carry others which tcpdump does not print, as they are encrypted or compressed, or
 * as it does not know the tunnel. What is inside cannot be judged.
 */
final class ClosedTunnels {
  /** The IP protocols that carry packets. */
  private static final ImmutableMap<Integer, String> PROTOCOLS =
      ImmutableMap.of(
          4,
          "IP in IP",
          41,
          "IPv6 in IP",
          47,
          "GRE",
          50,
          "ESP",
          108,
          "IPComp",
          115,
          "L2TP",
          137,
          "MPLS in IP");

  /** As {@link #PROTOCOLS}, by the beginning of what is printed, where -v was not given. */
  private static final ImmutableMap<String, String> WORDS =
      ImmutableMap.of("ESP(", "ESP", "GREv", "GRE", "IPComp(", "IPComp");

  /** The UDP ports of tunnels. */
  private static final ImmutableMap<Integer, String> PORTS =
      ImmutableMap.of(
          1194,
          "OpenVPN",
          2152,
          "GTP-U",
          4500,
          "ESP",
          4789,
          "VXLAN",
          4790,
          "VXLAN-GPE",
          6081,
          "Geneve",
          8472,
          "VXLAN",
          51820,
          "WireGuard");

  /**
   * Both ends of these have the tunnel's port, so that a client's port that is it by chance is
   * none.
   */
  private static final ImmutableSet<Integer> BOTH_ENDS = ImmutableSet.of(2152);

  /** A service that has nothing to do with tunnels has a port below. */
  private static final int SERVICES = 1024;

  /** GRE says of a keep-alive that it carries nothing; less is no packet. */
  private static final int LEAST_BYTES = 20;

  /** A TCP segment without data, in IPv4. */
  private static final int SEGMENT = 40;

  private static final int HEADERS = 28;

  private ClosedTunnels() {}

  /** What the packet is carried by and hidden in; empty if it carries none, or shows it. */
  static String name(Packet packet) {
    Payload payload = packet.payload();
    if (payload instanceof OpaquePayload opaque) {
      return opaque(packet, opaque.text());
    }
    return payload instanceof UdpDatagram datagram && datagram.inner().isEmpty()
        ? datagram(packet, datagram)
        : "";
  }

  private static String opaque(Packet packet, String text) {
    int protocol = packet.ip().protocol().orElse(-1);
    if (PROTOCOLS.containsKey(protocol)) {
      return PROTOCOLS.getOrDefault(protocol, "");
    }
    for (String words : WORDS.keySet()) {
      if (protocol < 0 && text.startsWith(words)) {
        return WORDS.getOrDefault(words, "");
      }
    }
    return "";
  }

  private static String datagram(Packet packet, UdpDatagram datagram) {
    // Of application text not all is read that tcpdump prints: the header tells its length.
    int bytes = datagram.length().orElse(packet.ip().length().orElse(0) - HEADERS);
    int src = number(datagram.srcPort());
    int dst = number(datagram.dstPort());
    int known = PORTS.containsKey(dst) ? dst : src;
    int other = known == dst ? src : dst;
    boolean tunnel =
        PORTS.containsKey(known)
            && (BOTH_ENDS.contains(known) ? other == known : other >= SERVICES)
            && bytes > LEAST_BYTES;
    if (tunnel) {
      return PORTS.getOrDefault(known, "");
    }
    boolean found = bytes > LEAST_BYTES && HiddenPackets.isIn(packet, datagram, bytes);
    return found ? "IP in UDP port " + Math.min(src < 0 ? dst : src, dst < 0 ? src : dst) : "";
  }

  /**
   * Whether the packet is a datagram of which nobody knows what it carries, large enough for a
   * segment: tcpdump prints none of it, and neither of its ports is one of a service.
   */
  static boolean isUnknown(Packet packet) {
    return packet.payload() instanceof UdpDatagram datagram
        && datagram.inner().isEmpty()
        && datagram.length().orElse(0) >= SEGMENT
        && number(datagram.srcPort()) >= SERVICES
        && number(datagram.dstPort()) >= SERVICES
        && !GroupAddress.is(packet.ip().dst().text());
  }

  private static int number(Port port) {
    return port.number().orElse(-1);
  }
}
