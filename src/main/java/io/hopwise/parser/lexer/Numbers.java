package io.hopwise.parser.lexer;

import java.util.OptionalInt;

/**
 * Numbers that were printed. Most are small, TTLs and lengths and offsets, and a packet has ten or
 * more: made anew for each, they were the most frequent objects of all.
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
