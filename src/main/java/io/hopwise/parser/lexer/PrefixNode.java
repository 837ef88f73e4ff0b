package io.hopwise.parser.lexer;

import io.hopwise.parser.grammar.TcpdumpParser.RecordContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place in records, known by the types of the tokens before it and the modes they lead to: what
 * was met there so far, and for records that end there, their tree.
 *
 * <p>The types of a record's tokens decide which tree the parser makes, whatever the tokens say. So
 * a tree that was made is that of all records that end at the same place: its tokens are those of
 * {@link RecordTokens}, which by then are cut from the next record.
 */
public final class PrefixNode {
  private final int depth;
  private final PatternCache patterns = new PatternCache();
  private int[] ends = {};
  private PrefixNode[] places = {};
  private @Nullable RecordContext tree;
  private int fellBackAt;

  /** A place behind so many tokens. */
  public PrefixNode(int depth) {
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  /** The tokens met here. */
  PatternCache patterns() {
    return patterns;
  }

  /**
   * The place behind a token, or null where there is none yet.
   *
   * @param ending its type and the mode that follows, see {@link LexerTable.Mode#end}
   */
  @Nullable PrefixNode behind(int ending) {
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] == ending) {
        return places[i];
      }
    }
    return null;
  }

  void add(int ending, PrefixNode place) {
    ends = Arrays.copyOf(ends, ends.length + 1);
    places = Arrays.copyOf(places, ends.length);
    ends[ends.length - 1] = ending;
    places[ends.length - 1] = place;
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
