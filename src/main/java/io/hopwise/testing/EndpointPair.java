package io.hopwise.testing;

import io.hopwise.packet.IpPacket;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import java.util.Optional;

/** The two ends of a packet, whatever it carries. */
final class EndpointPair {
  private EndpointPair() {}

  static boolean isFrom(IpPacket packet, Endpoint endpoint) {
    return endpoint.matches(packet.ip().src(), srcPort(packet.payload()));
  }

  static boolean isTo(IpPacket packet, Endpoint endpoint) {
    return endpoint.matches(packet.ip().dst(), dstPort(packet.payload()));
  }

  static String source(IpPacket packet) {
    return text(packet.ip().src().text(), srcPort(packet.payload()));
  }

  static String destination(IpPacket packet) {
    return text(packet.ip().dst().text(), dstPort(packet.payload()));
  }

  private static String text(String host, Optional<Port> port) {
    if (port.isEmpty()) {
      return host;
    }
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port.get();
  }

  private static Optional<Port> srcPort(Payload payload) {
    if (payload instanceof TcpSegment tcp) {
      return Optional.of(tcp.srcPort());
    }
    if (payload instanceof UdpDatagram udp) {
      return Optional.of(udp.srcPort());
    }
    return payload instanceof OpaquePayload opaque ? opaque.srcPort() : Optional.empty();
  }

  private static Optional<Port> dstPort(Payload payload) {
    if (payload instanceof TcpSegment tcp) {
      return Optional.of(tcp.dstPort());
    }
    if (payload instanceof UdpDatagram udp) {
      return Optional.of(udp.dstPort());
    }
    return payload instanceof OpaquePayload opaque ? opaque.dstPort() : Optional.empty();
  }
}
