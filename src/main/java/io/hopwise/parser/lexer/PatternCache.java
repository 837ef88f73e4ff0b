package io.hopwise.parser.lexer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The token runs seen at one node of the {@link PrefixTree}, the likeliest first. If tokens keep
 * matching none, fewer runs are made, and for a while none is tried, so that text without
 * repetition costs little more than without the cache.
 */
public final class PatternCache {
  /** The most runs to keep. */
  private static final int MOST = 8;

  private static final int FIRST_PATIENCE = 16;
  private static final int GREATEST_PATIENCE = 1 << 12;

  private TokenRun[] known = {};

  /** A run is made after this many tokens that match none. */
  private int patience = FIRST_PATIENCE;

  private int hits;
  private int misses;

  /** How many more tokens to skip without trying a run. */
  private int pause;

  private int count;

  /**
   * A run that matches at {@code from}, or null; {@link #count} tells how many of its tokens match.
   */
  public @Nullable TokenRun matching(byte[] bytes, int from, int to) {
    if (pause > 0) {
      pause--;
      return null;
    }
    TokenRun[] tried = known;
    for (int i = 0; i < tried.length; i++) {
      TokenRun run = tried[i];
      count = run.match(bytes, from, to);
      if (count > 0) {
        if (i > 0) {
          // Moves a run forward on each hit, so that the likeliest comes first.
          tried[i] = tried[i - 1];
          tried[i - 1] = run;
        }
        hits++;
        return run;
      }
    }
    misses++;
    return null;
  }

  /** How many tokens matched in the last call of {@link #matching}. */
  int count() {
    return count;
  }

  /** Whether to make a run for a token that matched none. */
  public boolean wantsPattern() {
    if (misses < patience) {
      return false;
    }
    boolean useful = hits >= misses || known.length == 0;
    patience = useful ? FIRST_PATIENCE : Math.min(2 * patience, GREATEST_PATIENCE);
    pause = useful || 4 * hits >= misses ? 0 : 8 * patience;
    hits = 0;
    misses = 0;
    return true;
  }

  /** Adds a run after all others, or in place of the last if there are too many. */
  public void add(TokenRun run) {
    if (known.length < MOST) {
      known = Arrays.copyOf(known, known.length + 1);
    }
    known[known.length - 1] = run;
  }
}
