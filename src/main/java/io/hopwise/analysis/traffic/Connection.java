package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.memory.ShortList;
import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.place.Clock;
import io.hopwise.packet.Port;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A connection, or whatever two ends exchange under one protocol and one pair of ports.
 *
 * @since 0.1
 */
public final class Connection extends RecentMap.Seen<ConnectionKey> {
  private static final int MAX_ERRORS = 4;

  /** With fewer packets before it, the copy of a first packet is one on its way. */
  private static final int LEAST_BEFORE = 3;

  final Flow one;
  final Flow other;
  private final ConnectionKey ends;
  private final int slot;

  /** The first packets. */
  final RecentPackets head = new RecentPackets();

  List<IcmpError> errors = List.of();

  /** The last ones, where there were more than the first ones. */
  private @Nullable RecentPackets tail;

  long lastNanos = ObservedPacket.NO_TIME;
  long silence;
  long resumed = ObservedPacket.NO_TIME;
  @Nullable Flow resumedBy;
  private long oddities;
  private boolean due;
  private boolean forgotten;
  private ImmutableSet<String> shown = ImmutableSet.of();

  Connection(
      ConnectionKey ends,
      Source one,
      @Nullable Port onePort,
      Source other,
      @Nullable Port otherPort,
      int slot) {
    this.ends = ends;
    this.slot = slot;
    this.one = new Flow(this, one, onePort);
    this.other = new Flow(this, other, otherPort);
  }

  @Override
  ConnectionKey key() {
    return ends;
  }

  /**
   * A number that no other connection has while this one is remembered: 0 or more, and less than
   * the most that were remembered at once. Whoever keeps something by connection finds it by this
   * without a look into memory that is elsewhere.
   */
  public int slot() {
    return slot;
  }

  /** IP protocol number, 0 to 255, 6 for TCP; empty where not printed. */
  public OptionalInt protocol() {
    return ends.protocol < 0 ? OptionalInt.empty() : OptionalInt.of(ends.protocol);
  }

  /** Both directions. */
  public ImmutableList<Flow> flows() {
    return ImmutableList.of(one, other);
  }

  /** The ICMP errors that quote a packet of this connection, first ones first. */
  public ImmutableList<IcmpError> errors() {
    return errors.isEmpty() ? ImmutableList.of() : ImmutableList.copyOf(errors);
  }

  /** The record of its first packet, if there is one. */
  public OptionalLong firstRecord() {
    return head.size() == 0 ? OptionalLong.empty() : OptionalLong.of(head.record(0));
  }

  /** How long it was silent before it last went on, if for a minute or more, in nanoseconds. */
  public OptionalLong longestSilence() {
    return resumed == ObservedPacket.NO_TIME || silence < ResetMarker.LONG_SILENCE
        ? OptionalLong.empty()
        : OptionalLong.of(silence);
  }

  /** Whether a side sent a reset. */
  public boolean hasResets() {
    return !one.resets.isEmpty() || !other.resets.isEmpty();
  }

  /**
   * Whether anything in it may be worth a word: a reset, an ICMP error, a side with several TTLs or
   * with data that look foreign, a packet in a circle, a blocked one, data that nobody
   * acknowledges, or a side that asks and hears nothing.
   */
  public boolean standsOut() {
    return !errors.isEmpty() || one.standsOut() || other.standsOut();
  }

