package io.hopwise.analysis.traffic;

import io.hopwise.analysis.memory.IdCounter;
import io.hopwise.analysis.observation.LinkEnds;

/**
 * Where a packet does not look like the others of its flow.
 *
 * @since 0.1
 */
public final class OddPackets {
  /** So many packets show which way a flow takes on the link. */
  private static final int LEAST_LINKED = 3;

  private OddPackets() {}

  /**
   * Whether data or a FIN lacks the DF bit or the timestamps that the flow has at this TTL, or is
   * the first from another distance than all of the flow before.
   */
  static boolean isStrange(FlowMemory flow, ObservedPacket seen) {
    if (!seen.carries() || seen.ttl < 0) {
      return false;
    }
    TtlCount level = flow.levels.get(seen.ttl);
    return level == null
        ? flow.levels.size() == 1 && !flow.levels.overlaps(seen.ttl)
        : (seen.df == 0 && level.df > 0) || (!seen.timestamps && level.timestamps > 0);
  }

  /** Whether no packet of the flow but such came from the packet's distance. */
  public static boolean isFromElsewhere(ObservedPacket seen) {
    TtlCounts others = seen.flow.levels.without(seen.ttl);
    long strange = seen.flow.strange.stream().filter(odd -> odd.ttl == seen.ttl).count();
    return others.count() > 0
        && !others.overlaps(seen.ttl)
        && seen.flow.levels.count(seen.ttl) <= strange;
  }

  /** Whether the packet has DF off, and all others of the flow but the strange ones have it set. */
  public static boolean lacksDf(ObservedPacket seen) {
    long on = 0;
    long off = 0;
    for (TtlCount level : seen.flow.levels.all) {
      on += level.df;
      off += level.noDf;
    }
    long strange = seen.flow.strange.stream().filter(odd -> odd.df == 0).count();
    return seen.df == 0 && on > 0 && off <= strange;
  }

  /** Whether the packet has no timestamps, and all others but the strange ones have them. */
  public static boolean lacksTimestamps(ObservedPacket seen) {
    long with = 0;
    long without = 0;
    for (TtlCount level : seen.flow.levels.all) {
      with += level.timestamps;
      without += level.noTimestamps;
    }
    long strange = seen.flow.strange.stream().filter(odd -> !odd.timestamps).count();
    return !seen.timestamps && with > 0 && without <= strange;
  }

  /**
   * Whether the packet came from or to another link-layer address than all else of its flow, which
   * keeps to one.
   */
  public static boolean isOverOtherLink(ObservedPacket seen) {
    FlowMemory flow = seen.flow;
    LinkEnds link = seen.marks == null ? null : seen.marks.link;
    return link != null
        && flow.ownLink != null
        && !flow.severalLinks
        && flow.levels.count() >= LEAST_LINKED
        && !link.equals(flow.ownLink);
  }

  /**
   * Whether the packet's IP id is none of the flow's counter, which runs on without it.
   *
   * @see IdCounter
   */
  public static boolean isOffCounter(ObservedPacket seen) {
    ObservedPacket.Marks marks = seen.marks;
    return marks != null && seen.flow.ids.isOff(seen.id, marks.idBefore, marks.idBehind);
  }

  /**
   * Whether the packet's IP id would be off its flow's counter, if that did not leap too often to
   * be evidence.
   */
  public static boolean isOffDisturbedCounter(ObservedPacket seen) {
    ObservedPacket.Marks marks = seen.marks;
    return marks != null && seen.flow.ids.isDisturbed() && IdCounter.isFar(seen.id, marks.idBefore);
  }

  /**
   * Takes over the IP ids of the same flow in the later half, and the packets that stand out of
   * them, or of what came before.
   */
  static void append(FlowMemory mine, FlowMemory later, LaterHalf half) {
    IdCounter ids = later.ids.copy();
    for (TtlCount level : later.levels.all) {
      for (ObservedPacket original : level.carriers) {
        boolean first = mine.levels.has(level.ttl) || level.firstRecord == original.record;
        if (first && !later.strange.contains(original) && isStrange(mine, original)) {
          mine.keepStrange(leaveOut(original, mine, ids, half));
        }
      }
    }
    mine.noteIdBehind(ids.first());
    for (ObservedPacket original : later.strange) {
      ObservedPacket odd = half.copy(original);
      ObservedPacket.Marks mark = odd.mark();
      mark.idBefore = mark.idBefore < 0 ? mine.ids.lastBefore(odd.nanos) : mark.idBefore;
      mine.keepStrange(odd);
    }
    mine.ids.append(ids, half.nanos(later.source));
    for (ObservedPacket waiting : later.awaitingId) {
      mine.awaitId(half.copy(waiting));
    }
  }

  /** Takes the id of a packet out of those behind the cut, and notes the ids on both its sides. */
  private static ObservedPacket leaveOut(
      ObservedPacket original, FlowMemory mine, IdCounter ids, LaterHalf half) {
    RecentPackets head = original.flow.connection.head;
    boolean forth = original.flow == original.flow.connection.one;
    int before = -1;
    int behind = -1;
    for (int i = 0; i < head.size() && behind < 0; i++) {
      int id = head.isForth(i) == forth && head.kind(i).counts() ? head.id(i) : -1;
      if (id > 0 && head.record(i) < original.record) {
        before = id;
      } else if (id > 0 && head.record(i) > original.record) {
        behind = id;
      }
    }
    if (original.id > 0) {
      ids.leaveOut(before, original.id, behind);
    }
    ObservedPacket odd = half.copy(original);
    odd.mark().idBefore = before > 0 ? before : mine.ids.lastBefore(odd.nanos);
    odd.mark().idBehind = behind;
    if (behind < 0) {
      mine.awaitId(odd);
    }
    return odd;
  }
}
