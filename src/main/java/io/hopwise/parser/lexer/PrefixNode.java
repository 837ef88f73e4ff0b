package io.hopwise.parser.lexer;

import io.hopwise.parser.grammar.TcpdumpParser.RecordContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known about all records that begin with the same token types: the runs of tokens that
 * followed so far and, for records that end here, their parse tree.
 *
 * <p>The parser decides by token types alone, so one tree serves all records that end at the same
 * node: it refers to the token objects of {@link RecordTokens}, which are reused for each record.
 */
public final class PrefixNode {
  private final int depth;
  private final PatternCache patterns = new PatternCache();
  private int[] ends = {};
  private PrefixNode[] children = {};
  private @Nullable RecordContext tree;
  private int fellBackAt;

  /** A node after this many tokens. */
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
   * The node after a token, or null if there is none yet.
   *
   * @param ending the token's type and the next mode, see {@link LexerTable.Mode#end}
   */
  @Nullable PrefixNode after(int ending) {
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

  /** The tree of records that end here; null if there is none yet. */
  public @Nullable RecordContext tree() {
    return tree;
  }

  /** The index of the token from which such records fall back to text; -1 if they do not. */
  public int fellBackAt() {
    return fellBackAt;
  }

  public void keep(RecordContext made, int fellBack) {
    tree = made;
    fellBackAt = fellBack;
  }
}
