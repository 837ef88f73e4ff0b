package io.hopwise.analysis.traffic;

import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.place.Place;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The later half of a capture while it is appended to the earlier one: how far its records, lines
 * and times are moved, and which copies stand for its flows and packets there.
 *
 * @since 0.1
 */
public final class LaterHalf {
  private final long records;
  private final long lines;
  private final Map<Place, Place> places;
  private final Place otherPlaces;
  private final Map<Place, Long> nanos;
  private final IdentityHashMap<ObservedPacket, ObservedPacket> packets = new IdentityHashMap<>();
  private final IdentityHashMap<Flow, Flow> flows = new IdentityHashMap<>();

  /**
   * A later half.
   *
   * @param records how many records stand before it
   * @param lines by how many lines it is moved
   * @param places the place in the whole capture for each of its places
   * @param otherPlaces the place for those not among them
   * @param nanos how many nanoseconds are added to the times of each place; 0 for the others
   */
  public LaterHalf(
      long records,
      long lines,
      Map<Place, Place> places,
      Place otherPlaces,
      Map<Place, Long> nanos) {
    this.records = records;
    this.lines = lines;
    this.places = places;
    this.otherPlaces = otherPlaces;
    this.nanos = nanos;
  }

  /** How many records stand before it. */
  public long records() {
    return records;
  }

  /** By how many lines it is moved. */
  public long lines() {
    return lines;
  }

  /** The flow that a flow of it is part of in the whole capture; null if it was forgotten. */
  public @Nullable Flow flow(Flow later) {
    return flows.get(later);
  }

  /** How much is added to the times of a flow of it, in nanoseconds. */
  public long nanos(Flow later) {
    return nanos(later.source);
  }

  long nanos(Source later) {
    return nanos.getOrDefault(later.place, 0L);
  }

  /** A record's number in the whole capture; 0 stays 0, for none. */
  long record(long later) {
    return later == 0 ? 0 : later + records;
  }

  /** The record noted in the earlier half, else the one noted in this; 0 for none. */
  public long first(long earlier, long later) {
    return earlier == 0 ? record(later) : earlier;
  }

  /** The place in the whole capture for each of its places. */
  public Map<Place, Place> places() {
    return places;
  }

  Place place(Source later) {
    return places.getOrDefault(later.place, otherPlaces);
  }

  void put(Flow later, Flow whole) {
    flows.put(later, whole);
  }

  /** An ICMP error as it is in the whole capture. */
  public IcmpError copy(IcmpError note) {
    return note.of(copy(note.error()));
  }

  /** A packet to point to as it is in the whole capture. */
  PacketRef copy(PacketRef ref) {
    return ref.shifted(records, lines);
  }

  /** A packet as it is in the whole capture: always the same object. */
  ObservedPacket copy(ObservedPacket seen) {
    ObservedPacket known = packets.get(seen);
    if (known != null) {
      return known;
    }
    Flow flow = flows.getOrDefault(seen.flow, seen.flow);
    ObservedPacket copied = seen.shifted(flow, records, lines, nanos(seen.flow));
    packets.put(seen, copied);
    return copied;
  }

  /** A packet that passed through a connection's first or last ones. */
  ObservedPacket copy(Connection later, RecentPackets packetsOf, int index) {
    Flow flow = packetsOf.isForth(index) ? later.one : later.other;
    ObservedPacket kept = flow.kept(packetsOf.record(index));
    return copy(kept == null ? packetsOf.packet(index, flow) : kept);
  }

  /** Has marks of copied packets point to copies, too, once all connections are appended. */
  public void finishMarks() {
    for (ObservedPacket original : List.copyOf(packets.keySet())) {
      ObservedPacket.Marks marks = original.marks;
      if (marks != null && marks.disowned != null) {
        copy(original).mark().disowned = copy(marks.disowned);
      }
    }
  }
}
