package io.hopwise.framing;

/**
 * How much of the input may still be looked at before it is its turn. Each byte given out allows
 * for a few more, so that reading takes time in proportion to the input, whatever the input says of
 * the length of its packets. A packet that was captured whole never needs more than there is: what
 * is looked at for its end is its own text.
 */
final class LookAheadBudget {
  private static final int PER_BYTE = 4;
  private static final int MOST = 1 << 22;

  private int left = MOST;

  int left() {
    return left;
  }

  void spend(int bytes) {
    left = Math.max(0, left - bytes);
  }

  /** So many bytes were given out. */
  void earn(int bytes) {
    left = (int) Math.min(MOST, left + (long) PER_BYTE * bytes);
  }
}
