package io.hopwise.parser.lexer;

import io.hopwise.parser.lexer.LexerTable.Mode;
import io.hopwise.parser.lexer.TokenPattern.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes patterns from tokens already cut. */
public final class PatternMaker {
  /** The longest token in bytes; longer ones are rarely met again. */
  private static final int LONGEST = 80;

  /** The most parts of a pattern; a token with more is no number or address. */
  private static final int MOST_PARTS = 20;

  private final LexerTable table;
  private final @Nullable DigitRuns[] runs;

  public PatternMaker(LexerTable table) {
    this.table = table;
    this.runs = new DigitRuns[table.modes()];
  }

  /**
   * The pattern of the token {@code bytes[from, to)}, or null if it has none.
   *
   * @param limit the index where the text ends
   * @param target the node after the token
   */
  public @Nullable TokenPattern pattern(
      int modeNumber, byte[] bytes, int from, int to, int limit, PrefixNode target) {
    if (to - from > LONGEST) {
      return null;
    }
    Mode mode = table.mode(modeNumber);
    DigitRuns digits = runs(modeNumber);
    List<Part> parts = new ArrayList<>();
    int state = 0;
    boolean endsAlike = true;
    int word = from;
    int at = from;
    while (at < to) {
      DigitRun run = run(digits, state, bytes, at, to);
      if (run == null) {
        state = mode.next(state, bytes[at]);
        endsAlike = true;
        at++;
        continue;
      }
      parts.add(new Part(Arrays.copyOfRange(bytes, word, at), run));
      at += run.length(bytes, at);
      word = at;
      state = run.after();
      endsAlike = run.endsAlike();
    }
    if (word < to) {
      parts.add(new Part(Arrays.copyOfRange(bytes, word, to), null));
    }
    if (!endsAlike || mode.end(state) == 0 || parts.size() > MOST_PARTS) {
      return null;
    }
    MaskedWord follower = MaskedWord.of(bytes, to, seenAfter(mode, state, bytes, to, limit), null);
    return new TokenPattern(mode, parts, state, follower, target);
  }

  /** How many bytes after a token show that it does not continue; 0 if it ends with the text. */
  private static int seenAfter(Mode mode, int state, byte[] bytes, int end, int limit) {
    int beyond = state;
    for (int at = end; at < Math.min(limit, end + Long.BYTES); at++) {
      beyond = mode.next(beyond, bytes[at]);
      if (beyond == LexerTable.DEAD) {
        return at + 1 - end;
      }
    }
    return 0;
  }

  private DigitRuns runs(int mode) {
    DigitRuns known = runs[mode];
    if (known == null) {
      known = new DigitRuns(table.mode(mode));
      runs[mode] = known;
    }
    return known;
  }

  /** The run of interchangeable digits at an index, up to the token's end. */
  private static @Nullable DigitRun run(DigitRuns runs, int state, byte[] bytes, int at, int to) {
    boolean digit = Bytes.isDigit(bytes[at]) || (bytes[at] >= 'a' && bytes[at] <= 'f');
    if (!digit) {
      return null;
    }
    DigitRun run = runs.run(state, bytes, at);
    return run == null || at + run.length(bytes, at) > to ? null : run;
  }
}
