package io.hopwise.framing;

/**
 * Tracks how far a packet of uncertain end may reach. Up to there, a line that looks like a record
 * may be one, or payload of that packet.
 *
 * <p>Doubt ends by itself: a record that begins beyond every doubtful range cannot be inside an
 * earlier record. For this to hold, each line in a doubtful range that looks like a head extends
 * the range by as much as its own packet may cover.
 */
final class AmbiguityTracker {
  private long until;

  /** Whether text at this offset of the input may be payload of an earlier packet. */
  boolean covers(long offset) {
    return offset < until;
  }

  /** Marks everything before an offset of the input as doubtful. */
  void extendTo(long offset) {
    until = Math.max(until, offset);
  }

  /** Marks the rest of the input as doubtful. */
  void extendToEnd() {
    until = Long.MAX_VALUE;
  }
}
