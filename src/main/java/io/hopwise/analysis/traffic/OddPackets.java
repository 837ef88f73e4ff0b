package io.hopwise.analysis.traffic;

import io.hopwise.analysis.memory.IdCounter;

/**
 * Where a packet does not look like the others of its flow.
 *
 * @since 0.1
 */
public final class OddPackets {
  private OddPackets() {}

  /** Whether data or a FIN lacks the DF bit or the timestamps that the flow has at this TTL. */
  static boolean isStrange(Flow flow, ObservedPacket seen) {
    if (!seen.carries() || seen.ttl < 0) {
      return false;
    }
    TtlCount level = flow.levels.get(seen.ttl);
    return level != null
        && ((seen.df == 0 && level.df > 0) || (!seen.timestamps && level.timestamps > 0));
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
}
