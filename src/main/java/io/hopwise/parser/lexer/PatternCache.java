package io.hopwise.parser.lexer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The token runs that were seen at one node of the {@link PrefixTree}, likeliest first. Where
 * tokens keep matching none, fewer and fewer runs are made, and for a while none is tried: text in
 * which nothing repeats costs little more than it would without the cache.
 */
public final class PatternCache {
  /** How many runs are kept. */
  private static final int MOST = 8;

  private static final int FIRST_PATIENCE = 16;
  private static final int GREATEST_PATIENCE = 1 << 12;

  private TokenRun[] known = {};

  /** After so many tokens that match no run, one is made. */
  private int patience = FIRST_PATIENCE;

  private int hits;
  private int misses;

  /** How many more tokens to leave untried. */
  private int pause;

  private int count;

  /** A run that begins at {@code from}, or null; {@link #count} of its tokens match. */
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
          // Moves one forward on each hit, so that the likeliest comes first.
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

  /** How many tokens the last call of {@link #matching} matched. */
  int count() {
    return count;
  }

  /** Whether to make a run of the token that matched none. */
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

  /** Adds a run behind all others; where there are too many, in place of the last. */
  public void add(TokenRun run) {
    if (known.length < MOST) {
      known = Arrays.copyOf(known, known.length + 1);
    }
    known[known.length - 1] = run;
  }
}
