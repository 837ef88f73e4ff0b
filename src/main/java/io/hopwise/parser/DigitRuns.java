package io.hopwise.parser;

import io.hopwise.parser.LexerTable.Mode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an automaton makes of digits, by asking it for all of them.
 *
 * <p>A grammar says digit by digit how large a number may be ({@code INT16}). So behind its digits
 * the automaton is in a state that depends on them; but most of these states differ only in which
 * digit may follow, and behind the last digit none does. As many digits make a {@link DigitRun} as
 * are taken whichever they are and lead to states that do not differ otherwise.
 */
final class DigitRuns {
  private static final String DECIMAL = "0123456789";
  private static final String HEXADECIMAL = "0123456789abcdef";

  /** The most digits that are asked for: all that {@link DigitRun} looks at, and one behind. */
  private static final int LONGEST = 2 * Long.BYTES - 1;

  private final Mode mode;
  private final Map<Question, Optional<DigitRun>> found = new HashMap<>();

  /**
   * What was asked for.
   *
   * @param count how many digits; 0 for as many as are taken
   * @param alike whether the states behind them must not differ in the token that ends there,
   *     either
   */
  private record Question(int state, int count, boolean alike) {}

  DigitRuns(Mode mode) {
    this.mode = mode;
  }

  /**
   * The run in a state that takes the digits at an index, or null where there is none: at best one
   * with which a token may end.
   */
  @Nullable DigitRun run(int state, byte[] bytes, int at) {
    DigitRun run = find(new Question(state, 0, true), bytes, at);
    run = run == null ? find(new Question(state, 0, false), bytes, at) : run;
    if (run != null) {
      return run;
    }
    // A number with a fixed count of digits, as minutes and seconds have.
    int count = Words.countBefore(Words.notDigits(Words.at(bytes, at)));
    return count == 0 ? null : find(new Question(state, count, false), bytes, at);
  }

  private @Nullable DigitRun find(Question question, byte[] bytes, int at) {
    Optional<DigitRun> run = found.computeIfAbsent(question, q -> Optional.ofNullable(ask(q)));
    return run.filter(r -> r.length(bytes, at) > 0).orElse(null);
  }

  private @Nullable DigitRun ask(Question question) {
    if (question.count > 0) {
      return new Search(question, DECIMAL, true).exactly(question.count);
    }
    DigitRun hex = new Search(question, HEXADECIMAL, true).any();
    DigitRun zeros = hex == null ? new Search(question, DECIMAL, true).any() : hex;
    DigitRun numbers = new Search(question, DECIMAL, false).any();
    return zeros == null || (numbers != null && numbers.most() > zeros.most()) ? numbers : zeros;
  }

  /** One search from a state. */
  private final class Search {
    private final int state;
    private final boolean alike;
    private final String digits;
    private final boolean zeros;
    private int after = LexerTable.DEAD;
    private boolean endsAlike = true;

    Search(Question question, String digits, boolean zeros) {
      this.state = question.state;
      this.alike = question.alike;
      this.digits = digits;
      this.zeros = zeros;
    }

    @Nullable DigitRun exactly(int count) {
      Set<Integer> states = behind(Set.of(state), count);
      after = states.iterator().next();
      return areAlike(states) ? run(count, count, 0) : null;
    }

    @Nullable DigitRun any() {
      Set<Integer> level = behind(Set.of(state), 1);
      after = level.iterator().next();
      int most = 0;
      while (most < LONGEST && areAlike(level)) {
        most++;
        Set<Integer> next = behind(most == 1 && !zeros ? withoutZero() : level, 1);
        most = next.equals(level) ? LONGEST : most; // and so on for ever
        level = next;
      }
      if (most == 0) {
        return null;
      }
      return run(1, most, most < LONGEST ? bound(most + 1) : 0);
    }

    private DigitRun run(int least, int most, long bound) {
      boolean hex = digits.length() > DECIMAL.length();
      return new DigitRun(hex, zeros, least, most, bound, after, endsAlike);
    }

    /** The states behind so many digits, {@link LexerTable#DEAD} among them where not all live. */
    private Set<Integer> behind(Set<Integer> states, int count) {
      Set<Integer> level = states;
      for (int i = 0; i < count && !level.contains(LexerTable.DEAD); i++) {
        level = behind(level, digits);
      }
      return level;
    }

    private Set<Integer> behind(Set<Integer> states, String possible) {
      Set<Integer> next = new TreeSet<>();
      for (int from : states) {
        for (int i = 0; i < possible.length(); i++) {
          next.add(mode.next(from, (byte) possible.charAt(i)));
        }
      }
      return next;
    }

    private Set<Integer> withoutZero() {
      return behind(Set.of(state), digits.substring(1));
    }

    /** Whether what is no digit leads from all of these states to where it leads from the first. */
    private boolean areAlike(Set<Integer> states) {
      boolean ends = true;
      for (int other : states) {
        if (other == LexerTable.DEAD || (other != after && !leadOnAlike(other))) {
          return false;
        }
        ends &= mode.end(other) == mode.end(after);
      }
      if (alike && !ends) {
        return false;
      }
      endsAlike &= ends;
      return true;
    }

    private boolean leadOnAlike(int other) {
      for (int b = 0; b < LexerTable.BYTES; b++) {
        boolean digit = digits.indexOf(b) >= 0;
        if (!digit && mode.next(other, (byte) b) != mode.next(after, (byte) b)) {
          return false;
        }
      }
      return true;
    }

    /**
     * Of all numbers of a length the least that is not known to be taken. Up to the first digit
     * behind which not all others may follow, all numbers are taken; and so on behind that digit.
     */
    private long bound(int length) {
      StringBuilder least = new StringBuilder();
      int prefix = state;
      while (least.length() < length && prefix != LexerTable.DEAD) {
        int digit = least.isEmpty() && !zeros ? 1 : 0;
        while (digit < digits.length() && isFree(prefix, digit, length - least.length() - 1)) {
          digit++;
        }
        boolean all = digit == digits.length();
        least.append((char) (all ? digits.charAt(digit - 1) + 1 : digits.charAt(digit)));
        prefix = all ? LexerTable.DEAD : mode.next(prefix, (byte) digits.charAt(digit));
      }
      long bound = 0;
      for (int i = 0; i < Math.min(length, Long.BYTES); i++) {
        bound = bound << Byte.SIZE | (i < least.length() ? least.charAt(i) : '0');
      }
      return bound;
    }

    /** Whether behind a digit so many others may follow, whichever they are. */
    private boolean isFree(int from, int digit, int more) {
      int target = mode.next(from, (byte) digits.charAt(digit));
      return target != LexerTable.DEAD && areAlike(behind(Set.of(target), more));
    }
  }
}
