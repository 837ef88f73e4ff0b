package io.hopwise.analysis.distance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * A TTL that one source or flow was seen with, and how often.
 *
 * @param ttl the TTL or hop limit, 0 to 255
 * @param kinds how many packets of each kind; only kinds that were seen
 * @param examples a few of the packets, first ones first
 * @param firstRecord the record of the first packet, where known
 * @param lastRecord the record of the last packet, where known
 * @since 0.1
 */
public record TtlLevel(
    int ttl,
    ImmutableSortedMap<PacketKind, Long> kinds,
    ImmutableList<PacketRef> examples,
    OptionalLong firstRecord,
    OptionalLong lastRecord) {
  private static final int EXAMPLES = 4;

  /** A level whose only known packets are the examples. */
  public TtlLevel(
      int ttl, ImmutableSortedMap<PacketKind, Long> kinds, ImmutableList<PacketRef> examples) {
    this(
        ttl,
        kinds,
        examples,
        examples.stream().mapToLong(PacketRef::record).min(),
        examples.stream().mapToLong(PacketRef::record).max());
  }

  /** How many packets there were, of all kinds. */
  public long count() {
    return kinds.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many packets there were of the kinds that make up a baseline. */
  public long counted() {
    return kinds.entrySet().stream()
        .filter(e -> e.getKey().counts())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The distances the TTL allows. */
  public HopSet hops() {
    return HopSet.of(ttl);
  }

  /** The packets in words: {@code 4 echo replies}, {@code 3 echo replies and 1 UDP datagram}. */
  public String words() {
    List<String> words = new ArrayList<>();
    kinds.forEach((kind, count) -> words.add(kind.words(count)));
    return English.and(words);
  }

  /** The same with no more than its first example. */
  public TtlLevel withFirstExample() {
    return new TtlLevel(
        ttl, kinds, examples.subList(0, Math.min(1, examples.size())), firstRecord, lastRecord);
  }

  /** Both levels as one; they must have the same TTL. */
  public TtlLevel plus(TtlLevel other) {
    Map<PacketKind, Long> sum = new TreeMap<>(kinds);
    other.kinds.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
    Map<Long, PacketRef> both = new TreeMap<>();
    examples.forEach(example -> both.put(example.record(), example));
    other.examples.forEach(example -> both.put(example.record(), example));
    return new TtlLevel(
        ttl,
        ImmutableSortedMap.copyOf(sum),
        both.values().stream().limit(EXAMPLES).collect(ImmutableList.toImmutableList()),
        LongStream.concat(firstRecord.stream(), other.firstRecord.stream()).min(),
        LongStream.concat(lastRecord.stream(), other.lastRecord.stream()).max());
  }

  /**
   * The same level, each example captured at the place it came from.
   *
   * @param places the name of the place of a record
   */
  public TtlLevel at(LongFunction<String> places) {
    return new TtlLevel(
        ttl,
        kinds,
        examples.stream()
            .map(example -> example.at(places.apply(example.record())))
            .collect(ImmutableList.toImmutableList()),
        firstRecord,
        lastRecord);
  }

  /** The same level in a capture in which so many records and lines come before it. */
  public TtlLevel shifted(long records, long lines) {
    return new TtlLevel(
        ttl,
        kinds,
        examples.stream()
            .map(example -> example.shifted(records, lines))
            .collect(ImmutableList.toImmutableList()),
        moved(firstRecord, records),
        moved(lastRecord, records));
  }

  private static OptionalLong moved(OptionalLong record, long records) {
    return record.isPresent() ? OptionalLong.of(record.getAsLong() + records) : record;
  }
}
