package io.hopwise.analysis.facts;

import com.google.common.collect.ImmutableList;

/**
 * Values that occur in the packets of a finding, each once.
 *
 * @param values the values in their order: addresses and ports as numbers; at most {@link #KEPT}
 * @param count how many there are in all
 * @param complete whether the count is exact; false where there were too many to tell apart, and
 *     there may be more
 * @since 0.1
 */
public record DistinctValues<T>(ImmutableList<T> values, long count, boolean complete) {
  /** How many values are listed. */
  public static final int KEPT = 256;

  /** No value. */
  public static <T> DistinctValues<T> none() {
    return new DistinctValues<>(ImmutableList.of(), 0, true);
  }

  /** Whether there is exactly one. */
  public boolean isOne() {
    return complete && count == 1;
  }
}
