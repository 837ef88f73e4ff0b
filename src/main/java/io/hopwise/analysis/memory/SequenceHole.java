package io.hopwise.analysis.memory;

/**
 * Whether something is missing of what one side of a connection sent: later bytes came, and the
 * other side goes on asking for those before.
 */
public final class SequenceHole {
  /** Numbers further apart are counted from elsewhere. */
  private static final long NEAR = 1L << 24;

  private static final long NONE = -1;

  /** The number of the byte that comes next, {@link #NONE} where that is not known. */
  private long next;

  /** The first missing byte, {@link #NONE} where nothing is missing. */
  private long start = NONE;

  private long end;
  private long since;
  private long asked;
  private long lastAsked;
  private int largest;

  /** A side that sends next the byte of this number, -1 where that is not known. */
  public SequenceHole(long next) {
    this.next = next;
  }

  /** The same. */
  public SequenceHole(SequenceHole same) {
    next = same.next;
    start = same.start;
    end = same.end;
    since = same.since;
    asked = same.asked;
    lastAsked = same.lastAsked;
    largest = same.largest;
  }

  /**
   * The side sent data.
   *
   * @param seq the number of their first byte, 0 or more
   * @param length how many bytes they are
   * @param nanos when, on whatever clock
   * @return whether they leave a hole before them that was not there
   */
  public boolean noteData(long seq, int length, long nanos) {
    largest = Math.max(largest, length);
    boolean jumps = isBeyond(seq);
    if (start == NONE && jumps) {
      start = next;
      end = seq;
      since = nanos;
      asked = 0;
      return true;
    }
    if (start != NONE && seq <= start && seq + length > start) {
      start = NONE;
    }
    if (start == NONE) {
      next = jumps || next == NONE || seq + length > next ? seq + length : next;
    }
    return false;
  }

  /** Whether data that begin with this byte leave a hole before them. */
  public boolean isBeyond(long seq) {
    return next != NONE && seq > next && seq - next < NEAR;
  }

  /** The other side acknowledged all bytes before the one of this number. */
  public void noteAck(long ack, long nanos) {
    if (start == ack) {
      asked++;
      lastAsked = nanos;
    } else if (start != NONE && ack > start) {
      start = NONE;
      next = ack;
    }
  }

  /** How many bytes are missing; 0 where none are. */
  public long missing() {
    return start == NONE ? 0 : end - start;
  }

  /** How often the other side asked for them. */
  public long asked() {
    return asked;
  }

  /** For how long it did, in nanoseconds. */
  public long askedFor() {
    return asked == 0 ? 0 : lastAsked - since;
  }

  /** How many bytes the side sent at most in one packet. */
  public int largest() {
    return largest;
  }
}
