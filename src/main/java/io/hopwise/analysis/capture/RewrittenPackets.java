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

  private final @Nullable Flow[] flows = new Flow[LENGTH];
  private final @Nullable PacketFacts[] packets = new PacketFacts[LENGTH];
  private final long[] times = new long[LENGTH];
  private int next;

  /** Takes the next packet; says whether its flow is a copy of another. */
  boolean isCopy(Flow flow, PacketFacts facts, long nanos) {
    if (flow.isRewritten() || flow.packets() >= FIRST || facts.ttl < 0) {
      return flow.isRewritten();
    }
    for (int i = 0; i < LENGTH; i++) {
      Flow before = flows[i];
      PacketFacts other = packets[i];
      if (before != null
          && other != null
          && isSame(other, facts, times[i], nanos)
          && isRewritten(before, flow)) {
        return true;
      }
    }
    flows[next] = flow;
    packets[next] = facts;
    times[next] = nanos;
    next = (next + 1) % LENGTH;
    return false;
  }

  private static boolean isSame(PacketFacts other, PacketFacts facts, long before, long nanos) {
    boolean telling = facts.id > 0 || (facts.flags > 0 && (facts.flags & TcpFlags.SYN) != 0);
    boolean same =
        other.ttl == facts.ttl + 1
            && other.id == facts.id
            && other.kind == facts.kind
            && other.flags == facts.flags
            && other.seq == facts.seq
            && other.ack == facts.ack
            && other.ipLength == facts.ipLength;
    boolean timed = nanos != Clock.NO_TIME && before != Clock.NO_TIME;
    boolean soon = !timed || Math.abs(nanos - before) <= PASSING_ON;
    return telling && same && soon;
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
