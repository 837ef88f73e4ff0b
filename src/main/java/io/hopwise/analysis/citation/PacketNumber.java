package io.hopwise.analysis.citation;

/**
 * Which packet of a capture it is.
 *
 * @param record which packet or other record it was, 1 for the first
 * @param line the line its text starts on, 1 or more; 0 where that is not remembered
 * @since 0.1
 */
public record PacketNumber(long record, long line) {
  /** The same packet in a capture in which so many records and lines come before it. */
  public PacketNumber shifted(long records, long lines) {
    return new PacketNumber(record + records, line == 0 ? 0 : line + lines);
  }
}
