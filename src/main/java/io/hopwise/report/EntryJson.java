package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hopwise.packet.Entry;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.Reject;
import io.hopwise.text.RecordText;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** One entry of a capture as one JSON object. */
final class EntryJson {
  private EntryJson() {}

  static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeStartObject();
    if (entry instanceof Packet packet) {
      writePacket(json, packet);
    } else if (entry instanceof OtherRecord other) {
      writeOther(json, other);
    } else if (entry instanceof Notice notice) {
      writeNotice(json, notice);
    } else if (entry instanceof Reject reject) {
      writeReject(json, reject);
    }
    json.writeEndObject();
  }

  private static void writePacket(JsonGenerator json, Packet packet) throws IOException {
    writeHead(json, "packet", packet.text());
    writeCapture(json, packet.number(), packet.time(), packet.link());
    PayloadJson.writeIpPacket(json, packet);
    JsonFields.textUnlessEmpty(json, Keys.DUMP, packet.dump());
  }

  private static void writeOther(JsonGenerator json, OtherRecord other) throws IOException {
    writeHead(json, "other", other.text());
    writeCapture(json, other.number(), other.time(), other.link());
    JsonFields.text(json, Keys.TEXT, other.description());
  }

  private static void writeNotice(JsonGenerator json, Notice notice) throws IOException {
    writeHead(json, "notice", notice.text());
    JsonFields.text(
        json, Keys.KIND, notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    JsonFields.printed(json, Keys.COUNT, notice.count());
    JsonFields.printed(json, Keys.SUBJECT, notice.subject());
    JsonFields.printed(json, Keys.LINK_TYPE, notice.linkType());
    JsonFields.printed(json, Keys.SNAPSHOT_LENGTH, notice.snapshotLength());
    JsonFields.text(json, Keys.TEXT, withoutLineEnd(notice.text().toString()));
  }

  private static void writeReject(JsonGenerator json, Reject reject) throws IOException {
    JsonFields.text(json, Keys.TYPE, "reject");
    JsonFields.number(json, Keys.LINE, reject.error().line());
    JsonFields.number(json, Keys.COLUMN, reject.error().column());
    JsonFields.number(json, Keys.LINES, reject.text().lines());
    JsonFields.text(json, Keys.EXPECTED, reject.error().expected());
    JsonFields.text(json, Keys.TEXT, withoutLineEnd(reject.text().toString()));
  }

  private static void writeHead(JsonGenerator json, String type, RecordText text)
      throws IOException {
    JsonFields.text(json, Keys.TYPE, type);
    JsonFields.number(json, Keys.LINE, text.firstLine());
    JsonFields.number(json, Keys.LINES, text.lines());
  }

  private static void writeCapture(
      JsonGenerator json, OptionalLong number, Optional<PrintedTime> time, LinkLayer link)
      throws IOException {
    JsonFields.printed(json, Keys.NUMBER, number);
    JsonFields.printed(json, Keys.TIME, time);
    writeLink(json, link);
  }

  private static void writeLink(JsonGenerator json, LinkLayer link) throws IOException {
    JsonFields.printed(json, Keys.INTERFACE, link.interfaceName());
    if (link.direction().isPresent()) {
      JsonFields.text(json, Keys.DIRECTION, link.direction().get().word());
    }
    if (!hasHeader(link)) {
      return;
    }
    json.writeFieldName(Keys.LINK);
    json.writeStartObject();
    JsonFields.printed(json, Keys.SRC, link.src());
    JsonFields.printed(json, Keys.DST, link.dst());
    JsonFields.printed(json, Keys.ETHERTYPE, link.ethertype());
    if (!link.vlan().isEmpty()) {
      writeVlan(json, link);
    }
    JsonFields.textUnlessEmpty(json, Keys.TEXT, link.text());
    json.writeEndObject();
  }

  /** Whether more than interface and direction was printed. */
  private static boolean hasHeader(LinkLayer link) {
    return link.src().isPresent()
        || link.dst().isPresent()
        || link.ethertype().isPresent()
        || !link.vlan().isEmpty()
        || (link.interfaceName().isEmpty() && !link.text().isEmpty());
  }

  private static void writeVlan(JsonGenerator json, LinkLayer link) throws IOException {
    json.writeFieldName(Keys.VLAN);
    json.writeStartArray();
    for (int id : link.vlan()) {
      json.writeNumber(id);
    }
    json.writeEndArray();
  }

  private static String withoutLineEnd(String text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(0, end);
  }
}
