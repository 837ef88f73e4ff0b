package io.hopwise.parser.lexer;

import io.hopwise.parser.lexer.LexerTable.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a token seen before: words, and digits between them. In text with the same words and
 * with interchangeable digits between them, the automaton would cut the same token. {@link
 * TokenRun} looks for it.
 */
public final class TokenPattern {
  private final Mode mode;
  private final List<Part> parts;
  private final int state;
  private final MaskedWord follower;
  private final int type;
  private final int nextMode;
  private final PrefixNode target;

  /** A word, perhaps empty, and the digits that may follow it. */
  static final class Part {
    private final byte[] word;
    private final @Nullable DigitRun digits;

    Part(byte[] word, @Nullable DigitRun digits) {
      this.word = word;
      this.digits = digits;
    }

    byte[] word() {
      return word;
    }

    @Nullable DigitRun digits() {
      return digits;
    }
  }

  /**
   * A pattern.
   *
   * @param mode the mode in which the token is cut
   * @param parts the parts, in order
   * @param state the state after it
   * @param follower bytes after it that do not continue it, so that it ends there
   * @param target the node after it
   */
  TokenPattern(Mode mode, List<Part> parts, int state, MaskedWord follower, PrefixNode target) {
    this.mode = mode;
    this.parts = parts;
    this.state = state;
    this.follower = follower;
    this.type = Mode.type(mode.end(state));
    this.nextMode = Mode.nextMode(mode.end(state));
    this.target = target;
  }

  List<Part> parts() {
    return parts;
  }

  public int type() {
    return type;
  }

  /** The next mode. */
  int nextMode() {
    return nextMode;
  }

  /** The node after the token. */
  PrefixNode target() {
    return target;
  }

  /** Whether a token that matches up to an index ends there. */
  boolean endsAt(byte[] bytes, int at, int to) {
    int length = follower.length();
    boolean followed = length > 0 && at + length <= to && follower.differing(bytes, at) == 0;
    return followed || isLongest(bytes, at, to);
  }

  /** Whether the automaton finds no longer token. */
  private boolean isLongest(byte[] bytes, int from, int to) {
    int beyond = state;
    for (int at = from; at < to; at++) {
      beyond = mode.next(beyond, bytes[at]);
      if (beyond == LexerTable.DEAD) {
        return true;
      }
      if (mode.end(beyond) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a token of this pattern always ends where one of another pattern begins. */
  boolean endsBefore(TokenPattern next) {
    byte[] word = next.parts.get(0).word;
    int beyond = state;
    for (byte b : word) {
      beyond = mode.next(beyond, b);
      if (beyond == LexerTable.DEAD) {
        return true;
      }
      if (mode.end(beyond) != 0) {
        return false;
      }
    }
    DigitRun digits = next.parts.get(0).digits;
    return digits != null && digits.allStop(mode, beyond);
  }
}
