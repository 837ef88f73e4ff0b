package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of all packets of one source or flow that had the same TTL. */
final class Level {
  private static final Kind[] KINDS = Kind.values();

  final int ttl;
  final long[] kinds = new long[KINDS.length];
  final List<Sighting> first = new ArrayList<>(1);
  @Nullable Sighting last;
  @Nullable Sighting lastWithId;
  long df;
  long noDf;
  long timestamps;
  long noTimestamps;
  long synAcks;

  Level(int ttl) {
    this.ttl = ttl;
  }

  void add(Sighting seen, int keep) {
    kinds[seen.kind.slot]++;
    last = seen;
    if (seen.id > 0 && seen.kind.counts()) {
      lastWithId = seen;
    }
    if (first.size() < keep) {
      first.add(seen);
    }
    df += seen.df > 0 ? 1 : 0;
    noDf += seen.df == 0 ? 1 : 0;
    if (seen.flags >= 0 && !seen.has(io.hopwise.packet.TcpFlags.SYN)) {
      timestamps += seen.timestamps ? 1 : 0;
      noTimestamps += seen.timestamps ? 0 : 1;
    }
    synAcks += seen.isSynAck() ? 1 : 0;
  }

  void add(Level later, int keep) {
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] += later.kinds[i];
    }
    for (Sighting seen : later.first) {
      if (first.size() < keep) {
        first.add(seen);
      }
    }
    last = later.last;
    lastWithId = later.lastWithId == null ? lastWithId : later.lastWithId;
    df += later.df;
    noDf += later.noDf;
    timestamps += later.timestamps;
    noTimestamps += later.noTimestamps;
    synAcks += later.synAcks;
  }

  long counted() {
    long sum = 0;
    for (Kind kind : KINDS) {
      sum += kind.counts() ? kinds[kind.slot] : 0;
    }
    return sum;
  }

  long count(Kind kind) {
    return kinds[kind.slot];
  }

  /** This level as told to others; with only the kinds that make up a baseline if so wished. */
  TtlLevel told(boolean countedOnly) {
    ImmutableSortedMap.Builder<Kind, Long> told = ImmutableSortedMap.naturalOrder();
    for (Kind kind : KINDS) {
      if (kinds[kind.slot] > 0 && (kind.counts() || !countedOnly)) {
        told.put(kind, kinds[kind.slot]);
      }
    }
    ImmutableList.Builder<PacketRef> examples = ImmutableList.builder();
    for (Sighting seen : first) {
      PacketRef ref = seen.ref;
      if (ref != null && (seen.kind.counts() || !countedOnly)) {
        examples.add(ref);
      }
    }
    return new TtlLevel(ttl, told.build(), examples.build());
  }
}
