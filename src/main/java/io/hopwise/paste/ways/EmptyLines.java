package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.List;

/** Empty lines: one behind each line, or some amid records. */
final class EmptyLines implements Way {
  /** More in a row were not made by copying. */
  private static final int MOST = 3;

  /** How many are behind each line; 0 where all of them are to go. */
  private final int behindEach;

  private EmptyLines(int behindEach) {
    this.behindEach = behindEach;
  }

  /** Those behind each line, which need no record to be seen. */
  static List<Way> findBehindEach(PastedText sample) {
    List<Way> ways = find(sample);
    return ways.size() > 1 ? ways.subList(0, 1) : List.of();
  }

  static List<Way> find(PastedText sample) {
    int lines = 0;
    int followed = 0;
    int few = MOST;
    boolean amid = false;
    for (int at = 0; at < sample.length(); at = sample.lineEnd(at)) {
      int end = sample.lineEnd(at);
      if (isEmpty(sample, at, end)) {
        continue;
      }
      lines++;
      int behind = emptyEnd(sample, end);
      if (end == sample.length()) {
        followed++;
      } else if (behind > end) {
        followed++;
        // The last ones of a sample may be only some of them.
        few = behind == sample.length() ? few : Math.min(few, count(sample, end, behind));
        amid |= isIndented(sample, behind);
      }
    }
    if (lines > 1 && 4 * followed >= 3 * lines) {
      return List.of(new EmptyLines(few), new EmptyLines(0));
    }
    return amid ? List.of(new EmptyLines(0)) : List.of();
  }

  /** Whether a line is empty. One with a tab is one that tcpdump printed for what was empty. */
  private static boolean isEmpty(PastedText text, int from, int end) {
    return text.at(from) != '\t' && text.isBlank(from, end);
  }

  private static int emptyEnd(PastedText text, int from) {
    int at = from;
    while (at < text.length() && isEmpty(text, at, text.lineEnd(at))) {
      at = text.lineEnd(at);
    }
    return at;
  }

  private static int count(PastedText text, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at = text.lineEnd(at)) {
      count++;
    }
    return count;
  }

  /** Whether a line is indented, as those that go on with a record are. */
  private static boolean isIndented(PastedText text, int at) {
    return at + 1 < text.length()
        && (text.at(at) == '\t' || (text.at(at) == ' ' && text.at(at + 1) == ' '));
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int at = 0;
    int row = 0;
    while (at < text.length()) {
      int end = text.lineEnd(at);
      row = isEmpty(text, at, end) ? row + 1 : 0;
      // Of a row, those were there before that have others behind them, as all lines have.
      if (row == 0 || (behindEach > 0 && row % (behindEach + 1) == 0)) {
        undone.copy(text, at, end);
      }
      at = end;
    }
    return undone.done();
  }

  @Override
  public boolean isHarmless() {
    return behindEach > 0;
  }

  /**
   * Whether each line is followed by those that were added to it, and by as many for each that was
   * empty before: of payloads' empty lines too many were left otherwise.
   */
  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    int each = behindEach + 1;
    int row = 0;
    int end;
    for (int at = 0; at < pasted.length() && behindEach > 0; at = end) {
      end = pasted.lineEnd(at);
      boolean empty = isEmpty(pasted, at, end);
      if (!empty && at > 0 && row % each != behindEach) {
        return false;
      }
      row = empty ? row + 1 : 0;
    }
    return true;
  }

  @Override
  public String id() {
    return "empty-lines";
  }

  @Override
  public String says() {
    return behindEach == 0 ? "empty lines amid records" : "an empty line behind each line";
  }

  @Override
  public String toString() {
    return "EmptyLines" + behindEach;
  }
}
