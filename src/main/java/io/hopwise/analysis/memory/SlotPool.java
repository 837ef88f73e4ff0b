package io.hopwise.analysis.memory;

import java.util.Arrays;

/** Gives out the lowest numbers that nobody has, and takes them back. */
public final class SlotPool {
  private int[] free = new int[16];
  private int freed;
  private int next;

  /** A number, 0 or more, that nobody has. */
  public int take() {
    if (freed > 0) {
      freed--;
      return free[freed];
    }
    next++;
    return next - 1;
  }

  /** Nobody has this number any more. */
  public void free(int slot) {
    if (freed == free.length) {
      free = Arrays.copyOf(free, 2 * freed);
    }
    free[freed] = slot;
    freed++;
  }
}
