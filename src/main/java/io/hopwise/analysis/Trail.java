package io.hopwise.analysis;

/**
 * The first or the last few packets of a connection, in numbers alone: a packet passes through here
 * without the garbage collector having to look after it, as it would an object that lives a while.
 */
final class Trail {
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
  private static final int ID_AND_IP_LENGTH = 4;
  private static final int REST = 5;

  // What REST holds, from the lowest bit: length (32), TTL + 1 (9), flags + 1 (13), kind (4), DF +
  // 1
  // (2), timestamps (1), direction (1).
  private static final int TTL = 32;
  private static final int FLAGS = 41;
  private static final int KIND = 54;
  private static final int DF = 58;
  private static final int TIMESTAMPS = 60;
  private static final int FORTH = 61;
  private static final Kind[] KINDS = Kind.values();

  private long[] numbers = new long[FEW * WIDTH];
  private int size;
  private int oldest;

  Trail() {}

  /** A trail that holds the same. */
  Trail(Trail same) {
    numbers = same.numbers.clone();
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
  void add(Sighting seen, boolean forth) {
    int at = place();
    numbers[at + RECORD] = seen.record;
    numbers[at + NANOS] = seen.nanos;
    numbers[at + SEQ] = seen.seq;
    numbers[at + ACK] = seen.ack;
    numbers[at + ID_AND_IP_LENGTH] = (long) seen.id << 32 | (seen.ipLength & 0xffffffffL);
    numbers[at + REST] =
        (seen.length & 0xffffffffL)
            | (long) (seen.ttl + 1) << TTL
            | (long) (seen.flags + 1) << FLAGS
            | (long) seen.kind.slot << KIND
            | (long) (seen.df + 1) << DF
            | (seen.timestamps ? 1L : 0) << TIMESTAMPS
            | (forth ? 1L : 0) << FORTH;
  }

  private int place() {
    if (size == LENGTH) {
      int at = oldest * WIDTH;
      oldest = oldest + 1 == LENGTH ? 0 : oldest + 1;
      return at;
    }
    int at = size * WIDTH;
    if (at == numbers.length) {
      long[] more = new long[size < GROWN ? GROWN * WIDTH : LENGTH * WIDTH];
      System.arraycopy(numbers, 0, more, 0, at);
      numbers = more;
    }
    size++;
    return at;
  }

  private int at(int index) {
    int slot = oldest + index;
    return (slot < LENGTH ? slot : slot - LENGTH) * WIDTH;
  }

  /** The record of a packet; 0 is the oldest here. */
  long record(int index) {
    return numbers[at(index) + RECORD];
  }

  boolean isForth(int index) {
    return (numbers[at(index) + REST] >> FORTH & 1) != 0;
  }

  int id(int index) {
    return (int) (numbers[at(index) + ID_AND_IP_LENGTH] >> 32);
  }

  int ttl(int index) {
    return (int) (numbers[at(index) + REST] >> TTL & 0x1ff) - 1;
  }

  /** The packet as it was seen, but for its window, the end of its data and its text. */
  Sighting sighting(int index, Flow flow) {
    int at = at(index);
    long rest = numbers[at + REST];
    Sighting seen = new Sighting(flow);
    seen.record = numbers[at + RECORD];
    seen.nanos = numbers[at + NANOS];
    seen.seq = numbers[at + SEQ];
    seen.ack = numbers[at + ACK];
    seen.id = (int) (numbers[at + ID_AND_IP_LENGTH] >> 32);
    seen.ipLength = (int) numbers[at + ID_AND_IP_LENGTH];
    seen.length = (int) rest;
    seen.ttl = (short) ((rest >> TTL & 0x1ff) - 1);
    seen.flags = (short) ((rest >> FLAGS & 0x1fff) - 1);
    seen.kind = KINDS[(int) (rest >> KIND & 0xf)];
    seen.df = (byte) ((rest >> DF & 3) - 1);
    seen.timestamps = (rest >> TIMESTAMPS & 1) != 0;
    return seen;
  }
}
