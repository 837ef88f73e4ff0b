package io.hopwise.report.json;

import io.hopwise.packet.Entry;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherProgram;
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
  private static final JsonPiece AMBIGUOUS = JsonPiece.of("\"ambiguous\":true");

  private final JsonLine json;

  EntryJson(JsonLine json) {
    this.json = json;
  }

  void write(Entry entry) throws IOException {
    json.begin();
    if (entry instanceof Packet packet) {
      writePacket(packet);
    } else if (entry instanceof OtherRecord other) {
      writeOther(other);
    } else if (entry instanceof Notice notice) {
      writeNotice(notice);
    } else if (entry instanceof Reject reject) {
      writeReject(reject);
    }
    json.end();
  }

  private void writePacket(Packet packet) throws IOException {
    writeHead("packet", packet.text());
    writeCapture(packet.number(), packet.time(), packet.link());
    PayloadJson.writeIpPacket(json, packet);
    json.textUnlessEmpty(Keys.DUMP, packet.dump());
  }

  private void writeOther(OtherRecord other) throws IOException {
    writeHead("other", other.text());
    writeCapture(other.number(), other.time(), other.link());
    json.text(Keys.TEXT, other.description());
  }

  private void writeNotice(Notice notice) throws IOException {
    writeHead("notice", notice.text());
    json.text(Keys.KIND, notice.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.printed(Keys.COUNT, notice.count());
    json.printed(Keys.SUBJECT, notice.subject());
    json.printed(Keys.LINK_TYPE, notice.linkType());
    json.printed(Keys.SNAPSHOT_LENGTH, notice.snapshotLength());
    json.printed(Keys.PLACE, notice.place());
    json.text(Keys.TEXT, withoutLineEnd(notice.text().toString()));
  }

  private void writeReject(Reject reject) throws IOException {
    json.text(Keys.TYPE, "reject");
    json.number(Keys.LINE, reject.error().line());
    json.number(Keys.COLUMN, reject.error().column());
    json.number(Keys.LINES, reject.text().lines());
    writeDoubt(reject.text());
    json.text(Keys.EXPECTED, reject.error().expected());
    json.printed(Keys.PROGRAM, reject.program().map(OtherProgram::id));
    json.text(Keys.TEXT, withoutLineEnd(reject.text().toString()));
  }

  private void writeHead(String type, RecordText text) throws IOException {
    json.text(Keys.TYPE, type);
    json.number(Keys.LINE, text.firstLine());
    json.number(Keys.LINES, text.lines());
    writeDoubt(text);
  }

  private void writeDoubt(RecordText text) throws IOException {
    if (text.isAmbiguous()) {
      json.put(AMBIGUOUS);
    }
  }

  private void writeCapture(OptionalLong number, Optional<PrintedTime> printed, LinkLayer link)
      throws IOException {
    json.printed(Keys.NUMBER, number);
    if (printed.isPresent()) {
      json.time(Keys.TIME, printed.get());
    }
    writeLink(link);
  }

  private void writeLink(LinkLayer link) throws IOException {
    json.printed(Keys.INTERFACE, link.interfaceName());
    if (link.direction().isPresent()) {
      json.text(Keys.DIRECTION, link.direction().get().word());
    }
    if (link.device().isPresent()) {
      DeviceJson.write(json, link.device().get());
    }
    if (!hasHeader(link)) {
      return;
    }
    json.put(Keys.LINK);
    json.printed(Keys.SRC, link.src());
    json.printed(Keys.DST, link.dst());
    json.printed(Keys.ETHERTYPE, link.ethertype());
    if (!link.vlan().isEmpty()) {
      writeVlan(link);
    }
    json.textUnlessEmpty(Keys.TEXT, link.text());
    json.endObject();
  }

  /** Whether more than the interface and the direction was printed. */
  private static boolean hasHeader(LinkLayer link) {
    return link.src().isPresent()
        || link.dst().isPresent()
        || link.ethertype().isPresent()
        || !link.vlan().isEmpty()
        || (link.interfaceName().isEmpty() && !link.text().isEmpty());
  }

  private void writeVlan(LinkLayer link) throws IOException {
    json.put(Keys.VLAN);
    for (int id : link.vlan()) {
      json.element(id);
    }
    json.endArray();
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
