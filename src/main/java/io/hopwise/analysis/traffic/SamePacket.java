package io.hopwise.analysis.traffic;

import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.observation.InOrOut;
import io.hopwise.analysis.observation.PacketFacts;
import java.util.Objects;

/** Tells a packet that was captured twice from one that was sent twice. */
final class SamePacket {
  private static final long HALF_SECOND = 500_000_000L;
  private static final int MAX_TTL_STEP = 4;

  private SamePacket() {}

  /** The same packet seen on both sides of a router, rather than sent twice. */
  static boolean isSame(ObservedPacket one, ObservedPacket two) {
    // Without an IP id, pure ACKs that say the same again cannot be told from copies.
    boolean known = one.id > 0 || (one.kind == PacketKind.TCP && one.seq >= 0);
    return known
        && one.id == two.id
        && one.flags == two.flags
        && one.seq == two.seq
        && one.ack == two.ack
        && one.ipLength == two.ipLength
        && Math.abs(one.ttl - two.ttl) <= MAX_TTL_STEP
        && (one.nanos == ObservedPacket.NO_TIME
            || two.nanos == ObservedPacket.NO_TIME
            || Math.abs(two.nanos - one.nanos) < HALF_SECOND);
  }

  /**
   * Whether a packet is an earlier reset of its flow to the last number, that one as far away as
   * its host is, this one with the TTL that the host starts with: it was captured at the host then.
   */
  static boolean isResetWhereItWasMade(PacketFacts facts, Flow flow) {
    if (facts.kind != PacketKind.RESET || flow.resets.isEmpty() || facts.ttl < 0) {
      return false;
    }
    // Where both sides of a router are captured, copies come in any order.
    if (HopSet.hopsOrFar(facts.ttl) > 0 || flow.source.copies > 0) {
      return false;
    }
    for (ObservedPacket before : flow.resets) {
      boolean same =
          before.flags == facts.flags
              && isSameNumber(before.seq, facts.seq, flow.isn)
              && isSameNumber(before.ack, facts.ack, flow.reverse().isn)
              && before.window == facts.window
              && before.ipLength == facts.ipLength
              && before.id == facts.id
              && before.df == facts.df;
      boolean fartherBefore =
          before.ttl >= 0
              && before.ttl < facts.ttl
              && HopSet.of(before.ttl).hasStartOf(HopSet.of(facts.ttl));
      if (same && fartherBefore && flow.source.levels.has(before.ttl)) {
        return true;
      }
    }
    return false;
  }

  /** Another run of tcpdump that has not seen the handshake prints numbers in full. */
  private static boolean isSameNumber(long one, long other, long first) {
    return one == other || (first >= 0 && one >= 0 && (other - first & 0xffffffffL) == one);
  }

  /** Whether a packet is an earlier one of its flow, printed again where it came by once more. */
  static boolean isAgain(ObservedPacket before, ObservedPacket seen) {
    if (!isSame(before, seen)) {
      return false;
    }
    if (seen.id > 0 || seen.ttl != before.ttl) {
      return true;
    }
    // Nothing in it tells it from one that was sent again, so place and time must.
    boolean elsewhere =
        !Objects.equals(seen.interfaceName, before.interfaceName) || passes(before, seen);
    return elsewhere && !returns(before, seen) && seen.nanos != ObservedPacket.NO_TIME;
  }

  /** Whether a packet that was printed again had been passed on in between. */
  static boolean isPassedOn(ObservedPacket before, ObservedPacket seen) {
    return passes(before, seen) || (seen.ttl < before.ttl && !returns(before, seen));
  }

  private static boolean passes(ObservedPacket before, ObservedPacket seen) {
    return before.direction == InOrOut.IN && seen.direction == InOrOut.OUT;
  }

  private static boolean returns(ObservedPacket before, ObservedPacket seen) {
    return before.direction == InOrOut.OUT && seen.direction == InOrOut.IN;
  }
}
