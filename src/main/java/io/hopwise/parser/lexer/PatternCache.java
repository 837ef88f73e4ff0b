package io.hopwise.parser.lexer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of tokens that were met at one place. Where tokens keep fitting none, fewer and
 * fewer are made, and from time to time none is tried: text in which nothing repeats costs little
 * more than without patterns.
 */
public final class PatternCache {
  /** How many there are at most. */
  private static final int MOST = 8;

  private static final int FIRST_PATIENCE = 16;
  private static final int GREATEST_PATIENCE = 1 << 12;

  private TokenRun[] known = {};

  /** So many tokens that fit none make one. */
  private int patience = FIRST_PATIENCE;

  private int fits;
  private int misses;

  /** So many tokens are not tried. */
  private int rest;

  private int count;

  /** The stretch that begins at {@code from}, or null; of its tokens {@link #count} are there. */
  public @Nullable TokenRun fitting(byte[] bytes, int from, int to) {
    if (rest > 0) {
      rest--;
      return null;
    }
    TokenRun[] tried = known;
    for (int i = 0; i < tried.length; i++) {
      TokenRun stretch = tried[i];
      count = stretch.fit(bytes, from, to);
      if (count > 0) {
        if (i > 0) {
          // The likeliest will stand in front.
          tried[i] = tried[i - 1];
          tried[i - 1] = stretch;
        }
        fits++;
        return stretch;
      }
    }
    misses++;
    return null;
  }

  /** How many tokens fitted, until others are tried. */
  int count() {
    return count;
  }

  /** Whether the token that fitted none is to make one. */
  public boolean wantsPattern() {
    if (misses < patience) {
      return false;
    }
    boolean useful = fits >= misses || known.length == 0;
    patience = useful ? FIRST_PATIENCE : Math.min(2 * patience, GREATEST_PATIENCE);
    rest = useful || 4 * fits >= misses ? 0 : 8 * patience;
    fits = 0;
    misses = 0;
    return true;
  }

  /** Adds a pattern behind all others; where there are too many, in place of the last. */
  public void add(TokenRun stretch) {
    if (known.length < MOST) {
      known = Arrays.copyOf(known, known.length + 1);
    }
    known[known.length - 1] = stretch;
  }
}
