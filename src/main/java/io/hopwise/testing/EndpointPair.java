package io.hopwise.testing;

import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Port;
import java.util.Optional;

/** The two ends of a packet, whatever it carries. */
final class EndpointPair {
  private EndpointPair() {}

  static boolean isFrom(IpPacket packet, Endpoint endpoint) {
    return endpoint.matches(packet.ip().src(), packet.payload().sourcePort());
  }

  static boolean isTo(IpPacket packet, Endpoint endpoint) {
    return endpoint.matches(packet.ip().dst(), packet.payload().targetPort());
  }

  static String source(IpPacket packet) {
    return text(packet.ip().src().text(), packet.payload().sourcePort());
  }

  static String destination(IpPacket packet) {
    return text(packet.ip().dst().text(), packet.payload().targetPort());
  }

  private static String text(String host, Optional<Port> port) {
    if (port.isEmpty()) {
      return host;
    }
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port.get();
  }
}
