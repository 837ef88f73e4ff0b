package io.hopwise.parser.lexer;

import io.hopwise.parser.lexer.LexerTable.Mode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how an automaton treats digits by trying all of them.
 *
 * <p>A grammar limits the size of a number digit by digit ({@code INT16}), so the state after a
 * number depends on its digits. But most of these states differ only in which digits may follow,
 * and after the last digit none does. A {@link DigitRun} covers as many digits as are accepted
 * whatever their values and lead to states that do not differ otherwise.
 */
final class DigitRuns {
  private static final String DECIMAL = "0123456789";
  private static final String HEXADECIMAL = "0123456789abcdef";

  /**
   * The most digits to try: together with the byte that ends them, all that {@link DigitRun} looks
   * at.
   */
  private static final int LONGEST = 2 * Long.BYTES - 1;

  private final Mode mode;
  private final byte[] notDecimal;
  private final byte[] notHexadecimal;
  private final Map<Long, Optional<DigitRun>> found = new HashMap<>();

  /**
   * A question to answer once and remember.
   *
   * @param count how many digits; 0 for as many as are accepted
   * @param alike whether the states after them must also agree on the token that ends there
   */
  private record Question(int state, int count, boolean alike) {
    /**
     * A unique number. With a record as the key, the JVM would generate its hash code at the first
     * use.
     */
    long key() {
      return ((long) state << Byte.SIZE | count) << 1 | (alike ? 1 : 0);
    }
  }

  DigitRuns(Mode mode) {
    this.mode = mode;
    this.notDecimal = others(DECIMAL);
    this.notHexadecimal = others(HEXADECIMAL);
  }

  /** One byte that is none of these digits for each class of bytes in the automaton. */
  private byte[] others(String digits) {
    boolean[] seen = new boolean[LexerTable.BYTES];
    byte[] others = new byte[LexerTable.BYTES];
    int count = 0;
    for (int b = 0; b < LexerTable.BYTES; b++) {
      int number = mode.classOf((byte) b);
      if (!seen[number] && digits.indexOf(b) < 0) {
        seen[number] = true;
        others[count++] = (byte) b;
      }
    }
    return Arrays.copyOf(others, count);
  }

  /**
   * The run for a state and the digits at an index, preferably one with which a token may end; null
   * if there is none.
   */
  @Nullable DigitRun run(int state, byte[] bytes, int at) {
    DigitRun run = find(new Question(state, 0, true), bytes, at);
    run = run == null ? find(new Question(state, 0, false), bytes, at) : run;
    if (run != null) {
      return run;
    }
    // A number with a fixed count of digits, such as minutes and seconds.
    int count = Swar.countBefore(Swar.notDigits(Swar.at(bytes, at)));
    return count == 0 ? null : find(new Question(state, count, false), bytes, at);
  }

  private @Nullable DigitRun find(Question question, byte[] bytes, int at) {
    Optional<DigitRun> run = found.get(question.key());
    if (run == null) {
      run = Optional.ofNullable(ask(question));
      found.put(question.key(), run);
    }
    return run.isPresent() && run.get().length(bytes, at) > 0 ? run.get() : null;
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

  /** A search from one state. Sets of states are arrays because most have one or two elements. */
  private final class Search {
    private final int state;
    private final boolean alike;
    private final String digits;
    private final boolean zeros;
    private final byte[] others;
    private int after = LexerTable.DEAD;
    private boolean endsAlike = true;

    Search(Question question, String digits, boolean zeros) {
      this.state = question.state;
      this.alike = question.alike;
      this.digits = digits;
      this.zeros = zeros;
      this.others = isHex() ? notHexadecimal : notDecimal;
    }

    private boolean isHex() {
      return digits.length() > DECIMAL.length();
    }

    @Nullable DigitRun exactly(int count) {
      int[] states = after(new int[] {state}, count);
      if (states == null) {
        return null;
      }
      after = states[0];
      return areAlike(states) ? run(count, count, 0) : null;
    }

    @Nullable DigitRun any() {
      int[] level = after(new int[] {state}, 1);
      if (level == null) {
        return null;
      }
      after = level[0];
      int most = 0;
      while (most < LONGEST && level != null && areAlike(level)) {
        most++;
        int[] before = most == 1 && !zeros ? after(new int[] {state}, digits.substring(1)) : level;
        int[] next = before == null ? null : after(before, 1);
        boolean ever = (zeros || most > 1) && Arrays.equals(next, level);
        most = ever ? LONGEST : most;
        level = next;
      }
      if (most == 0) {
        return null;
      }
      long bound = most < LONGEST ? bound(most + 1) : 0; // also notes how tokens end
      return run(1, most, bound);
    }

    private DigitRun run(int least, int most, long bound) {
      return new DigitRun(isHex(), zeros, least, most, bound, after, endsAlike);
    }

    /** The states after so many digits, whatever their values; null if not all are accepted. */
    private int @Nullable [] after(int[] states, int count) {
      int[] level = states;
      for (int i = 0; i < count; i++) {
        level = after(level, digits);
        if (level == null) {
          return null;
        }
      }
      return level;
    }

    private int @Nullable [] after(int[] states, String possible) {
      int[] next = new int[states.length * possible.length()];
      int count = 0;
      for (int from : states) {
        for (int i = 0; i < possible.length(); i++) {
          int target = mode.next(from, (byte) possible.charAt(i));
          if (target == LexerTable.DEAD) {
            return null;
          }
          if (!contains(next, count, target)) {
            next[count++] = target;
          }
        }
      }
      return Arrays.copyOf(next, count);
    }

    private static boolean contains(int[] states, int count, int state) {
      for (int i = 0; i < count; i++) {
        if (states[i] == state) {
          return true;
        }
      }
      return false;
    }

    /**
     * Whether any byte that is not a digit leads from all these states to the same state. If so,
     * notes whether the same token ends in them.
     */
    private boolean areAlike(int[] states) {
      boolean ends = true;
      for (int other : states) {
        if (other != after && !leadOnAlike(other)) {
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
      for (byte b : others) {
        if (mode.next(other, b) != mode.next(after, b)) {
          return false;
        }
      }
      return true;
    }

    /**
     * The least number of a length that is not known to be accepted. All numbers are accepted up to
     * the first digit after which some digits may not follow, and so on after that digit.
     */
    private long bound(int length) {
      StringBuilder least = new StringBuilder();
      int prefix = state;
      while (least.length() < length && prefix != LexerTable.DEAD) {
        int digit =
            firstNotFree(prefix, least.isEmpty() && !zeros ? 1 : 0, length - least.length());
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

    /** The first digit after which not all combinations of so many digits may follow. */
    private int firstNotFree(int from, int firstDigit, int length) {
      int free = LexerTable.DEAD;
      int digit = firstDigit;
      for (; digit < digits.length(); digit++) {
        int target = mode.next(from, (byte) digits.charAt(digit));
        if (target == LexerTable.DEAD) {
          return digit;
        }
        if (target == free) {
          continue;
        }
        int[] states = after(new int[] {target}, length - 1);
        if (states == null || !areAlike(states)) {
          return digit;
        }
        free = target;
      }
      return digit;
    }
  }
}
