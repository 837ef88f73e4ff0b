package io.hopwise.paste;

/** How much may be read to find forms, so that no input takes longer than its length allows. */
final class SearchBudget {
  /**
   * Bytes that may be read to find forms, at first, and for each byte of the input. A search that
   * finds nothing in its sample reads 0.3 MB.
   */
  private static final long FIRST = 1 << 21;

  private static final int PER_BYTE = 12;

  /** So much more for each byte that a form fits that was met before: it costs little to try. */
  private static final int PER_KNOWN_BYTE = 32;

  /**
   * So much more may be read. Text that breaks off again and again is read again from each break,
   * as far as its packets claim to reach; 0.8 MB of such claims took 20 s of CPU without this
   * bound.
   */
  private static final long MOST_OVERDRAWN = 1 << 23;

  private final Trial trial;
  private long budget = FIRST;

  SearchBudget(Trial trial) {
    this.trial = trial;
  }

  /** Whether no other forms are to be looked for. */
  boolean isSpent() {
    return trial.spent() > budget;
  }

  /** Whether text is not even to be looked at. */
  boolean isOverdrawn() {
    return trial.spent() > MOST_OVERDRAWN + budget;
  }

  /** Some of the input was passed. */
  void passed(int length) {
    budget += (long) PER_BYTE * length;
  }

  /** Some of the input was passed in a form met before, for which so much was read. */
  void passedKnown(int length, long spent) {
    budget += Math.min(spent, (long) PER_KNOWN_BYTE * length);
  }
}
