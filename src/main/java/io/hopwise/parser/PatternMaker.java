package io.hopwise.parser;

import io.hopwise.parser.LexerTable.Mode;
import io.hopwise.parser.TokenPattern.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes patterns of tokens that were cut. */
final class PatternMaker {
  /** In bytes; what is longer is rarely met again. */
  private static final int LONGEST = 80;

  private final LexerTable table;
  private final DigitRuns[] runs;

  PatternMaker(LexerTable table) {
    this.table = table;
    this.runs = new DigitRuns[table.modes()];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = new DigitRuns(table.mode(i));
    }
  }

  /**
   * The pattern of the token {@code bytes[from, to)}, or null where it makes none.
   *
   * @param limit where the text ends
   * @param target the place behind the token
   */
  @Nullable TokenPattern pattern(
      int modeNumber, byte[] bytes, int from, int to, int limit, Place target) {
    if (to - from > LONGEST) {
      return null;
    }
    Mode mode = table.mode(modeNumber);
    List<Step> steps = new ArrayList<>();
    int state = 0;
    boolean endsAlike = true;
    int word = from;
    int at = from;
    while (at < to) {
      DigitRun run = run(runs[modeNumber], state, bytes, at, to);
      if (run != null) {
        steps.add(new Step(bytes, word, at, run));
        at += run.length(bytes, at);
        word = at;
        state = run.after();
        endsAlike = run.endsAlike();
        continue;
      }
      state = mode.next(state, bytes[at]);
      endsAlike = true;
      at++;
      if (at == to || at - word == Long.BYTES) {
        steps.add(new Step(bytes, word, at, null));
        word = at;
      }
    }
    if (!endsAlike || mode.end(state) == 0) {
      return null;
    }
    for (int i = 1; i < steps.size(); i++) {
      steps.get(i - 1).setNext(steps.get(i));
    }
    boolean ends = to < limit && mode.next(state, bytes[to]) == LexerTable.DEAD;
    return new TokenPattern(mode, steps.get(0), state, ends ? bytes[to] : -1, target);
  }

  /** The digits at an index that make no difference, up to the token's end at most. */
  private static @Nullable DigitRun run(DigitRuns runs, int state, byte[] bytes, int at, int to) {
    boolean digit = Bytes.isDigit(bytes[at]) || (bytes[at] >= 'a' && bytes[at] <= 'f');
    if (!digit) {
      return null;
    }
    DigitRun run = runs.run(state, bytes, at);
    return run == null || at + run.length(bytes, at) > to ? null : run;
  }
}
