package io.hopwise.parser;

import io.hopwise.parser.LexerTable.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A token as one stood in the text before: words, and digits between them. Where a text has the
 * same words, and in their places digits that make no difference, the automaton would cut the same
 * token; to see that takes half the time of walking it byte by byte.
 */
final class TokenPattern {
  private final Mode mode;
  private final Step first;
  private final int state;
  private final long follower;
  private final long followerMask;
  private final int followerLength;
  private final int type;
  private final int nextMode;
  private final RecordPlace target;

  /**
   * A pattern.
   *
   * @param mode the mode the token is cut in
   * @param first its first word
   * @param state the state behind all of it
   * @param follower what does not continue it, so that there is its end
   * @param target the place behind it
   */
  TokenPattern(Mode mode, Step first, int state, Step follower, RecordPlace target) {
    this.mode = mode;
    this.first = first;
    this.state = state;
    this.follower = follower.word;
    this.followerMask = follower.mask;
    this.followerLength = follower.length;
    this.type = Mode.type(mode.end(state));
    this.nextMode = Mode.nextMode(mode.end(state));
    this.target = target;
  }

  /** A word of up to eight bytes and, perhaps, the digits behind it. */
  static final class Step {
    private final long word;
    private final long mask;
    private final int length;
    private final @Nullable DigitRun run;
    private @Nullable Step next;

    /** The word in {@code bytes[from, to)}, and what digits may stand behind it. */
    Step(byte[] bytes, int from, int to, @Nullable DigitRun run) {
      this.length = to - from;
      this.mask = EightBytes.first(length);
      this.word = EightBytes.at(bytes, from) & mask;
      this.run = run;
    }

    void setNext(Step step) {
      next = step;
    }
  }

  int type() {
    return type;
  }

  /** The mode that follows. */
  int nextMode() {
    return nextMode;
  }

  /** The place behind the token. */
  RecordPlace target() {
    return target;
  }

  /** Where the token ends that begins at {@code from}, if it is one of these; else -1. */
  int end(byte[] bytes, int from, int to) {
    int at = from;
    for (Step step = first; step != null; step = step.next) {
      if (((EightBytes.at(bytes, at) ^ step.word) & step.mask) != 0) {
        return -1;
      }
      at += step.length;
      DigitRun run = step.run;
      if (run != null) {
        int length = run.length(bytes, at);
        if (length == 0) {
          return -1;
        }
        at += length;
      }
    }
    if (at > to) {
      return -1; // what stands behind the text does not count
    }
    return isFollowed(bytes, at, to) || isLongest(bytes, at, to) ? at : -1;
  }

  private boolean isFollowed(byte[] bytes, int at, int to) {
    return followerLength > 0
        && at + followerLength <= to
        && ((EightBytes.at(bytes, at) ^ follower) & followerMask) == 0;
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
}
