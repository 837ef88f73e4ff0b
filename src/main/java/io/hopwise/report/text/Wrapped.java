package io.hopwise.report.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a given width at spaces. A longer word is not broken. */
final class Wrapped {
  private Wrapped() {}

  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int needed = Widths.of(word);
      if (used > 0 && used + 1 + needed > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += needed;
    }
    lines.add(line.toString());
    return lines;
  }
}
