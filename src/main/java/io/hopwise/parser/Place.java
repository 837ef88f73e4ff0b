package io.hopwise.parser;

import io.hopwise.parser.TcpdumpParser.RecordContext;
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
final class Place {
  /** How many patterns there are at most. */
  private static final int MOST = 8;

  /**
   * What fits no pattern makes one when this has happened so often. A pattern costs as much as
   * reading a dozen records without it.
   */
  private static final int PATIENCE = 16;

  private final int depth;
  private TokenPattern[] patterns = {};
  private int misses;
  private int end;
  private int[] ends = {};
  private Place[] places = {};
  private @Nullable RecordContext tree;
  private int fellBackAt;

  /** A place behind so many tokens. */
  Place(int depth) {
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  /** The pattern of the token that begins at {@code from} and ends at {@link #end}, or null. */
  @Nullable TokenPattern fitting(byte[] bytes, int from, int to) {
    TokenPattern[] known = patterns;
    for (int i = 0; i < known.length; i++) {
      TokenPattern pattern = known[i];
      end = pattern.end(bytes, from, to);
      if (end >= 0) {
        if (i > 0) {
          known[i] = known[i - 1];
          known[i - 1] = pattern;
        }
        return pattern;
      }
    }
    return null;
  }

  /** Where the token ends that fitted last. */
  int end() {
    return end;
  }

  /** Counts a token that fitted no pattern; says whether one is to be added. */
  boolean wantsPattern() {
    misses++;
    return misses % PATIENCE == 0;
  }

  /** Adds a pattern behind all others, in place of the least likely one where they are too many. */
  void add(TokenPattern pattern) {
    if (patterns.length < MOST) {
      patterns = Arrays.copyOf(patterns, patterns.length + 1);
    }
    patterns[patterns.length - 1] = pattern;
  }

  /**
   * The place behind a token, or null where there is none yet.
   *
   * @param ending its type and the mode that follows, see {@link LexerTable.Mode#end}
   */
  @Nullable Place behind(int ending) {
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] == ending) {
        return places[i];
      }
    }
    return null;
  }

  void add(int ending, Place place) {
    ends = Arrays.copyOf(ends, ends.length + 1);
    places = Arrays.copyOf(places, ends.length);
    ends[ends.length - 1] = ending;
    places[ends.length - 1] = place;
  }

  /** The tree of records that end here; null where none was made yet. */
  @Nullable RecordContext tree() {
    return tree;
  }

  /** The token from which on such records are not understood, -1 for none. */
  int fellBackAt() {
    return fellBackAt;
  }

  void keep(RecordContext made, int fellBack) {
    tree = made;
    fellBackAt = fellBack;
  }
}
