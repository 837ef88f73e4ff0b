package io.hopwise.analysis.traffic;

import java.util.Arrays;

/** Numbers that are given out and taken back, always the lowest ones that were ever needed. */
final class Slots {
  private int[] free = new int[16];
  private int freed;
  private int next;

  /** A number, 0 or more, that nobody has. */
  int take() {
    if (freed > 0) {
      freed--;
      return free[freed];
    }
    next++;
    return next - 1;
  }

  /** Nobody has this number any more. */
  void free(int slot) {
    if (freed == free.length) {
      free = Arrays.copyOf(free, 2 * freed);
    }
    free[freed] = slot;
    freed++;
  }
}
