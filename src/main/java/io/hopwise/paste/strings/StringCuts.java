package io.hopwise.paste.strings;

import java.util.ArrayList;
import java.util.List;

/** Line ends within strings, and the width that explains them. */
final class StringCuts {
  /** A terminal or an editor may take away so many blanks at a line's end. */
  static final int MOST_BLANKS = 4;

  /**
   * A line that goes on.
   *
   * @param columns how long it is
   * @param wanted how long it were with the next line's first word
   * @param hasBlank whether it could be cut elsewhere
   * @param endsInBlank whether a blank stands at its end
   * @param backslashed whether a backslash ends it that belongs to no other character
   */
  record Cut(int columns, int wanted, boolean hasBlank, boolean endsInBlank, boolean backslashed) {
    boolean isFull(int width) {
      return columns <= width && columns >= width - MOST_BLANKS;
    }

    /** Whether the next word had no room, where one of some widths is the right one. */
    boolean hasNoRoom(int least, int most) {
      return !hasBlank || (columns <= most && wanted > least);
    }
  }

  private final List<Cut> cuts = new ArrayList<>();

  void add(Cut cut) {
    cuts.add(cut);
  }

  int count() {
    return cuts.size();
  }

  void addAll(StringCuts others) {
    cuts.addAll(others.cuts);
  }

  /** The width at which all were cut that are no exception, amid words; 0 if there is none. */
  int widthAmidWords() {
    int width = 0;
    int most = 0;
    for (Cut cut : cuts) {
      int same = (int) cuts.stream().filter(other -> other.columns == cut.columns).count();
      if (same > most || (same == most && cut.columns > width)) {
        width = cut.columns;
        most = same;
      }
    }
    int best = width;
    int full = (int) cuts.stream().filter(cut -> cut.isFull(best)).count();
    return 10 * most >= 7 * cuts.size() && isEnough(full) ? width : 0;
  }

  /** The least width at which they may have been cut between words; 0 if there is none. */
  int widthBetweenWords() {
    int width = cuts.stream().filter(Cut::hasBlank).mapToInt(Cut::columns).max().orElse(0);
    int fitting = (int) cuts.stream().filter(cut -> cut.hasNoRoom(width, width)).count();
    return isEnough(fitting) ? width : 0;
  }

  /** The largest such width. */
  int mostBetweenWords() {
    int least = widthBetweenWords();
    return cuts.stream()
        .filter(cut -> cut.hasBlank && cut.hasNoRoom(least, least))
        .mapToInt(cut -> cut.wanted - 1)
        .min()
        .orElse(least);
  }

  private boolean isEnough(int explained) {
    return explained > 0 && 10 * explained >= 9 * cuts.size();
  }

  /** Whether nearly all have kept the blank they were cut at. */
  boolean keepBlanks() {
    return 10 * cuts.stream().filter(Cut::endsInBlank).count() >= 9L * cuts.size();
  }

  /** Whether a backslash says of each line that it goes on. */
  boolean areBackslashed() {
    return cuts.size() > 1 && cuts.stream().allMatch(Cut::backslashed);
  }

  boolean isExplained() {
    return widthAmidWords() > 0 || widthBetweenWords() > 0 || areBackslashed();
  }
}
