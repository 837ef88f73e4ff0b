package io.hopwise.packet;

import io.hopwise.text.RecordText;
import io.hopwise.text.SafeText;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A captured frame without a readable IP header: ARP, STP, LLDP and so on, or an IP packet whose
 * addresses were not captured.
 *
 * @param text the lines it was read from
 * @param number the packet number, 1 or more, printed with {@code tcpdump -#}
 * @param time when it was captured, absent with {@code tcpdump -t}
 * @param link what was printed between the time and the frame's own text
 * @param description the frame's own text as printed, lines joined by line feeds
 * @since 0.1
 */
public record OtherRecord(
    RecordText text,
    OptionalLong number,
    Optional<PrintedTime> time,
    LinkLayer link,
    String description)
    implements Entry {
  /** The lines it was read from, safe to show. */
  @Override
  public String toString() {
    return text.length() > 0 ? text.shown() : SafeText.line(description);
  }

  /** This record, read from other lines. */
  public OtherRecord withText(RecordText newText) {
    return new OtherRecord(newText, number, time, link, description);
  }
}
