package io.hopwise.analysis.traffic;

import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.packet.TcpFlags;

/**
 * Marks on a reset what the packets before it and after it show of it.
 *
 * @see ResetHistory
 */
final class ResetMarker {
  /** Silence that is long, in nanoseconds. */
  static final long LONG_SILENCE = 60_000_000_000L;

  private static final long SOON = 10_000_000_000L;

  /** A device on the same link answers a packet sooner than this, in nanoseconds. */
  private static final long PROMPT = 5_000_000L;

  /** What was on its way when a side reset comes by sooner than this, in nanoseconds. */
  private static final long UNDER_WAY = 5_000_000L;

  private ResetMarker() {}

  /** Marks what came before a reset. */
  static void mark(ObservedPacket reset) {
    Flow flow = reset.flow;
    ObservedPacket.Marks mark = reset.mark();
    mark.sentUpTo = flow.maxEnd;
    markIdle(reset, mark);
    markAnswer(reset, flow.reverse());
    mark.prompt = isPrompt(reset, flow.connection);
    mark.afterClose = flow.endRecord > 0 && flow.reverse().endRecord > 0;
    mark.disowned = flow.source.disowned(reset);
    markPrior(reset, flow.source.levels);
  }

  // What provokes a reset after long silence is mostly a packet of the other side.
  private static void markIdle(ObservedPacket reset, ObservedPacket.Marks mark) {
    long last = reset.flow.connection.lastNanos;
    if (last == ObservedPacket.NO_TIME || reset.nanos == ObservedPacket.NO_TIME) {
      return;
    }
    mark.idle = reset.nanos - last;
    markProvoked(reset, mark);
  }

  private static void markProvoked(ObservedPacket reset, ObservedPacket.Marks mark) {
    Connection connection = reset.flow.connection;
    boolean soon =
        reset.nanos != ObservedPacket.NO_TIME && reset.nanos - connection.resumed <= SOON;
    if (mark.idle < LONG_SILENCE && soon && connection.resumedBy == reset.flow.reverse()) {
      mark.idle = connection.silence;
    }
  }

  /** Whether the last packet before it that is no reset is one of the other side, and just came. */
  private static boolean isPrompt(ObservedPacket reset, Connection before) {
    RecentPackets trail = before.tail();
    int last = trail.size() - 1;
    while (last >= 0 && trail.kind(last) == PacketKind.RESET) {
      last--;
    }
    if (last < 0 || trail.isForth(last) == (reset.flow == reset.flow.connection.one)) {
      return false;
    }
    long nanos = trail.nanos(last);
    boolean timed = nanos != ObservedPacket.NO_TIME && reset.nanos != ObservedPacket.NO_TIME;
    return timed && reset.nanos - nanos <= PROMPT;
  }

  /** Marks a reset's predecessor in the source's IP id counter: the last one with another TTL. */
  private static void markPrior(ObservedPacket seen, TtlCounts ofSource) {
    TtlCount prior = null;
    for (TtlCount level : ofSource.all) {
      boolean later = level.id > 0 && (prior == null || level.idRecord > prior.idRecord);
      if (level.ttl != seen.ttl && later) {
        prior = level;
      }
    }
    if (prior == null || prior.idRecord >= seen.record) {
      return;
    }
    ObservedPacket.Marks mark = seen.mark();
    mark.priorId = prior.id;
    mark.priorTtl = prior.ttl;
    mark.priorNanos = prior.idNanos;
  }

  /** Marks a reset that acknowledges nothing but a SYN of the other side. */
  private static void markAnswer(ObservedPacket reset, Flow asking) {
    if (asking.syns.count == 0 || reset.flow.afterSyn > 0 || reset.mark().answersSyn != 0) {
      return;
    }
    if (!reset.has(TcpFlags.ACK)) {
      return;
    }
    boolean acknowledges =
        reset.ack == 1 || (asking.isn >= 0 && ((reset.ack - asking.isn) & 0xffffffffL) <= 1);
    if (acknowledges) {
      reset.mark().answersSyn = asking.syns.lastRecord;
    }
  }

  /** Marks on the resets of a packet's flow that it came after them. */
  static void markBefore(ObservedPacket seen) {
    for (ObservedPacket reset : seen.flow.resets) {
      boolean opensAnew = seen.isPureSyn() || seen.flow.syns.lastRecord > reset.record;
      markContinued(reset, seen.ttl, seen.number(), opensAnew);
      if (!opensAnew) {
        markGoesOn(reset, seen);
      }
    }
  }

  /** Marks a reset whose side goes on sending with another TTL, if with no new connection. */
  private static void markContinued(
      ObservedPacket reset, int ttl, PacketNumber later, boolean opensAnew) {
    if (reset.continuedBy().isPresent() || ttl == reset.ttl || opensAnew) {
      return;
    }
    if (reset.flow.reverse().syns.lastRecord <= reset.record) {
      reset.mark().continuedBy = later;
    }
  }

