package io.hopwise.report;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;

/** The CSV fields of the captured packet alone: where and when it was seen, and its frame. */
final class CaptureCells {
  static final ImmutableMap<String, CsvField.Cell<Packet>> BY_NAME =
      ImmutableMap.<String, CsvField.Cell<Packet>>builder()
          .put("line", (packet, line) -> line.number(packet.text().firstLine()))
          .put("lines", (packet, line) -> line.number(packet.text().lines()))
          .put("ambiguous", CaptureCells::ambiguous)
          .put("number", (packet, line) -> line.printed(packet.number()))
          .put("time", CaptureCells::time)
          .put("interface", (packet, line) -> line.printed(packet.link().interfaceName()))
          .put("direction", CaptureCells::direction)
          .put("link.src", (packet, line) -> line.printed(packet.link().src()))
          .put("link.dst", (packet, line) -> line.printed(packet.link().dst()))
          .put("link.ethertype", (packet, line) -> line.printed(packet.link().ethertype()))
          .put("link.vlan", CaptureCells::vlan)
          .put("link.text", (packet, line) -> line.text(packet.link().text()))
          .put("dump", (packet, line) -> line.text(packet.dump()))
          .buildOrThrow();

  private CaptureCells() {}

  /** Mostly digits and their separators only, so a minus in front is no formula. */
  private static void time(Packet packet, CsvLine line) {
    PrintedTime time = packet.time().orElse(null);
    if (time == null) {
      return;
    }
    if (time.form() == PrintedTime.Form.ODD) {
      line.text(time.words());
    } else {
      line.time(time);
    }
  }

  /** Empty where there is no doubt, like the JSON key. */
  private static void ambiguous(Packet packet, CsvLine line) {
    if (packet.text().isAmbiguous()) {
      line.word("true");
    }
  }

  private static void direction(Packet packet, CsvLine line) {
    line.printed(packet.link().direction().map(LinkLayer.Direction::word));
  }

  private static void vlan(Packet packet, CsvLine line) {
    line.text(Joiner.on(' ').join(packet.link().vlan()));
  }
}
