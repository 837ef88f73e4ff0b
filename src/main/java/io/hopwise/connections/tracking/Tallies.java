package io.hopwise.connections.tracking;

import com.google.common.collect.ImmutableList;
import io.hopwise.connections.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often each of a few things was done by whom. Most services have one such count, and a scan
 * has one service a port: a chain takes a third of the memory that a map does.
 */
final class Tallies<T extends Enum<T>> {
  private static final int MAX_KINDS = 16;

  /** How often what was done by whom. */
  static final class Tally<T extends Enum<T>> {
    final T what;
    final Optional<Actor> by;
    private long count;
    private @Nullable Tally<T> next;

    private Tally(T what, Optional<Actor> by) {
      this.what = what;
      this.by = by;
    }

    long count() {
      return count;
    }
  }

  private @Nullable Tally<T> first;

  /** Counts it; of the very many kinds without who it was by. */
  void add(T what, Optional<Actor> by, long count) {
    Tally<T> last = null;
    int kinds = 0;
    for (Tally<T> tally = first; tally != null; tally = tally.next) {
      if (tally.what == what && tally.by.equals(by)) {
        tally.count += count;
        return;
      }
      last = tally;
      kinds++;
    }
    if (kinds >= MAX_KINDS && by.isPresent()) {
      add(what, Optional.empty(), count);
      return;
    }
    Tally<T> added = new Tally<>(what, by);
    added.count = count;
    if (last == null) {
      first = added;
    } else {
      last.next = added;
    }
  }

  void addAll(Tallies<T> others) {
    for (Tally<T> tally = others.first; tally != null; tally = tally.next) {
      add(tally.what, tally.by, tally.count);
    }
  }

  /** What is made of each of them, most frequent first. */
  <R> ImmutableList<R> mostFrequentFirst(Function<Tally<T>, R> made) {
    Tally<T> only = first;
    if (only != null && only.next == null) {
      return ImmutableList.of(made.apply(only));
    }
    List<Tally<T>> all = new ArrayList<>();
    for (Tally<T> tally = first; tally != null; tally = tally.next) {
      all.add(tally);
    }
    all.sort((one, other) -> Long.compare(other.count, one.count));
    return all.stream().map(made).collect(ImmutableList.toImmutableList());
  }
}
