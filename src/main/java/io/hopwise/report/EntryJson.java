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
  private final JsonGenerator json;
  private final TimeText time = new TimeText();

  EntryJson(JsonGenerator json) {
    this.json = json;
  }

  void write(Entry entry) throws IOException {
    json.writeStartObject();
    if (entry instanceof Packet packet) {
      writePacket(packet);
    } else if (entry instanceof OtherRecord other) {
      writeOther(other);
    } else if (entry instanceof Notice notice) {
      writeNotice(notice);
    } else if (entry instanceof Reject reject) {
      writeReject(reject);
    }
    json.writeEndObject();
  }

  private void writePacket(Packet packet) throws IOException {
    writeHead("packet", packet.text());
    writeCapture(packet.number(), packet.time(), packet.link());
    PayloadJson.writeIpPacket(json, packet);
    JsonFields.textUnlessEmpty(json, Keys.DUMP, packet.dump());
  }

  private void writeOther(OtherRecord other) throws IOException {
    writeHead("other", other.text());
    writeCapture(other.number(), other.time(), other.link());
    JsonFields.text(json, Keys.TEXT, other.description());
  }

  private void writeNotice(Notice notice) throws IOException {
    writeHead("notice", notice.text());
    JsonFields.text(
        json, Keys.KIND, notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    JsonFields.printed(json, Keys.COUNT, notice.count());
    JsonFields.printed(json, Keys.SUBJECT, notice.subject());
    JsonFields.printed(json, Keys.LINK_TYPE, notice.linkType());
    JsonFields.printed(json, Keys.SNAPSHOT_LENGTH, notice.snapshotLength());
    JsonFields.text(json, Keys.TEXT, withoutLineEnd(notice.text().toString()));
  }

  private void writeReject(Reject reject) throws IOException {
    JsonFields.text(json, Keys.TYPE, "reject");
    JsonFields.number(json, Keys.LINE, reject.error().line());
    JsonFields.number(json, Keys.COLUMN, reject.error().column());
    JsonFields.number(json, Keys.LINES, reject.text().lines());
    writeDoubt(reject.text());
    JsonFields.text(json, Keys.EXPECTED, reject.error().expected());
    JsonFields.text(json, Keys.TEXT, withoutLineEnd(reject.text().toString()));
  }

  private void writeHead(String type, RecordText text) throws IOException {
    JsonFields.text(json, Keys.TYPE, type);
    JsonFields.number(json, Keys.LINE, text.firstLine());
    JsonFields.number(json, Keys.LINES, text.lines());
    writeDoubt(text);
  }

  private void writeDoubt(RecordText text) throws IOException {
    if (text.isAmbiguous()) {
      json.writeFieldName(Keys.AMBIGUOUS);
      json.writeBoolean(true);
    }
  }

  private void writeCapture(OptionalLong number, Optional<PrintedTime> printed, LinkLayer link)
      throws IOException {
    JsonFields.printed(json, Keys.NUMBER, number);
    if (printed.isPresent()) {
      writeTime(printed.get());
    }
    writeLink(link);
  }

  private void writeTime(PrintedTime printed) throws IOException {
    int length = time.write(printed);
    if (length == 0) {
      JsonFields.text(json, Keys.TIME, printed.toString());
      return;
    }
    json.writeFieldName(Keys.TIME);
    json.writeRawUTF8String(time.text(), 0, length);
  }

  private void writeLink(LinkLayer link) throws IOException {
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
      writeVlan(link);
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

  private void writeVlan(LinkLayer link) throws IOException {
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
