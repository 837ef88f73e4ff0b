package io.hopwise.analysis.citation;

/**
 * How packets are pointed to in words.
 *
 * @since 0.1
 */
public enum Citation {
  /** By the line their text starts on: where the text is at hand. */
  LINE("line", "lines"),
  /**
   * By their number in the capture file that the text was printed from, where no packet was left
   * out: as Wireshark numbers them.
   */
  FRAME("frame", "frames");

  private final String one;
  private final String many;

  Citation(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** The word before so many numbers: {@code line}, {@code frames}. */
  public String word(long count) {
    return count == 1 ? one : many;
  }

  /**
   * The number of a packet.
   *
   * @param line the line its text starts on
   * @param record which record of the capture it is
   */
  public long number(long line, long record) {
    return this == LINE ? line : record;
  }
}
