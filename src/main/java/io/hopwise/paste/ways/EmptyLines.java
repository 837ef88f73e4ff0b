package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;

/** An empty line behind each line. */
final class EmptyLines implements Way {
  static List<Way> find(PastedText sample) {
    int lines = 0;
    int followed = 0;
    for (int at = 0; at < sample.length(); at = sample.lineEnd(at)) {
      int end = sample.lineEnd(at);
      if (sample.isBlank(at, end)) {
        continue;
      }
      lines++;
      boolean empty = end < sample.length() && sample.isBlank(end, sample.lineEnd(end));
      followed += empty || end == sample.length() ? 1 : 0;
    }
    return lines > 1 && 4 * followed >= 3 * lines ? List.of(new EmptyLines()) : List.of();
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int end;
    int at = 0;
    while (at < text.length()) {
      end = text.lineEnd(at);
      if (!text.isBlank(at, end)) {
        undone.copy(text, at, end);
        at = end;
        continue;
      }
      at = keepHalf(text, at, undone);
    }
    return undone.done();
  }

  /** Of empty lines in a row each other one was there before, but for the one in the middle. */
  private static int keepHalf(PastedText text, int from, PastedText.Maker undone) {
    int count = 0;
    int to = from;
    while (to < text.length() && text.isBlank(to, text.lineEnd(to))) {
      to = text.lineEnd(to);
      count++;
    }
    int kept = (count - 1) / 2;
    int at = from;
    for (int i = 0; i < count; i++) {
      int end = text.lineEnd(at);
      if (i >= count - kept) {
        undone.copy(text, at, end);
      }
      at = end;
    }
    return to;
  }

  @Override
  public String says() {
    return "an empty line behind each line";
  }

  @Override
  public String toString() {
    return "EmptyLines";
  }
}
