package io.hopwise;

/**
 * Compares what was read with what tcpdump says it captured ({@code N packets captured}), for one
 * capture of an input.
 *
 * @param line the line tcpdump says it on, 1 or more
 * @param captured how many packets tcpdump says it captured
 * @param read how many records were read since the capture began: packets and frames of other kinds
 * @param rejected how many texts could not be read since then; each may be a record or part of one
 * @param ambiguous how many of the records read may in fact be payload that {@code tcpdump -A}
 *     printed, or may be incomplete
 * @since 0.1
 */
public record LossAccount(long line, long captured, long read, long rejected, long ambiguous) {
  /** Whether the number of records read equals the number of packets captured. */
  public boolean balances() {
    return captured == read;
  }

  /** One line a person can read. */
  @Override
  public String toString() {
    String rest = balances() ? "" : ": " + Math.abs(captured - read) + difference();
    return "line " + line + ": tcpdump captured " + captured + ", read " + read + rest;
  }

  private String difference() {
    return captured > read ? " missing (" + rejected + " texts not readable)" : " too many";
  }
}
