package io.hopwise.paste.ways;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lines that seem to go on, and the width that explains most of them: cut amid words all are as
 * long as it is, cut between words the next one would not have had room.
 */
final class LineCuts {
  /** So many cuts show a width. */
  private static final int ENOUGH = 3;

  /** A line that seems to go on: its columns, and those with the next line's first word. */
  private record Cut(int columns, int wanted) {}

  private final List<Cut> cuts = new ArrayList<>();

  void add(int columns, int nextWord) {
    cuts.add(new Cut(columns, columns + 1 + nextWord));
  }

  int count() {
    return cuts.size();
  }

  /** How many lines are as long as a width; a blank that stood there may be gone. */
  int ending(int width) {
    return (int) cuts.stream().filter(cut -> endsAt(cut, width)).count();
  }

  /** How many lines had no room for the next word. */
  int fitting(int width) {
    return (int) cuts.stream().filter(cut -> fits(cut, width)).count();
  }

  /** Whether so many are explained that a line that is as long goes on. */
  boolean isCertain(int explained) {
    return explained >= ENOUGH && 10 * explained >= 8 * cuts.size();
  }

  private static boolean endsAt(Cut cut, int width) {
    return cut.columns == width || cut.columns == width - 1;
  }

  private static boolean fits(Cut cut, int width) {
    return cut.columns <= width && cut.wanted > width;
  }

  /** The length that most lines have, or lack one blank of, the largest of them. */
  int widthAmidWords() {
    int best = 0;
    int most = 0;
    for (Cut cut : cuts) {
      int same = ending(cut.columns);
      if (same > most || (same == most && cut.columns > best)) {
        most = same;
        best = cut.columns;
      }
    }
    return best;
  }

  /** The width at which most lines had to be cut: the smallest that the longest of them allow. */
  int widthBetweenWords() {
    int best = 0;
    int most = 0;
    List<Integer> widths = new ArrayList<>();
    cuts.forEach(cut -> widths.add(cut.wanted - 1));
    Collections.sort(widths);
    for (int width : widths) {
      int explained = fitting(width);
      if (explained >= most) {
        most = explained;
        best = width;
      }
    }
    int width = best;
    return cuts.stream().filter(cut -> fits(cut, width)).mapToInt(Cut::columns).max().orElse(width);
  }
}
