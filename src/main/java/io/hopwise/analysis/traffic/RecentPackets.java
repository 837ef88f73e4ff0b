package io.hopwise.analysis.traffic;

import io.hopwise.analysis.distance.PacketKind;
import java.util.Arrays;

/**
 * The first or the last few packets of a connection, in numbers alone: a packet passes through here
 * without the garbage collector having to look after it, as it would an object that lives a while.
 */
final class RecentPackets {
  /** How many packets a full one holds. */
  static final int LENGTH = 12;

  /** Many connections are one packet, a question without an answer. */
  private static final int FEW = 1;

  private static final int GROWN = 4;
  private static final int WIDTH = 6;
  private static final int RECORD = 0;
  private static final int NANOS = 1;
  private static final int SEQ = 2;
  private static final int ACK = 3;
  private static final int SMALL = 4;
  private static final int REST = 5;

  // What SMALL holds, from the lowest bit: IP length + 1 (17), id + 1 (17), line - record + 1 (30).
  // A line does not come before its record; one too far behind it is not known.
  private static final int ID = 17;
  private static final int LINE = 34;
  private static final long MOST_BEHIND = (1L << 30) - 2;

  // What REST holds, from the lowest bit: length (32), TTL + 1 (9), flags + 1 (13), kind (4),
  // DF + 1 (2), timestamps (1), direction (1).
  private static final int TTL = 32;
  private static final int FLAGS = 41;
  private static final int KIND = 54;
  private static final int DF = 58;
  private static final int TIMESTAMPS = 60;
  private static final int FORTH = 61;
  private static final PacketKind[] KINDS = PacketKind.values();

  // What a brief holds, from the lowest bit: id + 1 (17), TTL + 1 (9), direction (1). A greater id,
  // as nobody prints it, is cut.
  private static final int ID_MASK = 0x1ffff;
  private static final int BRIEF_TTL = 17;
  private static final int TTL_MASK = 0x1ff;
  private static final int BRIEF_FORTH = 26;

  private long[] numbers = new long[FEW * WIDTH];

  /** What of each packet every later one is held against, in one line of the core's cache. */
  private int[] briefs = new int[FEW];

  private int size;
  private int oldest;

  RecentPackets() {}

  /** A trail that holds the same. */
  RecentPackets(RecentPackets same) {
    numbers = same.numbers.clone();
    briefs = same.briefs.clone();
    size = same.size;
    oldest = same.oldest;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == LENGTH;
  }

  /** Adds a packet that went forth or back; in a full one it takes the place of the oldest. */
  void add(ObservedPacket seen, boolean forth) {
    int slot = slot();
    briefs[slot] =
        (seen.id + 1 & ID_MASK)
            | (seen.ttl + 1 & TTL_MASK) << BRIEF_TTL
            | (forth ? 1 : 0) << BRIEF_FORTH;
    int at = slot * WIDTH;
    numbers[at + RECORD] = seen.record;
    numbers[at + NANOS] = seen.nanos;
    numbers[at + SEQ] = seen.seq;
    numbers[at + ACK] = seen.ack;
    numbers[at + SMALL] =
        (seen.ipLength + 1 & ID_MASK)
            | (long) (seen.id + 1 & ID_MASK) << ID
            | lineBehind(seen) << LINE;
    numbers[at + REST] =
        (seen.length & 0xffffffffL)
            | (long) (seen.ttl + 1) << TTL
            | (long) (seen.flags + 1) << FLAGS
            | (long) seen.kind.slot() << KIND
            | (long) (seen.df + 1) << DF
            | (seen.timestamps ? 1L : 0) << TIMESTAMPS
            | (forth ? 1L : 0) << FORTH;
  }

  private static long lineBehind(ObservedPacket seen) {
    long behind = seen.line - seen.record;
    return behind < 0 || behind > MOST_BEHIND ? 0 : behind + 1;
  }

  private int slot() {
    if (size == LENGTH) {
      int slot = oldest;
      oldest = oldest + 1 == LENGTH ? 0 : oldest + 1;
      return slot;
    }
    if (size == briefs.length) {
      int more = size < GROWN ? GROWN : LENGTH;
      numbers = Arrays.copyOf(numbers, more * WIDTH);
      briefs = Arrays.copyOf(briefs, more);
    }
    size++;
    return size - 1;
  }

  private int slot(int index) {
    int slot = oldest + index;
    return slot < LENGTH ? slot : slot - LENGTH;
  }

  private int at(int index) {
    return slot(index) * WIDTH;
  }

  /**
   * Whether a packet may tell something of a later one that went forth or back: it went the same
   * way with another TTL, or the other way with the same IP id.
   */
  boolean mayTellOf(int index, ObservedPacket seen, boolean forth) {
    int brief = briefs[slot(index)];
    boolean sameWay = brief >>> BRIEF_FORTH != 0 == forth;
    return sameWay
        ? (brief >>> BRIEF_TTL & TTL_MASK) != (seen.ttl + 1 & TTL_MASK)
        : (brief & ID_MASK) == (seen.id + 1 & ID_MASK);
  }

  /** Whether the oldest packet here went forth or back with this IP id, but with another TTL. */
  boolean holdsAtStart(int id, int ttl, boolean forth) {
    int brief = briefs[slot(0)];
    return size > 0
        && (brief & ID_MASK) == (id + 1 & ID_MASK)
        && brief >>> BRIEF_FORTH != 0 == forth
        && (brief >>> BRIEF_TTL & TTL_MASK) != (ttl + 1 & TTL_MASK)
        && ttl >= 0;
  }

  /** The record of a packet; 0 is the oldest here. */
  long record(int index) {
    return numbers[at(index) + RECORD];
  }

  boolean isForth(int index) {
    return (numbers[at(index) + REST] >> FORTH & 1) != 0;
  }

  int id(int index) {
    return id(numbers[at(index) + SMALL]);
  }

  private static int id(long small) {
    return (int) (small >> ID & ID_MASK) - 1;
  }

  PacketKind kind(int index) {
    return KINDS[(int) (numbers[at(index) + REST] >> KIND & 0xf)];
  }

  long nanos(int index) {
    return numbers[at(index) + NANOS];
  }

  int ttl(int index) {
    return (int) (numbers[at(index) + REST] >> TTL & 0x1ff) - 1;
  }

  /** The packet as it was seen, but for its window, the end of its data and its text. */
  ObservedPacket packet(int index, Flow flow) {
    int at = at(index);
    long rest = numbers[at + REST];
    ObservedPacket seen = new ObservedPacket(flow);
    seen.record = numbers[at + RECORD];
    seen.nanos = numbers[at + NANOS];
    seen.seq = numbers[at + SEQ];
    seen.ack = numbers[at + ACK];
    long small = numbers[at + SMALL];
    long behind = small >>> LINE;
    seen.line = behind == 0 ? 0 : seen.record + behind - 1;
    seen.id = id(small);
    seen.ipLength = (int) (small & ID_MASK) - 1;
    seen.length = (int) rest;
    seen.ttl = (short) ((rest >> TTL & 0x1ff) - 1);
    seen.flags = (short) ((rest >> FLAGS & 0x1fff) - 1);
    seen.kind = KINDS[(int) (rest >> KIND & 0xf)];
    seen.df = (byte) ((rest >> DF & 3) - 1);
    seen.timestamps = (rest >> TIMESTAMPS & 1) != 0;
    return seen;
  }
}
