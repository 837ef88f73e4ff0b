package io.hopwise.analysis.distance;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;

/**
 * How many routers a packet may have passed, by the TTL it arrived with.
 *
 * <p>Senders start at 64, 128 or 255, and every router takes one away. Hardly any path of the
 * Internet is longer than 32 routers, so nearly every TTL has exactly one candidate, and some have
 * none. The bound is that of the literature: few hosts are more than 30 hops apart (Wang, Jin and
 * Shin, "Defense Against Spoofed IP Traffic Using Hop-Count Filtering", IEEE/ACM Transactions on
 * Networking 15(1), 2007), and those distances leave a gap between the usual initial TTLs.
 *
 * @param ttl the observed TTL or hop limit, 0 to 255
 * @param candidates the plausible initial TTLs with their distances; empty where none is plausible
 * @since 0.1
 */
public record HopSet(int ttl, ImmutableList<Candidate> candidates) {
  /** The longest plausible path, in routers. */
  public static final int MAX_HOPS = 32;

  private static final int FAR = 255;

  private static final ImmutableList<Integer> COMMON = ImmutableList.of(64, 128, 255);
  private static final ImmutableList<Integer> UNUSUAL = ImmutableList.of(30, 32, 60);
  private static final ImmutableList<HopSet> ALL = all();
  private static final int[] HOPS = ALL.stream().mapToInt(set -> set.hops().orElse(FAR)).toArray();

  /**
   * One way to read a TTL.
   *
   * @param initial the TTL the sender started with
   * @param hops the routers passed, 0 to 32: 0 is this host or this link
   */
  public record Candidate(int initial, int hops) {}

  /**
   * The distances a TTL allows.
   *
   * @param ttl 0 to 255
   * @throws IndexOutOfBoundsException if it is anything else
   */
  public static HopSet of(int ttl) {
    return ALL.get(ttl);
  }

  /**
   * The distance that a TTL tells, in routers; more than {@link #MAX_HOPS} where none is plausible,
   * so that such a TTL counts as farther than all others.
   *
   * @param ttl 0 to 255
   * @throws IndexOutOfBoundsException if it is anything else
   */
  public static int hopsOrFar(int ttl) {
    return HOPS[ttl];
  }

  /** Whether any distance is plausible. */
  public boolean isPlausible() {
    return !candidates.isEmpty();
  }

  /** The distance in routers; empty where none is plausible. */
  public OptionalInt hops() {
    // Ascending initial TTLs: the first candidate is the nearest.
    return candidates.isEmpty() ? OptionalInt.empty() : OptionalInt.of(candidates.get(0).hops());
  }

  /** Whether both may come from the same distance. */
  public boolean overlaps(HopSet other) {
    for (Candidate mine : candidates) {
      for (Candidate theirs : other.candidates) {
        if (mine.hops == theirs.hops) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether both may have started at the same TTL. */
  public boolean hasStartOf(HopSet other) {
    return candidates.stream()
        .anyMatch(mine -> other.candidates.stream().anyMatch(o -> o.initial == mine.initial));
  }

  /**
   * How many routers lie between the two distances at least; empty where one of the TTLs has no
   * plausible distance.
   */
  public OptionalInt gap(HopSet other) {
    if (candidates.isEmpty() || other.candidates.isEmpty()) {
      return OptionalInt.empty();
    }
    int least = MAX_HOPS;
    for (Candidate mine : candidates) {
      for (Candidate theirs : other.candidates) {
        least = Math.min(least, Math.abs(mine.hops - theirs.hops));
      }
    }
    return OptionalInt.of(least);
  }

  /**
   * Readings by the initial TTLs of a few old stacks, 30, 32 and 60: worth a mention, never enough
   * to locate a sender.
   */
  public ImmutableList<Candidate> unusual() {
    return read(ttl, UNUSUAL);
  }

  private static ImmutableList<HopSet> all() {
    ImmutableList.Builder<HopSet> sets = ImmutableList.builder();
    for (int ttl = 0; ttl <= 255; ttl++) {
      sets.add(new HopSet(ttl, read(ttl, COMMON)));
    }
    return sets.build();
  }

  private static ImmutableList<Candidate> read(int ttl, ImmutableList<Integer> initials) {
    return initials.stream()
        .filter(initial -> initial >= ttl && initial - ttl <= MAX_HOPS)
        .map(initial -> new Candidate(initial, initial - ttl))
        .collect(ImmutableList.toImmutableList());
  }
}
