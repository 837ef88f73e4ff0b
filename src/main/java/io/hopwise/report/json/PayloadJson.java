package io.hopwise.report.json;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import java.io.IOException;

/** The payload of an IP packet as JSON: the typed part under its own key, the rest as text. */
final class PayloadJson {
  private PayloadJson() {}

  /** Writes the header, extension headers and payload into the open object. */
  static void writeIpPacket(JsonLine json, IpPacket packet) throws IOException {
    IpJson.write(json, packet.ip());
    IpJson.writeExtensions(json, packet.extensions());
    write(json, packet.payload());
  }

  static void writeInner(JsonLine json, JsonPiece key, InnerPacket inner) throws IOException {
    json.put(key);
    writeIpPacket(json, inner);
    json.endObject();
  }

  private static void write(JsonLine json, Payload payload) throws IOException {
    if (payload instanceof TcpSegment tcp) {
      TcpJson.write(json, tcp);
    } else if (payload instanceof UdpDatagram udp) {
      writeUdp(json, udp);
    } else if (payload instanceof IcmpMessage icmp) {
      IcmpJson.write(json, icmp);
      return; // its text is a field of its own
    } else if (payload instanceof OpaquePayload opaque) {
      writePorts(json, opaque);
    }
    json.textUnlessEmpty(Keys.PAYLOAD, payload.text());
    if (payload instanceof Tunnel tunnel) {
      writeInner(json, Keys.INNER, tunnel.inner());
    } else if (payload instanceof UdpDatagram udp && udp.inner().isPresent()) {
      writeInner(json, Keys.INNER, udp.inner().get());
    }
  }

  private static void writeUdp(JsonLine json, UdpDatagram udp) throws IOException {
    json.put(Keys.UDP);
    writePort(json, udp.srcPort(), Keys.SRC_PORT, Keys.SRC_SERVICE);
    writePort(json, udp.dstPort(), Keys.DST_PORT, Keys.DST_SERVICE);
    json.printed(Keys.LENGTH, udp.length());
    IpJson.writeChecksum(json, udp.checksum());
    json.endObject();
  }

  private static void writePorts(JsonLine json, OpaquePayload opaque) throws IOException {
    if (opaque.srcPort().isEmpty() && opaque.dstPort().isEmpty()) {
      return;
    }
    json.put(Keys.PORTS);
    if (opaque.srcPort().isPresent()) {
      writePort(json, opaque.srcPort().get(), Keys.SRC_PORT, Keys.SRC_SERVICE);
    }
    if (opaque.dstPort().isPresent()) {
      writePort(json, opaque.dstPort().get(), Keys.DST_PORT, Keys.DST_SERVICE);
    }
    json.endObject();
  }

  static void writePort(JsonLine json, Port port, JsonPiece number, JsonPiece service)
      throws IOException {
    json.printed(number, port.number());
    json.printed(service, port.service());
  }
}
