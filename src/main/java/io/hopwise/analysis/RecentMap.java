package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that forgets what was not seen for longest when it grows beyond its bound.
 *
 * <p>When something was last seen is a number in the value itself. A {@code LinkedHashMap} in order
 * of access would write several references into old objects at every look, all of which the garbage
 * collector then has to look through. Here order is made only when room is needed, for an eighth of
 * the bound at a time.
 */
final class RecentMap<K, V extends RecentMap.Seen<K>> {
  private static final int BATCHES = 8;

  private final Map<K, V> values = new HashMap<>();
  private final int bound;
  private long looks;

  /** What can be remembered. */
  abstract static class Seen<K> {
    private long lastLook;

    /** The key it is remembered under. */
    abstract K key();
  }

  RecentMap(int bound) {
    this.bound = bound;
  }

  /** The value of a key, seen by this; null if there is none. */
  @Nullable V see(K key) {
    V known = values.get(key);
    if (known != null) {
      touch(known);
    }
    return known;
  }

  void add(V value) {
    touch(value);
    values.put(value.key(), value);
  }

  private void touch(Seen<K> value) {
    looks++;
    value.lastLook = looks;
  }

  /** All values in no order. */
  Collection<V> values() {
    return values.values();
  }

  /** All values, least recently seen first. */
  ImmutableList<V> inOrder() {
    return ImmutableList.sortedCopyOf(
        Comparator.comparingLong(RecentMap::lastLook), values.values());
  }

  private static long lastLook(Seen<?> value) {
    return value.lastLook;
  }

  /** Keeps to the bound; what is to be forgotten is told before, least recently seen first. */
  void makeRoom(Consumer<V> forgets) {
    int most = values.size() <= bound ? values.size() : bound - bound / BATCHES;
    if (values.size() == most) {
      return;
    }
    for (V gone : first(values.size() - most)) {
      forgets.accept(gone);
      values.remove(gone.key());
    }
  }

  /** So many of the values, those not seen for longest, in order. */
  private ImmutableList<V> first(int count) {
    long last =
        values.values().stream()
            .mapToLong(RecentMap::lastLook)
            .sorted()
            .skip(count - 1L)
            .findFirst()
            .orElse(0);
    return values.values().stream()
        .filter(value -> lastLook(value) <= last)
        .sorted(Comparator.comparingLong(RecentMap::lastLook))
        .collect(ImmutableList.toImmutableList());
  }
}
