package io.hopwise.analysis.citation;

import io.hopwise.packet.PrintedTime;
import io.hopwise.text.RecordText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A packet that a finding points to.
 *
 * @param record which packet or other record of the capture it was, 1 for the first
 * @param line the line its text starts on, 1 or more
 * @param time when it was captured, where printed
 * @param ttl its TTL or hop limit, 0 to 255, where printed
 * @param text its own text
 * @param ends from where to where it went
 * @param place the place where it was captured, as {@code Settings.place} or the text names it;
 *     empty where neither does
 * @since 0.1
 */
public record PacketRef(
    long record,
    long line,
    Optional<PrintedTime> time,
    OptionalInt ttl,
    RecordText text,
    Ends ends,
    String place) {

  /** Which packet of the capture it is. */
  public PacketNumber number() {
    return new PacketNumber(record, line);
  }

  /** Whether the link-layer frame before may have carried its text, as {@code -A} prints it. */
  public boolean mayBeTrailer() {
    return text.isPossibleTrailer();
  }

  /** The same packet, captured at a place with this name. */
  public PacketRef at(String name) {
    return name.equals(place) ? this : new PacketRef(record, line, time, ttl, text, ends, name);
  }

  /** The same packet in a capture in which so many records and lines come before it. */
  public PacketRef shifted(long records, long lines) {
    return records == 0 && lines == 0
        ? this
        : new PacketRef(record + records, line + lines, time, ttl, text, ends, place);
  }
}
