package io.hopwise.parser.lexer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of tokens seen in earlier records, matched as a whole, eight bytes at a time across
 * token boundaries. A run grows by the run that keeps following it, and is shortened if it often
 * matches only in part.
 */
public final class TokenRun {
  private static final int MOST_TOKENS = 40;
  private static final int FIRST_PATIENCE = 32;
  private static final int GREATEST_PATIENCE = 1 << 12;
  private static final int NEVER = Integer.MAX_VALUE;

  /** A partial match outweighs this many full matches, because it is slower than no match. */
  private static final int COST = 4;

  private static final int MOST_CREDIT = 64;

  private TokenPattern[] tokens;

  /** The comparisons: each of up to eight bytes and the digits after them. */
  private MaskedWord[] steps = {};

  /** The first bytes of the first token: comparing them alone rules out most runs. */
  private long beginning;

  private long beginningMask;

  /** For each token, the step in which it ends, and its end as an offset in that step. */
  private int[] lastSteps = {};

  private int[] lastOffsets = {};

  /** The index of each step in the text matched last, and the end of the last step. */
  private int[] begins = {};

  /**
   * The run that followed last, and how often in a row: after {@link #patience} times this run
   * grows.
   */
  private @Nullable TokenRun next;

  private int streak;
  private int patience = FIRST_PATIENCE;

  /** Full matches so far, minus the cost of partial ones; below 0 the run is shortened. */
  private int credit;

  public TokenRun(TokenPattern token) {
    tokens = new TokenPattern[] {token};
    makeSteps();
  }

  private void makeSteps() {
    List<MaskedWord> made = new ArrayList<>();
    lastSteps = new int[tokens.length];
    lastOffsets = new int[tokens.length];
    byte[] word = new byte[Long.BYTES];
    int length = 0;
    for (int i = 0; i < tokens.length; i++) {
      for (TokenPattern.Part part : tokens[i].parts()) {
        byte[] bytes = part.word();
        for (int at = 0; at < bytes.length; ) {
          if (length == Long.BYTES) {
            made.add(MaskedWord.of(word, 0, length, null));
            length = 0;
          }
          int count = Math.min(bytes.length - at, Long.BYTES - length);
          System.arraycopy(bytes, at, word, length, count);
          at += count;
          length += count;
        }
        if (part.digits() != null) {
          made.add(MaskedWord.of(word, 0, length, part.digits()));
          length = 0;
        }
      }
      lastSteps[i] = made.size();
      lastOffsets[i] = length;
    }
    if (length > 0) {
      made.add(MaskedWord.of(word, 0, length, null));
    }
    steps = made.toArray(new MaskedWord[0]);
    begins = new int[steps.length + 1];
    beginningMask = Swar.first(lastSteps[0] == 0 ? lastOffsets[0] : steps[0].length());
    beginning = steps[0].word() & beginningMask;
  }

  /** The number of tokens. */
  int size() {
    return tokens.length;
  }

  public TokenPattern token(int index) {
    return tokens[index];
  }

  /** The end of a token found by the last {@link #match}. */
  int end(int index) {
    return begins[lastSteps[index]] + lastOffsets[index];
  }

  /** How many of the tokens, from the first on, match at an index. */
  int match(byte[] bytes, int from, int to) {
    if (((Swar.at(bytes, from) ^ beginning) & beginningMask) != 0) {
      return 0;
    }
    MaskedWord[] tried = steps;
    int[] begun = begins;
    int at = from;
    int i = 0;
    for (; i < tried.length; i++) {
      MaskedWord step = tried[i];
      begun[i] = at;
      long differing = step.differing(bytes, at);
      if (differing != 0) {
        return matching(bytes, to, i, at + Swar.countBefore(differing));
      }
      at += step.length();
      DigitRun digits = step.digits();
      if (digits != null) {
        int length = digits.length(bytes, at);
        if (length == 0) {
          return matching(bytes, to, i, at);
        }
        at += length;
      }
    }
    begun[i] = at;
    boolean all = at <= to && tokens[tokens.length - 1].endsAt(bytes, at, to);
    return all ? tokens.length : matching(bytes, to, i, at);
  }

  /** How many of the tokens match if the text matches up to an index in a step. */
  private int matching(byte[] bytes, int to, int step, int reached) {
    int count = 0;
    while (count < tokens.length && lastSteps[count] <= step && end(count) <= reached) {
      count++;
    }
    while (count > 0
        && !(end(count - 1) <= to && tokens[count - 1].endsAt(bytes, end(count - 1), to))) {
      count--;
    }
    return count;
  }

  /** Notes how many of the tokens matched; shortens the run if that is often too few. */
  void noteMatch(int count) {
    if (count == tokens.length) {
      credit = Math.min(credit + 1, MOST_CREDIT);
      return;
    }
    credit -= COST;
    if (credit < 0) {
      patience = patience < GREATEST_PATIENCE ? 2 * patience : GREATEST_PATIENCE;
      streak = 0;
      credit = 0;
      tokens = Arrays.copyOf(tokens, count);
      makeSteps();
    }
  }

  /** Notes which run followed a full match; returns whether this run grew by it. */
  boolean grow(TokenRun after) {
    if (after != next) {
      next = after;
      streak = 0;
      return false;
    }
    if (++streak < patience || tokens.length >= MOST_TOKENS) {
      return false;
    }
    streak = 0;
    if (!tokens[tokens.length - 1].endsBefore(after.tokens[0])) {
      patience = NEVER; // the last token may run into the next one
      return false;
    }
    add(after);
    return true;
  }

  private void add(TokenRun after) {
    int added = Math.min(after.tokens.length, MOST_TOKENS - tokens.length);
    int size = tokens.length;
    tokens = Arrays.copyOf(tokens, size + added);
    System.arraycopy(after.tokens, 0, tokens, size, added);
    makeSteps();
  }
}
