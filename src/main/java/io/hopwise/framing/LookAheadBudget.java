package io.hopwise.framing;

/**
 * Limits how much of the input may be looked at ahead. Each byte returned in a frame adds to the
 * budget, so that reading time stays proportional to the input, whatever lengths the input claims.
 * A packet captured whole never exceeds the budget, because the text searched for its end is its
 * own.
 */
final class LookAheadBudget {
  private static final int PER_BYTE = 4;
  private static final int MOST = 1 << 22;

  private int left = MOST;
  private long spent;

  int left() {
    return left;
  }

  /** Begins with no more than this, as for a short text that is read again and again. */
  void limit(long bytes) {
    left = (int) Math.min(left, bytes);
  }

  /** How much was looked at ahead so far. */
  long spent() {
    return spent;
  }

  void spend(int bytes) {
    spent += bytes;
    left = Math.max(0, left - bytes);
  }

  /** Adds to the budget after this many bytes were returned. */
  void earn(int bytes) {
    left = (int) Math.min(MOST, left + (long) PER_BYTE * bytes);
  }
}
