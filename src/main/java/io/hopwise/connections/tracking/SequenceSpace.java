package io.hopwise.connections.tracking;

/**
 * Which sequence numbers one side of a TCP connection has sent, as far as it takes to tell what is
 * sent again from what was late.
 *
 * <p>tcpdump prints the first segment with ACK of a connection with absolute numbers and those
 * behind it with relative ones, unless {@code -S} was given: so the second segment tells what the
 * numbers of the first one were.
 */
final class SequenceSpace {
  private static final int MAX_GAPS = 4;
  private static final long[] NO_GAPS = {};

  /** An IP id has so many bits; four fit into a long. */
  private static final int ID_BITS = 16;

  private static final long ID = 0xffff;

  /** Numbers further off than this belong to somebody else, or to another connection. */
  private static final long FAR = 1L << 26;

  /** After this many far numbers in a row, the numbers really go on there. */
  private static final int ENOUGH_FAR = 3;

  private boolean begun;
  private boolean settled;
  private long firstLength;
  private long high;
  private int far;
  private int gaps;

  /** From where to where, gap after gap. */
  private long[] edges = NO_GAPS;

  /**
   * The last eight IP ids other than 0, the latest in the lowest bits; 0 where there were fewer.
   */
  private long lateIds;

  private long earlyIds;

  SequenceSpace() {}

  /**
   * Of a side whose SYN was seen: its data begins behind that, and what is missing there was lost.
   *
   * @param isn the sequence number of the SYN, as printed
   * @param seq that of its first segment with data, as printed: relative to the SYN or not
   */
  static SequenceSpace behindSyn(long isn, long seq) {
    SequenceSpace space = new SequenceSpace();
    long begin = Math.abs(apart(seq, 1)) <= Math.abs(apart(seq, isn + 1)) ? 1 : isn + 1;
    if (Math.abs(apart(seq, begin)) <= FAR) {
      space.begun = true;
      space.settled = true;
      space.high = begin;
    }
    return space;
  }

  /** The same, to go on apart from the other. */
  SequenceSpace(SequenceSpace other) {
    begun = other.begun;
    settled = other.settled;
    firstLength = other.firstLength;
    high = other.high;
    far = other.far;
    gaps = other.gaps;
    edges = other.edges.clone();
    lateIds = other.lateIds;
    earlyIds = other.earlyIds;
  }

  /**
   * Takes a segment that carries data or a FIN.
   *
   * @param seq its first sequence number, as printed
   * @param length how many sequence numbers it takes, 1 or more
   * @param id its IP id, -1 where there is none
   * @param ends whether one of them is a FIN's
   * @return whether some of that was seen before, and not as the very same packet
   */
  boolean add(long seq, long length, int id, boolean ends) {
    boolean printedAgain = id > 0 && !isNew(id);
    if (!begun) {
      begun = true;
      firstLength = length;
      high = seq + length;
      return false;
    }
    settle(seq);
    return isAgain(seq, length, ends) && !printedAgain;
  }

  private void settle(long seq) {
    if (!settled && Math.abs(apart(seq, firstLength)) < Math.abs(apart(seq, high))) {
      high = firstLength;
    }
    settled = true;
  }

  private boolean isAgain(long seq, long length, boolean ends) {
    long ahead = apart(seq, high);
    long end = seq + length;
    if (Math.abs(ahead) > FAR) {
      if (++far >= ENOUGH_FAR) {
        high = end;
        gaps = 0;
      }
      return false;
    }
    far = 0;
    if (ahead >= 0) {
      addGap(high, seq);
      high = end;
      return false;
    }
    boolean keepsAlive = ahead == -1 && length == 1 && !ends;
    if (apart(end, high) > 0) {
      high = end;
      return true;
    }
    return !keepsAlive && !fillsGap(seq, end);
  }

  private void addGap(long low, long behind) {
    if (apart(behind, low) <= 0) {
      return;
    }
    if (edges.length == 0) {
      edges = new long[2 * MAX_GAPS];
    }
    if (gaps == MAX_GAPS) {
      dropGap(0);
    }
    edges[2 * gaps] = low;
    edges[2 * gaps + 1] = behind;
    gaps++;
  }

  private boolean fillsGap(long seq, long end) {
    for (int i = 0; i < gaps; i++) {
      long low = edges[2 * i];
      long behind = edges[2 * i + 1];
      if (apart(seq, low) >= 0 && apart(end, behind) <= 0) {
        dropGap(i);
        addGap(low, seq);
        addGap(end, behind);
        return true;
      }
    }
    return false;
  }

  private void dropGap(int index) {
    gaps--;
    System.arraycopy(edges, 2 * (index + 1), edges, 2 * index, 2 * (gaps - index));
  }

  private boolean isNew(int id) {
    if (has(lateIds, id) || has(earlyIds, id)) {
      return false;
    }
    earlyIds = (earlyIds << ID_BITS) | (lateIds >>> (3 * ID_BITS));
    lateIds = (lateIds << ID_BITS) | (id & ID);
    return true;
  }

  private static boolean has(long ids, int id) {
    for (long rest = ids; rest != 0; rest >>>= ID_BITS) {
      if ((rest & ID) == id) {
        return true;
      }
    }
    return false;
  }

  /** How far one number is behind the other, as TCP compares them. */
  private static long apart(long number, long other) {
    return (int) (number - other);
  }
}
