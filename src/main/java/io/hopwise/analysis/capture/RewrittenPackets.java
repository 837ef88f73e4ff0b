package io.hopwise.analysis.capture;

import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.place.Clock;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.packet.TcpFlags;
import org.jspecify.annotations.Nullable;

/**
 * Finds flows whose packets are those of another flow, with one address rewritten: a machine that
 * does NAT and captures on all interfaces prints each packet as it comes in and as it goes out, one
 * TTL less. The first packets of a flow decide for all that come after.
 */
final class RewrittenPackets {
  private static final int LENGTH = 16;

  /** More of a flow than its first few packets need not be looked at. */
  private static final int FIRST = 3;

  /** Passing a packet on takes no longer than this, in nanoseconds. */
  private static final long PASSING_ON = 100_000_000L;

  private final @Nullable Earlier[] last = new Earlier[LENGTH];
  private int next;

  private record Earlier(Flow flow, PacketFacts facts, long nanos) {}

  /** Takes the next packet; says whether its flow is a copy of another. */
  boolean isCopy(Flow flow, PacketFacts facts, long nanos) {
    if (flow.isRewritten() || flow.packets() >= FIRST || facts.ttl < 0) {
      return flow.isRewritten();
    }
    for (Earlier before : last) {
      if (before != null && isSame(before, flow, facts, nanos)) {
        return true;
      }
    }
    last[next] = new Earlier(flow, facts, nanos);
    next = (next + 1) % LENGTH;
    return false;
  }

  private static boolean isSame(Earlier before, Flow flow, PacketFacts facts, long nanos) {
    PacketFacts other = before.facts;
    boolean telling = facts.id > 0 || (facts.flags > 0 && (facts.flags & TcpFlags.SYN) != 0);
    boolean same =
        other.ttl == facts.ttl + 1
            && other.id == facts.id
            && other.kind == facts.kind
            && other.flags == facts.flags
            && other.seq == facts.seq
            && other.ack == facts.ack
            && other.ipLength == facts.ipLength;
    boolean timed = nanos != Clock.NO_TIME && before.nanos != Clock.NO_TIME;
    boolean soon = !timed || Math.abs(nanos - before.nanos) <= PASSING_ON;
    return telling && same && soon && isRewritten(before.flow, flow);
  }

  /** Whether one of the two addresses differs, and the other end is the same. */
  private static boolean isRewritten(Flow one, Flow other) {
    Flow back = one.reverse();
    Flow otherBack = other.reverse();
    boolean sameHost = one.source().host().equals(other.source().host());
    boolean sameOther = back.source().host().equals(otherBack.source().host());
    boolean from = sameHost && one.hasPortOf(other);
    boolean to = sameOther && back.hasPortOf(otherBack);
    return one.source().place() == other.source().place()
        && ((from && !sameOther) || (to && !sameHost));
  }
}
