package io.hopwise;

import com.google.common.collect.ImmutableList;
import io.hopwise.text.PastedForm;

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
 * @param pasted how the text was taken where it is not as tcpdump printed it; the first few forms
 * @since 0.1
 */
public record ReadingSummary(
    long packets,
    long others,
    long notices,
    long rejects,
    long ambiguous,
    ImmutableList<LossAccount> accounts,
    ImmutableList<PastedForm> pasted) {
  /** The most accounts that are kept. */
  public static final int MOST_ACCOUNTS = 1000;

  /** Whether every account balances. */
  public boolean balances() {
    return accounts.stream().allMatch(LossAccount::balances);
  }
}
