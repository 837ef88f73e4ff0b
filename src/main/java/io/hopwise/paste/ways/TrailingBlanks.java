package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;

/** Blanks at the ends of lines, as terminals pad and Markdown breaks lines. */
final class TrailingBlanks implements Way {
  /** Whether they are at the ends of so many lines that tcpdump did not print them. */
  private final boolean everywhere;

  private TrailingBlanks(boolean everywhere) {
    this.everywhere = everywhere;
  }

  static List<Way> find(PastedText sample) {
    int lines = 0;
    int padded = 0;
    for (int at = 0; at < sample.length(); at = sample.lineEnd(at)) {
      int end = sample.wordsEnd(at, sample.lineEnd(at));
      if (!sample.isBlank(at, end)) {
        lines++;
        padded += isBlank(sample.at(end - 1)) ? 1 : 0;
      }
    }
    // Some releases print a blank at the ends of a few lines.
    if (4 * padded >= lines && padded > 0) {
      return List.of(new TrailingBlanks(lines > 3 && 4 * padded >= 3 * lines));
    }
    return List.of();
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  @Override
  public PastedText undo(PastedText text) {
    return text.changeLines(
        (at, end, undone) -> {
          int words = text.wordsEnd(at, end);
          int last = words;
          while (last > at && isBlank(text.at(last - 1))) {
            last--;
          }
          undone.copy(text, at, last);
          undone.copy(text, words, end);
        });
  }

  @Override
  public boolean isHarmless() {
    return everywhere;
  }

  @Override
  public String id() {
    return "trailing-blanks";
  }

  @Override
  public String says() {
    return "blanks at line ends";
  }

  @Override
  public String toString() {
    return "TrailingBlanks";
  }
}
