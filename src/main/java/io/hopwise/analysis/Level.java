package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.hopwise.packet.TcpFlags;
import java.util.ArrayList;
import java.util.List;

/** What is remembered of all packets of one source or flow that had the same TTL. */
final class Level {
  /** How many packets of a TTL of a flow that carry something are remembered one by one. */
  static final int MAX_CARRIERS = 8;

  /** As many where there is but one TTL: mostly there will be no other. */
  static final int FEW_CARRIERS = 4;

  /** How many packets of a TTL serve as examples. */
  static final int MAX_EXAMPLES = 4;

  private static final Kind[] KINDS = Kind.values();

  final int ttl;
  final long[] kinds = new long[KINDS.length];
  List<PacketRef> examples = List.of();

  /** Of a flow, the first that carry data or end it: they may have been slipped in. */
  List<Sighting> carriers = List.of();

  long firstRecord;
  long lastRecord;
  long idRecord;
  long idNanos = Sighting.NO_TIME;
  int id = -1;
  long df;
  long noDf;
  long timestamps;
  long noTimestamps;
  long synAcks;

  Level(int ttl) {
    this.ttl = ttl;
  }

  /** Counts a packet; keeps the first few texts as examples. */
  void add(Sighting seen) {
    kinds[seen.kind.slot]++;
    firstRecord = firstRecord == 0 ? seen.record : firstRecord;
    lastRecord = seen.record;
    if (seen.id > 0 && seen.kind.counts()) {
      id = seen.id;
      idRecord = seen.record;
      idNanos = seen.nanos;
    }
    PacketRef ref = seen.ref;
    if (ref != null && examples.size() < MAX_EXAMPLES) {
      examples = grown(examples);
      examples.add(ref);
    }
    df += seen.df > 0 ? 1 : 0;
    noDf += seen.df == 0 ? 1 : 0;
    if (seen.flags >= 0 && !seen.has(TcpFlags.SYN)) {
      timestamps += seen.timestamps ? 1 : 0;
      noTimestamps += seen.timestamps ? 0 : 1;
    }
    synAcks += seen.isSynAck() ? 1 : 0;
  }

  /** The list, to be added to: an empty one costs nothing until then. */
  static <T> List<T> grown(List<T> list) {
    return list.isEmpty() ? new ArrayList<>(1) : list;
  }

  /** Adds what a later half remembers, moved behind this one. */
  void add(Level later, long records, long lines, long nanos) {
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] += later.kinds[i];
    }
    for (PacketRef example : later.examples) {
      if (examples.size() < MAX_EXAMPLES) {
        examples = grown(examples);
        examples.add(example.shifted(records, lines));
      }
    }
    firstRecord = firstRecord == 0 ? later.firstRecord + records : firstRecord;
    lastRecord = Math.max(lastRecord, later.lastRecord + records);
    if (later.id > 0) {
      id = later.id;
      idRecord = later.idRecord + records;
      idNanos = later.idNanos == Sighting.NO_TIME ? Sighting.NO_TIME : later.idNanos + nanos;
    }
    df += later.df;
    noDf += later.noDf;
    timestamps += later.timestamps;
    noTimestamps += later.noTimestamps;
    synAcks += later.synAcks;
  }

  void addCarrier(Sighting seen, int most) {
    if (carriers.size() < most) {
      carriers = grown(carriers);
      carriers.add(seen);
    }
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
    return new TtlLevel(ttl, told.build(), ImmutableList.copyOf(examples));
  }
}
