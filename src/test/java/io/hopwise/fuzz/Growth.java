package io.hopwise.fuzz;

import java.util.function.LongSupplier;

/**
 * Tells work that grows faster than its input from work that is only slow. No limit in milliseconds
 * is right on every machine: the input is doubled twice, and each doubling must not take much more
 * than twice as long. Of several tries the fastest counts, for whatever disturbs a measurement
 * makes it longer.
 */
public final class Growth {
  private static final int TRIES = 5;

  /** Linear work takes twice as long for twice the input, quadratic work four times. */
  private static final double MOST = 3;

  private final LongSupplier clock;

  /** Measures with a clock, such as the CPU time of this thread. */
  public Growth(LongSupplier clock) {
    this.clock = clock;
  }

  /** Work on an input of a size. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void on(int size);
  }

  /** Whether the work takes far more than twice as long for twice the input, twice over. */
  public boolean isFasterThanLinear(Work work, int size) {
    long once = least(work, size);
    long twice = least(work, 2 * size);
    return twice > MOST * once && least(work, 4 * size) > MOST * twice;
  }

  private long least(Work work, int size) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long start = clock.getAsLong();
      work.on(size);
      least = Math.min(least, clock.getAsLong() - start);
    }
    return least;
  }
}
