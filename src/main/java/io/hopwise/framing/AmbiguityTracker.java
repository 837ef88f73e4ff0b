package io.hopwise.framing;

/**
 * Which part of the input a packet whose end is not sure may still cover. A line there that looks
 * like a record may be one, or what that packet carried.
 *
 * <p>Doubt ends by itself. Whatever the true records are, the first of them that begins behind all
 * that is covered cannot stand inside an earlier one: as long as each line that looks like a head,
 * and begins where there is doubt, adds as much as its own packet may cover.
 */
final class AmbiguityTracker {
  private long until;

  /** Whether what begins at an offset of the input may not be what it looks like. */
  boolean covers(long offset) {
    return offset < until;
  }

  /** What begins before an offset of the input is doubtful. */
  void reach(long offset) {
    until = Math.max(until, offset);
  }

  /** Nothing behind is sure any more. */
  void neverEnds() {
    until = Long.MAX_VALUE;
  }
}
