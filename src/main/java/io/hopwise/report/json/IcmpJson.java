package io.hopwise.report.json;

import io.hopwise.packet.IcmpMessage;
import java.io.IOException;

/** An ICMP or ICMPv6 message as JSON: {@code "icmp":{"type":0,…}}. */
final class IcmpJson {
  private IcmpJson() {}

  static void write(JsonLine json, IcmpMessage icmp) throws IOException {
    json.put(icmp.family() == IcmpMessage.Family.ICMP ? Keys.ICMP : Keys.ICMP6);
    json.printed(Keys.TYPE, icmp.type());
    json.printed(Keys.CODE, icmp.code());
    json.printed(Keys.ID, icmp.id());
    json.printed(Keys.SEQ, icmp.seq());
    json.printed(Keys.LENGTH, icmp.length());
    IpJson.writeChecksum(json, icmp.checksum());
    json.text(Keys.TEXT, icmp.text());
    json.printed(Keys.HOST, icmp.subject());
    json.printed(Keys.PORT, icmp.port());
    json.printed(Keys.PORT_PROTO, icmp.portProtocol());
    json.printed(Keys.GATEWAY, icmp.gateway());
    json.printed(Keys.MTU, icmp.mtu());
    if (icmp.quoted().isPresent()) {
      PayloadJson.writeInner(json, Keys.QUOTED, icmp.quoted().get());
    }
    json.endObject();
  }
}
