package io.hopwise;

import com.google.common.collect.ImmutableList;

/**
 * What a reader has read so far.
 *
 * @param packets IP packets
 * @param others frames of other kinds
 * @param notices what tcpdump said of the capture
 * @param rejects texts that could not be read
 * @param ambiguous records whose beginning or end the text does not show
 * @param accounts one account for each time tcpdump says how much it captured, at most the first
 *     {@value #MOST_ACCOUNTS}
 * @since 0.1
 */
public record ReadingSummary(
    long packets,
    long others,
    long notices,
    long rejects,
    long ambiguous,
    ImmutableList<LossAccount> accounts) {
  /** The most accounts that are kept. */
  public static final int MOST_ACCOUNTS = 1000;

  /** Whether every account balances. */
  public boolean balances() {
    return accounts.stream().allMatch(LossAccount::balances);
  }
}
