package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.TtlLevel;
import java.util.function.LongFunction;

/**
 * What a packet was compared with: the TTL levels of the same flow or source, never an average.
 *
 * @param scope how close the comparison is
 * @param levels the TTLs seen, with their counts
 * @since 0.1
 */
public record Baseline(Scope scope, ImmutableList<TtlLevel> levels) {
  /** The same, each packet captured at the place it came from. */
  Baseline at(LongFunction<String> places) {
    return new Baseline(
        scope,
        levels.stream().map(level -> level.at(places)).collect(ImmutableList.toImmutableList()));
  }

  /** How many packets there are to compare with. */
  public long count() {
    return levels.stream().mapToLong(TtlLevel::counted).sum();
  }
}
