package io.hopwise.report.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a given width at spaces. A longer word is not broken. */
final class Wrapped {
  private static final int HANGING = 2;

  private Wrapped() {}

  static List<String> lines(String text, int width) {
    return lines(text, width, "");
  }

  /** A line that keeps the spaces it begins with; what does not fit follows a little further in. */
  static List<String> indented(String text, int width) {
    int spaces = 0;
    while (spaces < text.length() && text.charAt(spaces) == ' ') {
      spaces++;
    }
    String margin = text.substring(0, Math.min(spaces, width / 2));
    List<String> lines = new ArrayList<>();
    lines(text.substring(spaces), width - margin.length(), " ".repeat(HANGING))
        .forEach(line -> lines.add(margin + line));
    return lines;
  }

  /** All lines but the first begin with the margin. */
  static List<String> lines(String text, int width, String margin) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int needed = Widths.of(word);
      if (used > 0 && used + 1 + needed > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(margin);
        used = margin.length();
      } else if (used > 0) {
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
