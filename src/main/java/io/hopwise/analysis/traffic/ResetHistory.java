package io.hopwise.analysis.traffic;

import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.memory.IdCounter;
import io.hopwise.analysis.observation.InOrOut;
import java.util.Optional;

/**
 * What the packets around a reset, in its own flow, show about it.
 *
 * @since 0.1
 */
public final class ResetHistory {
  /** Data further on than a window, or further back than a large one, are another connection's. */
  private static final long MAX_AHEAD = 1 << 16;

  private static final long MAX_BACK = 1 << 20;
  private static final long HALF = 1L << 31;
  private static final long MASK = 0xffffffffL;
  private static final long TOGETHER = 2_000_000_000L;

  private ResetHistory() {}

  /** Whether a reset has passed no router, and its IP id runs on from the flow's counter. */
  public static boolean isMadeByHostItself(ObservedPacket reset) {
    boolean here = reset.ttl >= 0 && HopSet.hopsOrFar(reset.ttl) == 0;
    int before = reset.marks == null ? -1 : reset.marks.idLongBefore;
    int step = (reset.id - before) & 0xffff;
    boolean runsOn = reset.id > 0 && before > 0 && step > 0 && step <= IdCounter.MAX_STEP;
    return here && reset.flow.levels.has(reset.ttl) && runsOn;
  }

  /**
   * Whether a reset stands among resets alone, to the beginning of what was captured or to its end,
   * and no packet provoked it a moment before.
   */
  public static boolean standsAlone(ObservedPacket reset) {
    boolean prompt = reset.marks != null && reset.marks.prompt;
    return !prompt && reset.flow.source.place.isAmongResetsAlone(reset.record);
  }

  /** Whether a reset that went out had come in before, to be passed on. */
  public static boolean cameInBefore(ObservedPacket reset) {
    return reset.flow.resets.stream()
        .anyMatch(
            before ->
                before.direction == InOrOut.IN
                    && before.record < reset.record
                    && before.id == reset.id
                    && before.seq == reset.seq
                    && before.ack == reset.ack);
  }

  /**
   * Whether the reset is one of two with the same TTL, of which one continues what its side had
   * sent and the other jumps beyond it: a sender that guesses where the window will be.
   */
  public static boolean jumpsAhead(ObservedPacket reset) {
    Flow flow = reset.flow;
    if (flow.isn < 0 || reset.seq < 0) {
      return false;
    }
    boolean beyond = isBeyond(reset);
    for (ObservedPacket twin : flow.resets) {
      boolean alike = twin != reset && twin.ttl == reset.ttl && twin.seq >= 0 && near(twin, reset);
      long apart = offset(flow, reset.seq) - offset(flow, twin.seq);
      if (alike && isBeyond(twin) != beyond && Math.abs(apart) > 2) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBeyond(ObservedPacket reset) {
    boolean known = reset.sentUpTo().isPresent();
    long sent = known ? offset(reset.flow, reset.sentUpTo().getAsLong()) : 1;
    return offset(reset.flow, reset.seq) > sent + 2;
  }

  private static boolean near(ObservedPacket one, ObservedPacket other) {
    return one.nanos == ObservedPacket.NO_TIME
        || other.nanos == ObservedPacket.NO_TIME
        || Math.abs(one.nanos - other.nanos) < TOGETHER;
  }

  /** A printed sequence number as an offset from the first one, however it was printed. */
  private static long offset(Flow flow, long printed) {
    long absolute = (printed - flow.isn) & MASK;
    return absolute < HALF / 2 || printed > HALF / 2 ? absolute : printed;
  }

  /**
   * The record that shows its side going on more than 5 ms after a reset, with the reset's own TTL
   * and no new handshake, if there is one. The late copy of a packet from before the reset shows
   * nothing.
   */
  public static Optional<PacketNumber> goesOnAfter(ObservedPacket reset) {
    ObservedPacket.Marks mark = reset.marks;
    boolean goesOn = mark != null && !reset.flow.ids.isPast(mark.goesOnId, mark.idBefore);
    return mark != null && goesOn ? Optional.ofNullable(mark.goesOn) : Optional.empty();
  }

  /**
   * The same record where it proves alone that the side knows nothing of the reset: its data follow
   * what the side had sent, or repeat it with an IP id further on.
   */
  public static Optional<PacketNumber> sendsDataAfter(ObservedPacket reset) {
    ObservedPacket.Marks mark = reset.marks;
    if (mark == null || mark.goesOnWithData == null || mark.dataSeq < 0 || mark.sentUpTo < 0) {
      return Optional.empty();
    }
    IdCounter ids = reset.flow.ids;
    long ahead = mark.dataSeq - mark.sentUpTo;
    boolean follows = ahead >= 0 && ahead < MAX_AHEAD && !ids.isPast(mark.dataId, mark.idBefore);
    boolean repeats = ahead < 0 && ahead > -MAX_BACK && ids.isAhead(mark.dataId, mark.idBefore);
    return follows || repeats ? Optional.of(mark.goesOnWithData) : Optional.empty();
  }
}
