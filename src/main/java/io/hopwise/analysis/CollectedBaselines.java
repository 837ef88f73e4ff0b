package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.TtlLevel;
import java.util.TreeMap;

/** What the packets of a finding were compared with: the TTLs of flows and sources, by scope. */
final class CollectedBaselines {
  private static final int MAX_ORIGINS = 64;

  private final TreeMap<Scope, TreeMap<String, ImmutableList<TtlLevel>>> origins = new TreeMap<>();

  /** Sets the levels of a flow or source: told again, they replace themselves. */
  void put(Scope scope, String origin, ImmutableList<TtlLevel> levels) {
    TreeMap<String, ImmutableList<TtlLevel>> known =
        origins.computeIfAbsent(scope, s -> new TreeMap<>());
    if (known.size() < MAX_ORIGINS || known.containsKey(origin)) {
      known.put(origin, levels);
    }
  }

  /** All of them, narrowest scope first. */
  ImmutableList<Baseline> all() {
    ImmutableList.Builder<Baseline> all = ImmutableList.builder();
    origins.forEach((scope, known) -> all.add(new Baseline(scope, sum(known.values()))));
    return all.build();
  }

  /** How many flows or sources the levels of a scope are of. */
  int count(Scope scope) {
    return origins.getOrDefault(scope, new TreeMap<>()).size();
  }

  /** Adds those of the later half of a capture, so many records and lines further on. */
  void append(CollectedBaselines later, long records, long lines) {
    later.origins.forEach(
        (scope, known) ->
            known.forEach((origin, levels) -> append(scope, origin, levels, records, lines)));
  }

  private void append(
      Scope scope, String origin, ImmutableList<TtlLevel> levels, long records, long lines) {
    ImmutableList<TtlLevel> shifted =
        levels.stream()
            .map(level -> level.shifted(records, lines))
            .collect(ImmutableList.toImmutableList());
    ImmutableList<TtlLevel> mine = origins.computeIfAbsent(scope, s -> new TreeMap<>()).get(origin);
    put(scope, origin, mine == null ? shifted : sum(ImmutableList.of(mine, shifted)));
  }

  private static ImmutableList<TtlLevel> sum(Iterable<ImmutableList<TtlLevel>> lists) {
    TreeMap<Integer, TtlLevel> sum = new TreeMap<>();
    for (ImmutableList<TtlLevel> levels : lists) {
      levels.forEach(level -> sum.merge(level.ttl(), level, TtlLevel::plus));
    }
    return ImmutableList.copyOf(sum.values());
  }
}