  /** Marks a reset whose side goes on with the same TTL, so much later that it must know of it. */
  private static void markGoesOn(ObservedPacket reset, ObservedPacket seen) {
    boolean timed = reset.nanos != ObservedPacket.NO_TIME && seen.nanos != ObservedPacket.NO_TIME;
    boolean opened = reset.flow.reverse().syns.lastRecord > reset.record;
    if (!timed || opened || seen.ttl != reset.ttl || seen.nanos - reset.nanos <= UNDER_WAY) {
      return;
    }
    ObservedPacket.Marks mark = reset.mark();
    if (mark.goesOn == null) {
      mark.goesOn = seen.number();
      mark.goesOnId = seen.id;
    }
    if (mark.goesOnWithData == null && seen.length > 0 && !seen.has(TcpFlags.SYN)) {
      mark.goesOnWithData = seen.number();
      mark.dataId = seen.id;
      mark.dataSeq = seen.seq;
    }
  }

  /** Marks what the two halves of a flow show about one another's resets. */
  static void relate(Flow mine, Flow later, LaterHalf half) {
    for (ObservedPacket reset : mine.resets) {
      for (TtlCount level : later.levels.all) {
        long syn = later.syns.firstRecord;
        long otherSyn = later.reverse().syns.firstRecord;
        boolean opened =
            (syn > 0 && syn <= level.firstRecord)
                || (otherSyn > 0 && otherSyn < level.firstRecord)
                || mine.syns.lastRecord > reset.record;
        PacketNumber first = level.first().shifted(half.records(), half.lines());
        markContinued(reset, level.ttl, first, opened);
      }
      relateToHead(reset, later, half);
    }
    for (ObservedPacket original : later.resets) {
      relate(original, mine, later, half);
      relateToHead(half.copy(original), later, half);
    }
  }

  /** Finds whether the side that a reset claims to be from goes on after the cut. */
  private static void relateToHead(ObservedPacket reset, Flow later, LaterHalf half) {
    RecentPackets head = later.connection.head;
    for (int i = 0; i < head.size(); i++) {
      ObservedPacket seen = half.copy(later.connection, head, i);
      if (seen.isPureSyn()) {
        return;
      }
      boolean sameWay = head.isForth(i) == (later == later.connection.one);
      boolean opened = reset.flow.syns.lastRecord > reset.record;
      if (sameWay && !opened && seen.kind.counts() && seen.record > reset.record) {
        markGoesOn(reset, seen);
      }
    }
  }

  private static void relate(ObservedPacket original, Flow mine, Flow later, LaterHalf half) {
    ObservedPacket reset = half.copy(original);
    ObservedPacket.Marks mark = reset.mark();
    mark.sentUpTo = Math.max(mark.sentUpTo, mine.maxEnd);
    // What came before it in its own half was seen there; silence may reach back over the cut.
    boolean first = later.firstAfterSyn == 0 || later.firstAfterSyn > original.record;
    if (later.connection.head.record(0) == original.record) {
      markIdle(reset, mark);
    } else if (first) {
      markProvoked(reset, mark);
    }
    boolean sentBefore = later.firstAfterSyn > 0 && later.firstAfterSyn < original.record;
    if (!sentBefore) {
      markAnswer(reset, mine.reverse());
    }
    if (isFirstButForResets(original, later.connection.head)) {
      mark.prompt = isPrompt(reset, mine.connection);
    }
    mark.afterClose |= isAfterClose(mine, later, original);
    if (mark.disowned == null) {
      mark.disowned = mine.source.disowned(original);
    }
    if (mark.priorId < 0) {
      markPrior(reset, mine.source.levels);
    }
    if (mark.idBefore < 0) {
      mark.idBefore = mine.ids.lastBefore(reset.nanos);
    }
    if (mark.idLongBefore < 0) {
      mark.idLongBefore = mine.ids.last();
    }
  }

  private static boolean isFirstButForResets(ObservedPacket reset, RecentPackets head) {
    for (int i = 0; i < head.size() && head.record(i) < reset.record; i++) {
      if (head.kind(i) != PacketKind.RESET) {
        return false;
      }
    }
    return true;
  }

  /** Whether both sides had ended, before the cut or after it. */
  private static boolean isAfterClose(Flow mine, Flow later, ObservedPacket reset) {
    return hasEnded(mine, later, reset) && hasEnded(mine.reverse(), later.reverse(), reset);
  }

  private static boolean hasEnded(Flow mine, Flow later, ObservedPacket reset) {
    boolean opened = later.syns.firstRecord > 0 && later.syns.firstRecord < reset.record;
    boolean ended = later.endRecord > 0 && later.endRecord < reset.record;
    return ended || (mine.endRecord > 0 && !opened);
  }
}
