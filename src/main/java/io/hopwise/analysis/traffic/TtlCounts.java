package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.memory.ShortList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * TTL levels, packets of the kinds that make up a baseline only.
 *
 * @since 0.1
 */
public final class TtlCounts {
  private static final int MAX_LEVELS = 12;

  /** Paths as long as this are hardly met: a program set such a TTL. */
  private static final int OUTLANDISH = 30;

  List<TtlCount> all = List.of();

  /** The one asked for last: mostly there is no other. */
  private @Nullable TtlCount latest;

  @Nullable TtlCount get(int ttl) {
    TtlCount asked = latest;
    if (asked != null && asked.ttl == ttl) {
      return asked;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).ttl == ttl) {
        latest = all.get(i);
        return latest;
      }
    }
    return null;
  }

  /** Whether a packet of the baseline had this TTL. */
  public boolean has(int ttl) {
    return get(ttl) != null;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** How many different TTLs there are. */
  public int size() {
    return all.size();
  }

  /** How many packets there are. */
  public long count() {
    long sum = 0;
    for (TtlCount level : all) {
      sum += level.counted();
    }
    return sum;
  }

  /** How many packets of this kind there are. */
  public long sum(PacketKind kind) {
    return all.stream().mapToLong(level -> level.count(kind)).sum();
  }

  /** Whether any of them may have started where the given TTL did. */
  public boolean haveStartOf(int ttl) {
    HopSet asked = HopSet.of(ttl);
    return all.stream().anyMatch(level -> HopSet.of(level.ttl).hasStartOf(asked));
  }

  /** Whether any of the distances may be that of the given TTL. */
  public boolean overlaps(int ttl) {
    HopSet asked = HopSet.of(ttl);
    for (TtlCount level : all) {
      if (HopSet.of(level.ttl).overlaps(asked)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the distances is at most so many routers off that of the given TTL. */
  public boolean haveWithin(long routers, int ttl) {
    HopSet asked = HopSet.of(ttl);
    return all.stream()
        .map(level -> HopSet.of(level.ttl).gap(asked))
        .anyMatch(gap -> gap.isPresent() && gap.getAsInt() <= routers);
  }

  /** Whether one of the distances is at least two routers off that of the given TTL. */
  boolean haveAnother(int ttl) {
    HopSet here = HopSet.of(ttl);
    for (TtlCount level : all) {
      if (HopSet.of(level.ttl).gap(here).orElse(0) >= 2) {
        return true;
      }
    }
    return false;
  }

  /** The least distance among these, more than {@link HopSet#MAX_HOPS} if none is plausible. */
  public int nearest() {
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < all.size(); i++) {
      nearest = Math.min(nearest, HopSet.hopsOrFar(all.get(i).ttl));
    }
    return nearest;
  }

  /** Whether there are any, and all of them had passed a router. */
  public boolean areBeyondThisLink() {
    int nearest = nearest();
    return nearest > 0 && nearest <= HopSet.MAX_HOPS;
  }

  /**
   * The greatest distance among these, more than {@link HopSet#MAX_HOPS} if one is not plausible.
   */
  public int farthest() {
    int farthest = all.isEmpty() ? Integer.MAX_VALUE : 0;
    for (int i = 0; i < all.size(); i++) {
      farthest = Math.max(farthest, HopSet.hopsOrFar(all.get(i).ttl));
    }
    return farthest;
  }

  /** Whether all packets agree about DF, and not the way the given one has it. */
  public boolean contradictDf(ObservedPacket seen) {
    long on = all.stream().mapToLong(level -> level.df).sum();
    long off = all.stream().mapToLong(level -> level.noDf).sum();
    return seen.df >= 0 && (seen.df > 0 ? on == 0 && off > 0 : off == 0 && on > 0);
  }

  /** Whether all packets but SYNs have TCP timestamps, and there is one. */
  public boolean allHaveTimestamps() {
    return all.stream().allMatch(level -> level.noTimestamps == 0)
        && all.stream().anyMatch(level -> level.timestamps > 0);
  }

  /** The record of the last packet, if there is one. */
  public OptionalLong lastRecord() {
    return all.stream().mapToLong(level -> level.lastRecord).max();
  }

  /** The levels as data. */
  public ImmutableList<TtlLevel> toLevels() {
    return all.stream()
        .filter(level -> level.counted() > 0)
        .map(level -> level.toLevel(true))
        .collect(ImmutableList.toImmutableList());
  }

  /** The levels without the one of this TTL. */
  public TtlCounts without(int ttl) {
    TtlCounts others = new TtlCounts();
    all.stream().filter(level -> level.ttl != ttl).forEach(others::add);
    return others;
  }

  /** The wanted levels whose distance is less than 30 routers. */
  TtlCounts thatMeasure(Predicate<TtlCount> wanted) {
    boolean measure = true;
    for (TtlCount level : all) {
      measure &= HopSet.hopsOrFar(level.ttl) < OUTLANDISH && wanted.test(level);
    }
    if (measure) {
      return this;
    }
    TtlCounts measures = new TtlCounts();
    all.stream()
        .filter(level -> HopSet.hopsOrFar(level.ttl) < OUTLANDISH)
        .filter(wanted)
        .forEach(measures::add);
    return measures;
  }

  /** The levels that a SYN-ACK was seen with. */
  public TtlCounts ofHandshake() {
    TtlCounts handshake = new TtlCounts();
    all.stream().filter(level -> level.synAcks > 0).forEach(handshake::add);
    return handshake;
  }

  /** How many packets had this TTL. */
  public long count(int ttl) {
    TtlCount level = get(ttl);
    return level == null ? 0 : level.counted();
  }

  /** How many packets of these kinds had this TTL. */
  public long count(int ttl, PacketKind one, PacketKind other) {
    TtlCount level = get(ttl);
    return level == null ? 0 : level.count(one) + level.count(other);
  }

  /** The TTLs, most packets first. */
  public ImmutableList<Integer> ttls() {
    return all.stream()
        .sorted((a, b) -> Long.compare(b.counted(), a.counted()))
        .map(level -> level.ttl)
        .collect(ImmutableList.toImmutableList());
  }

  /** Of a flow, the first few packets of a TTL that carry data or end it; SYNs left out. */
  public ImmutableList<ObservedPacket> carriers(int ttl) {
    TtlCount level = get(ttl);
    return level == null ? ImmutableList.of() : ImmutableList.copyOf(level.carriers);
  }

  /** Whether packets of two TTLs came in turns, rather than all of one before all of the other. */
  public boolean areMixed(int one, int other) {
    TtlCount first = get(one);
    TtlCount second = get(other);
    return first != null
        && second != null
        && first.firstRecord < second.lastRecord
        && second.firstRecord < first.lastRecord;
  }

  /** Adds the packets of other levels, as they are. */
  public void addAll(TtlCounts others) {
    others.all.forEach(level -> getOrAdd(level.ttl).add(level));
  }

  /** Appends those of the later half, whose times are moved by so much. */
  void append(TtlCounts later, LaterHalf half, long moreNanos) {
    later.all.forEach(level -> getOrAdd(level.ttl).append(level, half, moreNanos));
  }

  /**
   * Appends those of the same flow in the later half. Of a flow with one TTL a whole capture keeps
   * no example beyond those that its source needs, so these are left out here, too.
   *
   * @param ofSource the levels of the flow's source before the later half
   * @param ofLater those of the source in the later half
   */
  void appendOfFlow(
      TtlCounts ofSource, TtlCounts later, TtlCounts ofLater, LaterHalf half, long moreNanos) {
    int before = all.stream().mapToInt(level -> level.examples.size()).sum();
    append(later, half, moreNanos);
    if (all.size() == 1) {
      int ttl = all.get(0).ttl;
      all.get(0).leaveOutExamples(before, ofSource.get(ttl), ofLater.get(ttl), half);
    }
  }

  TtlCount getOrAdd(int ttl) {
    TtlCount level = get(ttl);
    if (level != null) {
      return level;
    }
    // A source of random TTLs: the rest is counted with the last, and not judged.
    if (all.size() >= MAX_LEVELS) {
      return all.get(MAX_LEVELS - 1);
    }
    TtlCount added = new TtlCount(ttl);
    add(added);
    return added;
  }

  private void add(TtlCount level) {
    all = ShortList.plus(all, level);
  }
}
