package io.hopwise.parser.lexer;

import org.jspecify.annotations.Nullable;

/**
 * The beginnings of the records read so far, token by token, as a tree of {@link PrefixNode}s. A
 * usual capture makes some hundred nodes; when there are too many, the tree is dropped and starts
 * again.
 */
final class PrefixTree {
  /** With more nodes than this, the next record starts a new tree. */
  static final int MOST = 1 << 12;

  /** Deeper in a record, hardly anything repeats. */
  private static final int DEEPEST = 128;

  private final PatternMaker maker;
  private PrefixNode start = new PrefixNode(0);
  private int count = 1;

  /** How often runs have grown: at most {@link #MOST} times per tree. */
  private int grown;

  PrefixTree(LexerTable table) {
    this.maker = new PatternMaker(table);
  }

  /** The number of nodes. */
  int count() {
    return count;
  }

  /** The root, where records begin. */
  PrefixNode start() {
    if (count > MOST) {
      start = new PrefixNode(0);
      count = 1;
      grown = 0;
    }
    return start;
  }

  /**
   * The node after a token that matched no run of its node; null if that is too deep in the record
   * to be worth remembering.
   *
   * @param node the node before the token
   * @param mode the mode in which it was cut
   * @param limit the index where the record ends
   */
  @Nullable PrefixNode after(PrefixNode node, int mode, RecordToken token, int limit) {
    if (node.depth() >= DEEPEST) {
      return null;
    }
    int ending = LexerTable.Mode.end(token.type, token.nextMode);
    PrefixNode target = node.after(ending);
    if (target == null) {
      target = new PrefixNode(node.depth() + 1);
      node.add(ending, target);
      count++;
    }
    if (node.patterns().wantsPattern()) {
      TokenPattern pattern =
          maker.pattern(mode, token.bytes, token.start, token.end, limit, target);
      if (pattern != null) {
        node.patterns().add(new TokenRun(pattern));
      }
    }
    return target;
  }

  /** Notes that one run followed a full match of another. */
  void noteFollowing(TokenRun before, TokenRun after) {
    if (grown < MOST && before.grow(after)) {
      grown++;
    }
  }
}
