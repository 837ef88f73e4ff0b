package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.memory.ShortList;
import io.hopwise.packet.TcpFlags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is remembered of all packets of one source or flow that had the same TTL. */
final class TtlCount {
  /** How many packets of a TTL of a flow that carry something are remembered one by one. */
  static final int MAX_CARRIERS = 8;

  /** As many where there is but one TTL: mostly there will be no other. */
  static final int FEW_CARRIERS = 4;

  /** How many packets of a TTL serve as examples. */
  static final int MAX_EXAMPLES = 4;

  private static final PacketKind[] KINDS = PacketKind.values();
  private static final int NO_KIND = -1;
  private static final long HOUR = 3_600_000_000_000L;
  private static final int NONE = -1;
  private static final int SEVERAL = -2;
  private static final long[] NO_COUNTS = {};

  final int ttl;

  /**
   * The kind of its first packet, by slot, and how many packets of it there are: mostly all are.
   */
  private int firstKind = NO_KIND;

  private long ofFirstKind;

  /** How many packets of each other kind, by slot, as far as needed. */
  private long[] ofOtherKinds = NO_COUNTS;

  List<PacketRef> examples = List.of();

  /** Of a flow, the first that carry data or end it: they may have been slipped in. */
  List<ObservedPacket> carriers = List.of();

  long firstRecord;
  long firstLine;
  long lastRecord;
  long firstNanos = ObservedPacket.NO_TIME;
  long lastNanos = ObservedPacket.NO_TIME;
  long idRecord;
  long idNanos = ObservedPacket.NO_TIME;
  int id = -1;
  long df;
  long noDf;
  long timestamps;
  long noTimestamps;
  long synAcks;

  /**
   * The window of its packets where all are ACKs without data and with one window; {@link #NONE}
   * where there is no packet, {@link #SEVERAL} where they differ.
   */
  int probeWindow = NONE;

  TtlCount(int ttl) {
    this.ttl = ttl;
  }

  /** Counts a packet; keeps the first few texts as examples. */
  void add(ObservedPacket seen) {
    count(seen.kind.slot(), 1);
    firstLine = firstRecord == 0 ? seen.line : firstLine;
    firstRecord = firstRecord == 0 ? seen.record : firstRecord;
    lastRecord = seen.record;
    firstNanos = firstNanos == ObservedPacket.NO_TIME ? seen.nanos : firstNanos;
    lastNanos = seen.nanos == ObservedPacket.NO_TIME ? lastNanos : seen.nanos;
    if (seen.id > 0 && seen.kind.counts()) {
      id = seen.id;
      idRecord = seen.record;
      idNanos = seen.nanos;
    }
    PacketRef ref = seen.ref;
    if (ref != null && examples.size() < MAX_EXAMPLES) {
      examples = ShortList.plus(examples, ref);
    }
    df += seen.df > 0 ? 1 : 0;
    noDf += seen.df == 0 ? 1 : 0;
    if (seen.flags >= 0 && !seen.has(TcpFlags.SYN)) {
      timestamps += seen.timestamps ? 1 : 0;
      noTimestamps += seen.timestamps ? 0 : 1;
    }
    synAcks += seen.isSynAck() ? 1 : 0;
    if (seen.kind.counts()) {
      addWindow(seen.isBareAck() ? seen.window : SEVERAL);
    }
  }

  private void addWindow(int window) {
    probeWindow = probeWindow == NONE || probeWindow == window ? window : SEVERAL;
  }

  private void count(int slot, long number) {
    if (firstKind == NO_KIND) {
      firstKind = slot;
    }
    if (slot == firstKind) {
      ofFirstKind += number;
      return;
    }
    if (slot >= ofOtherKinds.length) {
      ofOtherKinds = Arrays.copyOf(ofOtherKinds, slot + 1);
    }
    ofOtherKinds[slot] += number;
  }

  /** Whether the time is no further than an hour from those of its packets, as far as known. */
  boolean isNear(long nanos) {
    boolean timed = nanos != ObservedPacket.NO_TIME && firstNanos != ObservedPacket.NO_TIME;
    return !timed || (nanos >= firstNanos - HOUR && nanos <= lastNanos + HOUR);
  }

  /** The first of them. */
  PacketNumber first() {
    return new PacketNumber(firstRecord, firstLine);
  }

