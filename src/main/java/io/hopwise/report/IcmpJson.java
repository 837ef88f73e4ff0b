package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hopwise.packet.IcmpMessage;
import java.io.IOException;

/** An ICMP or ICMPv6 message as JSON: {@code "icmp":{"type":0,…}}. */
final class IcmpJson {
  private IcmpJson() {}

  static void write(JsonGenerator json, IcmpMessage icmp) throws IOException {
    json.writeFieldName(icmp.family() == IcmpMessage.Family.ICMP ? Keys.ICMP : Keys.ICMP6);
    json.writeStartObject();
    JsonFields.printed(json, Keys.TYPE, icmp.type());
    JsonFields.printed(json, Keys.CODE, icmp.code());
    JsonFields.printed(json, Keys.ID, icmp.id());
    JsonFields.printed(json, Keys.SEQ, icmp.seq());
    JsonFields.printed(json, Keys.LENGTH, icmp.length());
    IpJson.writeChecksum(json, icmp.checksum());
    JsonFields.text(json, Keys.TEXT, icmp.text());
    JsonFields.printed(json, Keys.HOST, icmp.subject());
    JsonFields.printed(json, Keys.PORT, icmp.port());
    JsonFields.printed(json, Keys.PORT_PROTO, icmp.portProtocol());
    JsonFields.printed(json, Keys.GATEWAY, icmp.gateway());
    JsonFields.printed(json, Keys.MTU, icmp.mtu());
    if (icmp.quoted().isPresent()) {
      json.writeFieldName(Keys.QUOTED);
      PayloadJson.writeInner(json, icmp.quoted().get());
    }
    json.writeEndObject();
  }
}