  /**
   * The resets of both directions, as far as they are remembered; without those that were seen
   * before with another address in place of one of theirs.
   */
  public ImmutableList<ObservedPacket> resets() {
    if (!hasResets()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<ObservedPacket> all = ImmutableList.builder();
    for (Flow flow : flows()) {
      flow.resets.stream().filter(r -> !flow.rewritten || isFull(r.ttl)).forEach(all::add);
    }
    return all.build();
  }

  /** Whether no router was passed: what is passed on with another address has a lower TTL. */
  private static boolean isFull(int ttl) {
    return ttl == 64 || ttl == 128 || ttl == 255;
  }

  /** Notes another packet that may change what it shows, and says how many there were. */
  public long countOddity() {
    return ++oddities;
  }

  /** Notes whether it waits to be judged anew, and says whether that is news. */
  public boolean setDue(boolean waits) {
    boolean news = due != waits;
    due = waits;
    return news;
  }

  /** Whether it waits to be judged anew. */
  public boolean isDue() {
    return due;
  }

  /** Whether it is forgotten to make room: what came later, such as an answer, is not in it. */
  public boolean isForgotten() {
    return forgotten;
  }

  /** It is forgotten to make room. */
  public void markForgotten() {
    forgotten = true;
  }

  /** The keys of the announced findings that it showed when it was last judged. */
  public ImmutableSet<String> shown() {
    return shown;
  }

  /** It was judged, and shows the findings of these keys. */
  public void setShown(ImmutableSet<String> keys) {
    shown = keys;
  }

  /** What comes next may speak for what it shows, or against it. */
  public void watchClosely() {
    oddities = 0;
    one.source.watchClosely();
    other.source.watchClosely();
  }

  /** Whether both sides sent more than SYNs and resets. */
  public boolean isEstablished() {
    return one.afterSyn > 0 && other.afterSyn > 0;
  }

  /** The flow from the given endpoint; for a packet from a host to itself the ports decide. */
  Flow from(Source source, @Nullable Port port) {
    return one.source == source && one.isFrom(port) ? one : other;
  }

  /** The direction from this host, or null if it is none of the two. */
  @Nullable Flow from(String host) {
    if (one.source.host.equals(host)) {
      return one;
    }
    return other.source.host.equals(host) ? other : null;
  }

  void add(ObservedPacket seen) {
    if (seen.kind == PacketKind.RESET) {
      ResetMarker.mark(seen);
    }
    noteSilence(seen);
    seen.flow.add(seen);
    RecentPackets before = tail();
    for (int i = 0; i < before.size(); i++) {
      compare(before, i, seen);
    }
    if (seen.kind.counts() && !seen.flow.resets.isEmpty()) {
      ResetMarker.markBefore(seen);
    }
    remember(seen);
  }

  /**
   * Whether a packet is the connection's first one, printed again with another TTL after the two
   * sides had talked: what follows is the same connection, captured at another place.
   */
  boolean beginsOnceMore(PacketFacts facts, Flow flow, Clock clock) {
    if (!head.holdsAtStart(facts.id, facts.ttl, flow == one) || head.size() < LEAST_BEFORE) {
      return false;
    }
    ObservedPacket first = head.packet(0, flow);
    boolean same =
        first.kind.slot() == facts.kind.slot()
            && (facts.id > 0 || (first.kind == PacketKind.TCP && first.seq >= 0))
            && first.flags == facts.flags
            && first.seq == facts.seq
            && first.ack == facts.ack
            && first.ipLength == facts.ipLength;
    boolean talked = one.packets > 0 && other.packets > 0;
    return same && talked && clock.isElsewhere(facts.timeForm, facts.printedNanos, first.nanos);
  }

  /** Notes which side broke a long silence, and whether the other has answered. */
  void noteSilence(ObservedPacket seen) {
    if (seen.nanos == ObservedPacket.NO_TIME || seen.kind == PacketKind.RESET) {
      return;
    }
    if (lastNanos != ObservedPacket.NO_TIME && seen.nanos - lastNanos >= ResetMarker.LONG_SILENCE) {
      silence = seen.nanos - lastNanos;
      resumed = seen.nanos;
      resumedBy = seen.flow;
    } else if (resumedBy != null && seen.flow != resumedBy) {
      resumedBy = null;
    }
  }

  /** Marks what one packet shows about another that stood shortly before it. */
  void compare(RecentPackets trail, int index, ObservedPacket seen) {
    boolean forth = seen.flow == one;
    if (!trail.mayTellOf(index, seen, forth)) {
      return;
    }
    if (trail.isForth(index) != forth) {
      if (seen.id > 1 && seen.id == trail.id(index)) {
        seen.mark().copiesIdOf = trail.record(index);
      }
      return;
    }
    int ttl = trail.ttl(index);
    if (ttl != seen.ttl && ttl >= 0 && seen.ttl >= 0) {
      compareTwo(kept(trail.packet(index, seen.flow)), seen);
    }
  }

  // What is marked on a packet that is not kept is asked by nobody.
  private static ObservedPacket kept(ObservedPacket passed) {
    ObservedPacket kept = passed.flow.kept(passed.record);
    return kept == null ? passed : kept;
  }

  private void compareTwo(ObservedPacket before, ObservedPacket seen) {
    if (SamePacket.isSame(before, seen)) {
      // A router takes one off: a copy with a higher TTL is another packet that says the same.
      if (seen.ttl < before.ttl) {
        before.mark().duplicates = seen.record;
        seen.mark().duplicates = before.record;
        seen.flow.source.copies++;
      }
      return;
    }
    boolean data = before.length > 0 && seen.length > 0;
    if (data && before.seq == seen.seq && before.seq >= 0 && before.length != seen.length) {
      before.mark().overlaps = seen.number();
      seen.mark().overlaps = before.number();
    }
  }

  private void remember(ObservedPacket seen) {
    keep(seen);
    if (seen.nanos != ObservedPacket.NO_TIME) {
      lastNanos = seen.nanos;
    }
  }

  /** The packets that the next one is compared with: the last few before it. */
  RecentPackets tail() {
    return tail == null ? head : tail;
  }

  /** Keeps a packet with the first ones or the last ones. */
  void keep(ObservedPacket seen) {
    boolean forth = seen.flow == one;
    if (!head.isFull()) {
      head.add(seen, forth);
      return;
    }
    RecentPackets last = tail;
    if (last == null) {
      last = new RecentPackets(head);
      tail = last;
    }
    last.add(seen, forth);
  }

  void add(IcmpError note) {
    if (errors.size() < MAX_ERRORS) {
      errors = ShortList.plus(errors, note);
    }
  }

  /**
   * Appends a connection of the later half, whose packets were sent after all of this one's. What
   * their packets show about one another is found first, as it depends on what was last before.
   */
  void append(Connection later, LaterHalf half) {
    relate(later, half);
    long nanos = half.nanos(later.one);
    silence = later.resumedBy == null ? silence : later.silence;
    if (later.resumedBy != null) {
      resumed = later.resumed + nanos;
      resumedBy = half.flow(later.resumedBy);
    }
    appendWaitingData(later, half);
    for (Flow part : later.flows()) {
      Flow whole = half.flow(part);
      if (whole != null) {
        whole.append(part, half);
      }
    }
    keep(later, later.head, half);
    if (later.tail() != later.head) {
      keep(later, later.tail(), half);
    }
    if (later.lastNanos != ObservedPacket.NO_TIME) {
      lastNanos = later.lastNanos + nanos;
    }
    later.errors.forEach(note -> add(half.copy(note)));
  }

  /** Finds what packets on the two sides of the cut show about one another. */
  private void relate(Connection later, LaterHalf half) {
    RecentPackets before = tail();
    for (int i = 0; i < later.head.size(); i++) {
      ObservedPacket seen = half.copy(later, later.head, i);
      int reach = Math.min(before.size(), RecentPackets.LENGTH - i);
      for (int j = before.size() - reach; j < before.size(); j++) {
        compare(before, j, seen);
      }
    }
    if (later.head.size() > 0) {
      noteSilence(half.copy(later, later.head, 0));
    }
    Flow silent = resumedBy == one ? other : one;
    Flow there = later.part(silent, half);
    if (there.syns.count + there.afterSyn > 0) {
      resumedBy = null;
    }
    ResetMarker.relate(one, later.part(one, half), half);
    ResetMarker.relate(other, later.part(other, half), half);
  }

  /** Which of the flows here is the later part of a flow of the whole capture. */
  private Flow part(Flow whole, LaterHalf half) {
    return half.flow(one) == whole ? one : other;
  }

  /** Updates unacknowledged data with what was sent after the cut, as far as it is kept. */
  private void appendWaitingData(Connection later, LaterHalf half) {
    if (later.tail() != later.head) {
      one.appendWaiting(later.part(one, half), half);
      other.appendWaiting(later.part(other, half), half);
      return;
    }
    for (int i = 0; i < later.head.size(); i++) {
      ObservedPacket seen = half.copy(later, later.head, i);
      if (seen.kind == PacketKind.TCP || seen.kind == PacketKind.RESET) {
        seen.flow.noteData(seen);
      }
    }
  }

  private void keep(Connection later, RecentPackets packets, LaterHalf half) {
    for (int i = 0; i < packets.size(); i++) {
      keep(half.copy(later, packets, i));
    }
  }
}
