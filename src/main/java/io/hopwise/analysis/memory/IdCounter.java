package io.hopwise.analysis.memory;

import io.hopwise.analysis.place.Clock;

/**
 * The IPv4 identifications of a flow's packets, taken for a counter as long as they run on: most
 * hosts number the packets of a connection one after another. Ids that are random, 0, or shared
 * among very many receivers do not run on and prove nothing; IPv6 has none.
 */
public final class IdCounter {
  /** A counter takes no longer steps from one packet of a flow to the next, forth or back. */
  public static final int MAX_STEP = 64;

  /** An id further off than this from both its neighbours is none of the counter's. */
  private static final int FAR = 1024;

  /** After more nanoseconds than this a counter that others use, too, may be anywhere. */
  private static final long LONG = 10_000_000_000L;

  private static final long NO_TIME = Clock.NO_TIME;
  private static final int LEAST_STEPS = 3;
  private static final int STEPS_PER_LEAP = 4;
  private static final int HALF = 1 << 15;

  private int first = -1;
  private int last = -1;
  private long lastNanos = NO_TIME;
  private int steps;
  private int leaps;

  /** The first id, -1 if there is none. */
  public int first() {
    return first;
  }

  /** The last id, -1 if there is none. */
  public int last() {
    return last;
  }

  /** The last id, -1 if there is none, or if it is more than 10 seconds older than the time. */
  public int lastBefore(long nanos) {
    boolean timed = nanos != NO_TIME && lastNanos != NO_TIME;
    return timed && nanos - lastNanos > LONG ? -1 : last;
  }

  /** Goes on with the id of a packet, 0 or less if it has none. */
  public void add(int id, long nanos) {
    if (id <= 0) {
      return;
    }
    if (last < 0) {
      first = id;
    } else {
      step(id);
    }
    last = id;
    lastNanos = nanos;
  }

  private void step(int id) {
    count(last, id, 1);
  }

  private void count(int one, int next, int times) {
    if (distance(one, next) <= MAX_STEP) {
      steps += times;
    } else {
      leaps += times;
    }
  }

  /** The same counter, to go on with. */
  public IdCounter copy() {
    IdCounter copy = new IdCounter();
    copy.append(this, 0);
    return copy;
  }

  /**
   * Leaves out an id that turned out to be none of the counter's.
   *
   * @param before the one before it in this counter, -1 if there is none
   * @param behind the one behind it, -1 if there is none
   */
  public void leaveOut(int before, int id, int behind) {
    if (before > 0) {
      count(before, id, -1);
    } else {
      first = behind;
    }
    if (behind > 0) {
      count(id, behind, -1);
    } else {
      last = before;
    }
    if (before > 0 && behind > 0) {
      count(before, behind, 1);
    }
  }

  /** Goes on with a later half's, whose times are to be moved by so much. */
  public void append(IdCounter later, long moreNanos) {
    if (later.last < 0) {
      return;
    }
    if (last < 0) {
      first = later.first;
    } else {
      step(later.first);
    }
    last = later.last;
    lastNanos = later.lastNanos == NO_TIME ? NO_TIME : later.lastNanos + moreNanos;
    steps += later.steps;
    leaps += later.leaps;
  }

  /** Whether it ran on at least three times, and hardly ever did not. */
  public boolean runsOn() {
    return steps >= LEAST_STEPS && leaps * STEPS_PER_LEAP <= steps;
  }

  /**
   * Whether it ran on at least three times and as often as not, but leapt too often to be evidence.
   * Ids that are random run on from one to the next once in 500 times.
   */
  public boolean isDisturbed() {
    return steps >= LEAST_STEPS && steps >= leaps && !runsOn();
  }

  /**
   * Whether the id is so far off the one before it that a counter that runs on could not have it.
   */
  public static boolean isFar(int id, int before) {
    return id > 0 && before > 0 && distance(before, id) > FAR;
  }

  /**
   * Whether an id is none of this counter's, which ran on from the one before it to the one behind.
   *
   * @param before the id before it, -1 if there is none
   * @param behind the id behind it, -1 if there is none
   */
  public boolean isOff(int id, int before, int behind) {
    if (!runsOn() || !isFar(id, before)) {
      return false;
    }
    return behind <= 0 || (distance(behind, id) > FAR && distance(before, behind) <= MAX_STEP);
  }

  /** Whether a counter that runs on had this id no later than the one before: it is a copy's. */
  public boolean isPast(int id, int before) {
    return id > 0 && before > 0 && runsOn() && ((id - before - 1) & 0xffff) >= HALF;
  }

  /** Whether a counter that runs on reached this id behind the one before. */
  public boolean isAhead(int id, int before) {
    return id > 0 && before > 0 && runsOn() && !isPast(id, before);
  }

  /** How far two ids are apart on the circle of 65,536. */
  private static int distance(int one, int other) {
    int forth = (other - one) & 0xffff;
    return forth <= HALF ? forth : 0x10000 - forth;
  }
}
