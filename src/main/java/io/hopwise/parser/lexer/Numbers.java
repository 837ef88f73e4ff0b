package io.hopwise.parser.lexer;

import java.util.OptionalInt;

/**
 * A cache of optional numbers. A packet has ten or more, most of them small, such as TTLs, lengths
 * and offsets; new objects for each were the most frequent allocations.
 */
public final class Numbers {
  private static final int SHARED = 2048;
  private static final OptionalInt[] SMALL = new OptionalInt[SHARED];

  static {
    for (int i = 0; i < SHARED; i++) {
      SMALL[i] = OptionalInt.of(i);
    }
  }

  private Numbers() {}

  public static OptionalInt optional(int number) {
    return number >= 0 && number < SHARED ? SMALL[number] : OptionalInt.of(number);
  }
}
