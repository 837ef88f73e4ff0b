package io.hopwise.parser.lexer;

import io.hopwise.parser.grammar.TcpdumpParser.RecordContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all records that begin with the same types of tokens: which runs of tokens
 * followed so far, and, for records that end here, their parse tree.
 *
 * <p>The parser decides by the types of tokens alone. So one tree serves all records that end at
 * the same node: it refers to the token objects of {@link RecordTokens}, which hold the next record
 * by then.
 */
public final class PrefixNode {
  private final int depth;
  private final PatternCache patterns = new PatternCache();
  private int[] ends = {};
  private PrefixNode[] children = {};
  private @Nullable RecordContext tree;
  private int fellBackAt;

  /** A node behind so many tokens. */
  public PrefixNode(int depth) {
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  /** The runs of tokens that followed here. */
  PatternCache patterns() {
    return patterns;
  }

  /**
   * The node behind a token, or null where there is none yet.
   *
   * @param ending its type and the mode that follows, see {@link LexerTable.Mode#end}
   */
  @Nullable PrefixNode behind(int ending) {
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] == ending) {
        return children[i];
      }
    }
    return null;
  }

  void add(int ending, PrefixNode child) {
    ends = Arrays.copyOf(ends, ends.length + 1);
    children = Arrays.copyOf(children, ends.length);
    ends[ends.length - 1] = ending;
    children[ends.length - 1] = child;
  }

  /** The tree of records that end here; null where none was made yet. */
  public @Nullable RecordContext tree() {
    return tree;
  }

  /** The token from which on such records are not understood, -1 for none. */
  public int fellBackAt() {
    return fellBackAt;
  }

  public void keep(RecordContext made, int fellBack) {
    tree = made;
    fellBackAt = fellBack;
  }
}
