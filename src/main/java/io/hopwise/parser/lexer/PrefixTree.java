package io.hopwise.parser.lexer;

import org.jspecify.annotations.Nullable;

/**
 * All places in the records read so far. There are some hundred in a usual capture; where there
 * become too many they are forgotten, and it begins anew.
 */
final class PrefixTree {
  /** Where there are more, the next record begins anew. */
  static final int MOST = 1 << 12;

  /** What stands behind so many tokens is rarely met again. */
  private static final int DEEPEST = 128;

  private final PatternMaker maker;
  private PrefixNode start = new PrefixNode(0);
  private int count = 1;

  /** How often stretches have grown: at most as often as there may be places. */
  private int grown;

  PrefixTree(LexerTable table) {
    this.maker = new PatternMaker(table);
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The place at which records begin. */
  PrefixNode start() {
    if (count > MOST) {
      start = new PrefixNode(0);
      count = 1;
      grown = 0;
    }
    return start;
  }

  /**
   * The place behind a token that was met at a place and fits no pattern of it; null where it is
   * too deep in the record to be worth remembering.
   *
   * @param mode the mode it was cut in
   * @param limit where the record ends
   */
  @Nullable PrefixNode behind(PrefixNode place, int mode, RecordToken token, int limit) {
    if (place.depth() >= DEEPEST) {
      return null;
    }
    int ending = LexerTable.Mode.end(token.type, token.nextMode);
    PrefixNode target = place.behind(ending);
    if (target == null) {
      target = new PrefixNode(place.depth() + 1);
      place.add(ending, target);
      count++;
    }
    if (place.patterns().wantsPattern()) {
      TokenPattern pattern =
          maker.pattern(mode, token.bytes, token.start, token.end, limit, target);
      if (pattern != null) {
        place.patterns().add(new TokenRun(pattern));
      }
    }
    return target;
  }

  /** Notes that one stretch stood behind all of another. */
  void met(TokenRun before, TokenRun behind) {
    if (grown < MOST && before.grow(behind)) {
      grown++;
    }
  }
}
