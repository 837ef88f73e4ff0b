package io.hopwise.connections.tracking;

import io.hopwise.connections.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often each of a few things was done by whom. Most services have one such count, and a scan
 * has one service a port: a list of one takes a third of the memory that a map does.
 */
final class Tallies<T extends Enum<T>> {
  private static final int MAX_KINDS = 16;

  /** How often what was done by whom. */
  static final class Tally<T extends Enum<T>> {
    final T what;
    final Optional<Actor> by;
    private long count;

    private Tally(T what, Optional<Actor> by) {
      this.what = what;
      this.by = by;
    }

    long count() {
      return count;
    }
  }

  private final List<Tally<T>> tallies = new ArrayList<>(1);

  /** Counts it; of the very many kinds without who it was by. */
  void add(T what, Optional<Actor> by, long count) {
    Tally<T> known = find(what, by);
    if (known == null && tallies.size() >= MAX_KINDS && by.isPresent()) {
      add(what, Optional.empty(), count);
      return;
    }
    if (known == null) {
      known = new Tally<>(what, by);
      tallies.add(known);
    }
    known.count += count;
  }

  void addAll(Tallies<T> others) {
    others.tallies.forEach(tally -> add(tally.what, tally.by, tally.count));
  }

  /** All of them, most frequent first. */
  List<Tally<T>> mostFrequentFirst() {
    return tallies.stream().sorted((one, other) -> Long.compare(other.count, one.count)).toList();
  }

  private @Nullable Tally<T> find(T what, Optional<Actor> by) {
    for (Tally<T> tally : tallies) {
      if (tally.what == what && tally.by.equals(by)) {
        return tally;
      }
    }
    return null;
  }
}
