package io.hopwise;

/**
 * What was read held against what tcpdump says it captured ({@code N packets captured}), for one
 * capture of an input.
 *
 * @param line the line tcpdump says it on, 1 or more
 * @param captured packets that tcpdump says it captured
 * @param read records that were read since the capture began: packets and frames of other kinds
 * @param rejected texts since then that could not be read, each perhaps a record or a piece of one
 * @param ambiguous how many of the records read may not be records, or not whole: where payload
 *     that was printed raw could not be told from them
 * @since 0.1
 */
public record LossAccount(long line, long captured, long read, long rejected, long ambiguous) {
  /** Whether as many records were read as packets were captured. */
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
