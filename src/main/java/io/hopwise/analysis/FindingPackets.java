package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.facts.FactCollector;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.analysis.traffic.ObservedPacket;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The packets that a finding is about: how many, the first ones, and what they have in common. */
final class FindingPackets {
  /** How many packets are kept one by one. */
  static final int MAX_KEPT = 256;

  private long count;
  private final FactCollector facts = new FactCollector();
  private final TreeSet<Long> records = new TreeSet<>();
  private final TreeMap<Long, PacketRef> kept = new TreeMap<>();
  private final TreeMap<Integer, TtlLevel> levels = new TreeMap<>();

  /**
   * Adds a packet. The same one again counts once, as far as it is among the first {@link
   * #MAX_KEPT}; whether its text is kept makes no difference.
   */
  void add(ObservedPacket seen) {
    if (!isNew(seen.record())) {
      return;
    }
    PacketRef ref = seen.ref().orElse(null);
    if (ref != null) {
      keep(ref);
    }
    count++;
    facts.add(seen);
    seen.ttl().ifPresent(ttl -> add(ttl, seen.kind(), 1, ref));
  }

  /** Adds packets that are known by number only; those with a TTL below 0 have none. */
  void add(int ttl, PacketKind kind, long number) {
    count += number;
    if (ttl >= 0 && number > 0) {
      add(ttl, kind, number, null);
    }
  }

  /** Adds a packet that has no TTL worth a mention. */
  void add(PacketRef ref) {
    if (isNew(ref.record())) {
      keep(ref);
      count++;
    }
  }

  private boolean isNew(long record) {
    boolean added = records.add(record);
    if (records.size() > MAX_KEPT) {
      records.pollLast();
    }
    return added;
  }

  private void keep(PacketRef ref) {
    kept.put(ref.record(), ref);
    if (kept.size() > MAX_KEPT) {
      kept.pollLastEntry();
    }
  }

  private void add(int ttl, PacketKind kind, long number, @Nullable PacketRef ref) {
    ImmutableList<PacketRef> examples = ref == null ? ImmutableList.of() : ImmutableList.of(ref);
    add(new TtlLevel(ttl, ImmutableSortedMap.of(kind, number), examples));
  }

  private void add(TtlLevel level) {
    levels.merge(level.ttl(), level, TtlLevel::plus);
  }

  /** Appends those of the later half of a capture, so many records and lines further on. */
  void append(FindingPackets later, long moreRecords, long lines) {
    count += later.count;
    facts.addAll(later.facts);
    later.kept.values().forEach(ref -> keep(ref.shifted(moreRecords, lines)));
    later.records.forEach(record -> isNew(record + moreRecords));
    later.levels.values().forEach(level -> add(level.shifted(moreRecords, lines)));
  }

  long count() {
    return count;
  }

  /** Those kept, first ones first. */
  ImmutableList<PacketRef> kept() {
    return ImmutableList.copyOf(kept.values());
  }

  ImmutableList<TtlLevel> levels() {
    return ImmutableList.copyOf(levels.values());
  }

  /** Whether there are any, and each of them may be words that another frame carried. */
  boolean mayAllBeTrailers() {
    return !kept.isEmpty() && kept.values().stream().allMatch(PacketRef::mayBeTrailer);
  }

  /** Who and what they are. */
  Facts facts() {
    return facts.facts(records, count);
  }
}
