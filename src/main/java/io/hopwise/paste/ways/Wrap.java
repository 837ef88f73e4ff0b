package io.hopwise.paste.ways;

/**
 * Where lines were wrapped.
 *
 * @param at what they were cut between
 * @param width in columns, 1 or more
 * @param hang the blanks that what goes on stands behind, 0 for none
 * @param isBeside whether these blanks are no part of the width
 */
record Wrap(At at, int width, int hang, boolean isBeside) {

  /** What lines are cut between. */
  enum At {
    WORDS,
    CHARACTERS
  }

  /** Whether a line is so long that the next one's first word had no room on it. */
  boolean isFull(int columns, int nextWord) {
    return isAtWords() ? columns + 1 + nextWord > width : columns >= width - 1;
  }

  /** What stood where a line was wrapped: a blank, or nothing. */
  boolean wantsBlank(byte last, int columns) {
    if (last == ' ') {
      return false;
    }
    return isAtWords() ? last != '-' : columns < width;
  }

  boolean isAtWords() {
    return at == At.WORDS;
  }

  /** The columns of a line that count, of all of one that goes on with another. */
  int counted(int columns) {
    return isBeside ? columns - hang : columns;
  }

  String says() {
    return "wrapped at " + width + " columns";
  }
}
