package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
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

/** What an IP packet carries, as JSON: the typed part under its own key, the rest as text. */
final class PayloadJson {
  private PayloadJson() {}

  /** Writes header, extension headers and payload into an open object. */
  static void writeIpPacket(JsonGenerator json, IpPacket packet) throws IOException {
    IpJson.write(json, packet.ip());
    IpJson.writeExtensions(json, packet.extensions());
    write(json, packet.payload());
  }

  static void writeInner(JsonGenerator json, InnerPacket inner) throws IOException {
    json.writeStartObject();
    writeIpPacket(json, inner);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Payload payload) throws IOException {
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
    JsonFields.textUnlessEmpty(json, Keys.PAYLOAD, payload.text());
    if (payload instanceof Tunnel tunnel) {
      json.writeFieldName(Keys.INNER);
      writeInner(json, tunnel.inner());
    } else if (payload instanceof UdpDatagram udp && udp.inner().isPresent()) {
      json.writeFieldName(Keys.INNER);
      writeInner(json, udp.inner().get());
    }
  }

  private static void writeUdp(JsonGenerator json, UdpDatagram udp) throws IOException {
    json.writeFieldName(Keys.UDP);
    json.writeStartObject();
    writePort(json, udp.srcPort(), Keys.SRC_PORT, Keys.SRC_SERVICE);
    writePort(json, udp.dstPort(), Keys.DST_PORT, Keys.DST_SERVICE);
    JsonFields.printed(json, Keys.LENGTH, udp.length());
    IpJson.writeChecksum(json, udp.checksum());
    json.writeEndObject();
  }

  private static void writePorts(JsonGenerator json, OpaquePayload opaque) throws IOException {
    if (opaque.srcPort().isEmpty() && opaque.dstPort().isEmpty()) {
      return;
    }
    json.writeFieldName(Keys.PORTS);
    json.writeStartObject();
    if (opaque.srcPort().isPresent()) {
      writePort(json, opaque.srcPort().get(), Keys.SRC_PORT, Keys.SRC_SERVICE);
    }
    if (opaque.dstPort().isPresent()) {
      writePort(json, opaque.dstPort().get(), Keys.DST_PORT, Keys.DST_SERVICE);
    }
    json.writeEndObject();
  }

  static void writePort(
      JsonGenerator json, Port port, SerializableString number, SerializableString service)
      throws IOException {
    JsonFields.printed(json, number, port.number());
    JsonFields.printed(json, service, port.service());
  }
}
