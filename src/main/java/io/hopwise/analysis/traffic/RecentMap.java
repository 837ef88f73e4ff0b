package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that forgets what was not seen for long when it grows beyond its bound, in number or in
 * weight.
 *
 * <p>When something was last seen is a number in the value itself. A {@code LinkedHashMap} in order
 * of access would write several references into old objects at every look, all of which the garbage
 * collector then has to look through. Here what is added waits in line; whoever is first in line
 * when room is needed goes, or to the end of the line if it was seen since it stood there last.
 *
 * @since 0.1
 */
public final class RecentMap<K, V extends RecentMap.Seen<K>> {
  private final Map<K, V> values = new HashMap<>();
  private final ArrayDeque<V> line = new ArrayDeque<>();
  private final int bound;
  private final long heaviest;
  private long weight;
  private long looks;

  /** All in order, until something changes: several rules ask in the end. */
  private @Nullable ImmutableList<V> ordered;

  /** What can be remembered. */
  abstract static class Seen<K> {
    private long lastLook;
    private long lookInLine;
    private long weight;

    /** The key it is remembered under. */
    abstract K key();
  }

  /**
   * An empty map.
   *
   * @param bound how many values there may be
   * @param heaviest how much they may weigh together
   */
  RecentMap(int bound, long heaviest) {
    this.bound = bound;
    this.heaviest = heaviest;
  }

  /** The value of a key, seen by this; null if there is none. */
  @Nullable V see(K key) {
    V known = values.get(key);
    if (known != null) {
      touch(known);
    }
    return known;
  }

  /** The value of a key, not seen by this; null if there is none. */
  @Nullable V peek(K key) {
    return values.get(key);
  }

  /** Adds a value whose key is not known. */
  void add(V value) {
    touch(value);
    values.put(value.key(), value);
    enqueue(value);
  }

  /** A value that is in the map weighs so much more now. */
  void grow(V value, long more) {
    Seen<K> seen = value;
    seen.weight += more;
    weight += more;
  }

  /** How much a value weighs. */
  long weight(V value) {
    Seen<K> seen = value;
    return seen.weight;
  }

  private void enqueue(V value) {
    Seen<K> seen = value;
    seen.lookInLine = seen.lastLook;
    line.add(value);
  }

  private void touch(Seen<K> value) {
    looks++;
    value.lastLook = looks;
    ordered = null;
  }

  /** All values in no order. */
  public Collection<V> values() {
    return values.values();
  }

  /** All values, least recently seen first. */
  ImmutableList<V> inOrder() {
    ImmutableList<V> known = ordered;
    if (known == null) {
      known = sorted(ImmutableList.copyOf(values.values()));
      ordered = known;
    }
    return known;
  }

  /** Sorted as numbers: comparing that many values one by one is a tenth of a short analysis. */
  private static <V extends Seen<?>> ImmutableList<V> sorted(ImmutableList<V> all) {
    int count = all.size();
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      Seen<?> seen = all.get(i);
      order[i] = seen.lastLook * count + i;
    }
    Arrays.sort(order);
    ImmutableList.Builder<V> sorted = ImmutableList.builderWithExpectedSize(count);
    for (long place : order) {
      sorted.add(all.get((int) (place % count)));
    }
    return sorted.build();
  }

  /** Whether it is beyond its bounds. */
  boolean isFull() {
    return values.size() > bound || (weight > heaviest && values.size() > 1);
  }

  /** Removes values until the bound holds; calls {@code forgets} with each before it is removed. */
  void makeRoom(Consumer<V> forgets) {
    while (isFull()) {
      V first = line.remove();
      Seen<K> seen = first;
      // What was just added may be first in line where all others were seen since they stood there.
      if (seen.lookInLine < seen.lastLook || (seen.lastLook == looks && values.size() > 1)) {
        enqueue(first);
        continue;
      }
      forgets.accept(first);
      values.remove(first.key());
      ordered = null;
      weight -= seen.weight;
    }
  }
}
