package io.hopwise.analysis.traffic;

import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.observation.InOrOut;
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
