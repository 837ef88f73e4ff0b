package io.hopwise.report.csv;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.device.F5Trailer;
import io.hopwise.packet.device.PfLog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The CSV fields that only a captured packet has: where and when it was seen, and its frame. */
final class CaptureCells {
  private static final String NAMES =
      "line lines ambiguous number time interface direction link.src link.dst link.ethertype"
          + " link.vlan link.text pflog.rule pflog.action pflog.direction pflog.interface f5.direction"
          + " f5.listener dump";

  private CaptureCells() {}

  /** The names of all fields. */
  static List<String> names() {
    return Splitter.on(' ').splitToList(NAMES);
  }

  /** The cell for a field name, or null if there is no such field. */
  static CsvField.@Nullable Cell<Packet> named(String name) {
    return switch (name) {
      case "line" -> (packet, line) -> line.number(packet.text().firstLine());
      case "lines" -> (packet, line) -> line.number(packet.text().lines());
      case "ambiguous" -> CaptureCells::ambiguous;
      case "number" -> (packet, line) -> line.printed(packet.number());
      case "time" -> CaptureCells::time;
      case "interface" -> (packet, line) -> line.printed(packet.link().interfaceName());
      case "direction" -> CaptureCells::direction;
      case "link.src" -> (packet, line) -> line.printed(packet.link().src());
      case "link.dst" -> (packet, line) -> line.printed(packet.link().dst());
      case "link.ethertype" -> (packet, line) -> line.printed(packet.link().ethertype());
      case "link.vlan" -> CaptureCells::vlan;
      case "link.text" -> (packet, line) -> line.text(packet.link().text());
      case "pflog.rule" ->
          (packet, line) -> line.printed(pflog(packet).flatMap(CaptureCells::rule));
      case "pflog.action" -> (packet, line) -> line.printed(pflog(packet).map(PfLog::action));
      case "pflog.direction" -> (packet, line) -> line.printed(pflog(packet).map(PfLog::direction));
      case "pflog.interface" ->
          (packet, line) -> line.printed(pflog(packet).map(PfLog::interfaceName));
      case "f5.direction" -> (packet, line) -> line.printed(f5(packet).map(F5Trailer::direction));
      case "f5.listener" -> (packet, line) -> line.printed(f5(packet).flatMap(F5Trailer::listener));
      case "dump" -> (packet, line) -> line.text(packet.dump());
      default -> null;
    };
  }

  private static Optional<PfLog> pflog(Packet packet) {
    return packet.link().device().filter(PfLog.class::isInstance).map(PfLog.class::cast);
  }

  private static Optional<String> rule(PfLog log) {
    return log.rule().isPresent()
        ? Optional.of(Long.toString(log.rule().getAsLong()))
        : Optional.empty();
  }

  private static Optional<F5Trailer> f5(Packet packet) {
    return packet.link().device().filter(F5Trailer.class::isInstance).map(F5Trailer.class::cast);
  }

  /** Usual times are digits and separators, so a leading minus is no formula. */
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

  /** Empty unless the packet is ambiguous, like the JSON key. */
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
