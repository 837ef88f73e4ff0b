package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;

/** Empty lines: one behind each line, or some amid records. */
final class EmptyLines implements Way {

  /** Whether all of them are to go. */
  private final boolean all;

  private EmptyLines(boolean all) {
    this.all = all;
  }

  /** Those behind each line, which need no record to be seen. */
  static List<Way> findBehindEach(PastedText sample) {
    List<Way> ways = find(sample);
    return ways.size() > 1 ? ways.subList(0, 1) : List.of();
  }

  static List<Way> find(PastedText sample) {
    int lines = 0;
    int followed = 0;
    boolean amid = false;
    for (int at = 0; at < sample.length(); at = sample.lineEnd(at)) {
      int end = sample.lineEnd(at);
      if (sample.isBlank(at, end)) {
        continue;
      }
      lines++;
      boolean empty = end < sample.length() && sample.isBlank(end, sample.lineEnd(end));
      followed += empty || end == sample.length() ? 1 : 0;
      amid |= empty && isIndented(sample, end);
    }
    if (lines > 1 && 4 * followed >= 3 * lines) {
      return List.of(new EmptyLines(false), new EmptyLines(true));
    }
    return amid ? List.of(new EmptyLines(true)) : List.of();
  }

  /** Whether the next line that is not empty is indented, as those that go on with a record are. */
  private static boolean isIndented(PastedText text, int from) {
    int at = from;
    while (at < text.length() && text.isBlank(at, text.lineEnd(at))) {
      at = text.lineEnd(at);
    }
    return at + 1 < text.length()
        && (text.at(at) == '\t' || (text.at(at) == ' ' && text.at(at + 1) == ' '));
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
      at = all ? end : keepHalf(text, at, undone);
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
  public String id() {
    return "empty-lines";
  }

  @Override
  public String says() {
    return all ? "empty lines amid records" : "an empty line behind each line";
  }

  @Override
  public String toString() {
    return "EmptyLines" + all;
  }
}