  /** Adds the packets of another one of the same TTL, whose records and times are the same's. */
  void add(TtlCount other) {
    add(other, other.examples, new PacketNumber(0, 0), 0);
  }

  /** Appends those of the later half, whose times are moved by so much. */
  void append(TtlCount later, LaterHalf half, long moreNanos) {
    List<PacketRef> moved = later.examples.stream().map(half::copy).toList();
    add(later, moved, new PacketNumber(half.records(), half.lines()), moreNanos);
    later.carriers.forEach(seen -> addCarrier(half.copy(seen), MAX_CARRIERS));
  }

  private void add(TtlCount later, List<PacketRef> moved, PacketNumber before, long nanos) {
    long records = before.record();
    for (PacketKind kind : KINDS) {
      if (later.count(kind) > 0) {
        count(kind.slot(), later.count(kind));
      }
    }
    for (PacketRef example : moved) {
      if (examples.size() < MAX_EXAMPLES) {
        examples = ShortList.plus(examples, example);
      }
    }
    if (firstRecord == 0) {
      PacketNumber first = later.first().shifted(records, before.line());
      firstRecord = first.record();
      firstLine = first.line();
    }
    lastRecord = Math.max(lastRecord, later.lastRecord + records);
    if (later.firstNanos != ObservedPacket.NO_TIME) {
      boolean first = firstNanos == ObservedPacket.NO_TIME;
      firstNanos = first ? later.firstNanos + nanos : firstNanos;
      lastNanos = later.lastNanos + nanos;
    }
    if (later.id > 0) {
      id = later.id;
      idRecord = later.idRecord + records;
      idNanos =
          later.idNanos == ObservedPacket.NO_TIME ? ObservedPacket.NO_TIME : later.idNanos + nanos;
    }
    df += later.df;
    noDf += later.noDf;
    timestamps += later.timestamps;
    noTimestamps += later.noTimestamps;
    synAcks += later.synAcks;
    if (later.probeWindow != NONE) {
      addWindow(later.probeWindow);
    }
  }

  /** Leaves out those that a whole capture would not have kept, as the source had enough. */
  void leaveOutExamples(
      int before, @Nullable TtlCount ofSource, @Nullable TtlCount ofLater, LaterHalf half) {
    List<PacketRef> wanted = new ArrayList<>();
    for (PacketRef example : examples) {
      long seen = wanted.size() < before || ofSource == null ? 0 : ofSource.examples.size();
      if (wanted.size() >= before && ofLater != null) {
        seen +=
            ofLater.examples.stream()
                .filter(e -> half.record(e.record()) < example.record())
                .count();
      }
      if (wanted.isEmpty() || seen < MAX_EXAMPLES) {
        wanted.add(example);
      }
    }
    examples = List.copyOf(wanted);
  }

  void addCarrier(ObservedPacket seen, int most) {
    if (carriers.size() < most) {
      carriers = ShortList.plus(carriers, seen);
    }
  }

  long counted() {
    long sum = 0;
    for (PacketKind kind : KINDS) {
      sum += kind.counts() ? count(kind) : 0;
    }
    return sum;
  }

  /** How many packets there are, of all kinds. */
  long all() {
    long sum = ofFirstKind;
    for (long others : ofOtherKinds) {
      sum += others;
    }
    return sum;
  }

  long count(PacketKind kind) {
    if (kind.slot() == firstKind) {
      return ofFirstKind;
    }
    return kind.slot() < ofOtherKinds.length ? ofOtherKinds[kind.slot()] : 0;
  }

  /** This level as data; with {@code countedOnly}, of the kinds that make up a baseline only. */
  TtlLevel toLevel(boolean countedOnly) {
    ImmutableSortedMap.Builder<PacketKind, Long> told = ImmutableSortedMap.naturalOrder();
    for (PacketKind kind : KINDS) {
      if (count(kind) > 0 && (kind.counts() || !countedOnly)) {
        told.put(kind, count(kind));
      }
    }
    return new TtlLevel(
        ttl, told.build(), ImmutableList.copyOf(examples), known(firstRecord), known(lastRecord));
  }

  private static OptionalLong known(long record) {
    return record == 0 ? OptionalLong.empty() : OptionalLong.of(record);
  }
}
