package io.hopwise.parser.lexer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The shortest text that the lexer accepts for a token, found by a breadth-first search of a mode's
 * table. Usually it is needed once, for a capture's first reject, before the JVM has compiled this
 * code; so it works on plain numbers and tries one byte of each class.
 */
public final class TokenSample {
  /** Letters and digits, which are tried before other characters. */
  private static final String FIRST = "abcdefghijklmnopqrstuvwxyz0123456789";

  private static final int NOT_REACHED = -1;

  private final LexerTable.Mode mode;
  private final byte[] characters;
  private final int[] cameFrom;
  private final byte[] cameBy;

  private TokenSample(LexerTable.Mode mode) {
    this.mode = mode;
    this.characters = oneOfEachClass(mode);
    this.cameFrom = new int[mode.size()];
    this.cameBy = new byte[mode.size()];
  }

  /** The shortest text of a token type in the first mode that has it; null if no mode has it. */
  public static @Nullable String shortest(LexerTable table, int type) {
    for (int i = 0; i < table.modes(); i++) {
      LexerTable.Mode mode = table.mode(i);
      if (mode.takes(type)) {
        return new TokenSample(mode).shortest(type);
      }
    }
    return null;
  }

  private @Nullable String shortest(int type) {
    Arrays.fill(cameFrom, NOT_REACHED);
    cameFrom[0] = 0;
    int[] waiting = new int[mode.size()];
    int last = 1;
    for (int first = 0; first < last; first++) {
      int state = waiting[first];
      if (LexerTable.Mode.type(mode.end(state)) == type) {
        return wayTo(state);
      }
      for (byte c : characters) {
        int to = mode.next(state, c);
        if (to != LexerTable.DEAD && cameFrom[to] == NOT_REACHED) {
          cameFrom[to] = state;
          cameBy[to] = c;
          waiting[last++] = to;
        }
      }
    }
    return null;
  }

  private String wayTo(int end) {
    StringBuilder way = new StringBuilder();
    for (int state = end; state != 0; state = cameFrom[state]) {
      way.append((char) cameBy[state]);
    }
    return way.reverse().toString();
  }

  /** One ASCII character of each class, those of {@link #FIRST} first. */
  private static byte[] oneOfEachClass(LexerTable.Mode mode) {
    boolean[] has = new boolean[LexerTable.BYTES];
    byte[] found = new byte[LexerTable.BYTES];
    int count = 0;
    StringBuilder order = new StringBuilder(FIRST);
    for (char c = 1; c <= Byte.MAX_VALUE; c++) {
      order.append(c);
    }
    for (int i = 0; i < order.length(); i++) {
      byte c = (byte) order.charAt(i);
      if (!has[mode.classOf(c)]) {
        has[mode.classOf(c)] = true;
        found[count++] = c;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
