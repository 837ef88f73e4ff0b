package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;

/** Blanks at the ends of lines, as terminals pad and Markdown breaks lines. */
final class TrailingBlanks implements Way {
  static List<Way> find(PastedText sample) {
    for (int at = 0; at < sample.length(); at = sample.lineEnd(at)) {
      int end = sample.wordsEnd(at, sample.lineEnd(at));
      if (end > at && isBlank(sample.at(end - 1)) && !sample.isBlank(at, end)) {
        return List.of(new TrailingBlanks());
      }
    }
    return List.of();
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      int words = text.wordsEnd(at, end);
      int last = words;
      while (last > at && isBlank(text.at(last - 1))) {
        last--;
      }
      undone.copy(text, at, last);
      undone.copy(text, words, end);
    }
    return undone.done();
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
