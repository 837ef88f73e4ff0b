package io.hopwise.paste.ways;

import io.hopwise.paste.PastedText;
import io.hopwise.paste.Way;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Blanks at the ends of lines, as terminals pad and Markdown breaks lines. Where nearly all lines
 * have the same ones, exactly these are taken away, for others belong to the text: a tab alone is
 * an empty line of what a packet carries.
 */
final class TrailingBlanks implements Way {
  /** What nearly all lines end with; empty where the blanks differ. */
  private final String same;

  /** Whether tabs are among them; where terminals pad, one before the blanks is the line's. */
  private final boolean tabs;

  /** Whether they are at the ends of so many lines that tcpdump did not print them. */
  private final boolean everywhere;

  private TrailingBlanks(String same, boolean tabs, boolean everywhere) {
    this.same = same;
    this.tabs = tabs;
    this.everywhere = everywhere;
  }

  static List<Way> find(PastedText sample) {
    int lines = 0;
    int padded = 0;
    int withTabs = 0;
    Map<String, Integer> ends = new HashMap<>();
    for (int at = 0; at < sample.length(); at = sample.lineEnd(at)) {
      int end = sample.wordsEnd(at, sample.lineEnd(at));
      if (!sample.isBlank(at, end)) {
        lines++;
        if (isBlank(sample.at(end - 1))) {
          padded++;
          String blanks = sample.words(wordsEnd(sample, at, end, true), end);
          withTabs += blanks.indexOf('\t') >= 0 ? 1 : 0;
          ends.merge(blanks, 1, Integer::sum);
        }
      }
    }
    // Some releases print a blank at the ends of a few lines.
    if (4 * padded < lines || padded == 0) {
      return List.of();
    }
    int enough = lines - lines / 10;
    String same =
        ends.entrySet().stream()
            .filter(end -> end.getValue() >= enough)
            .map(Map.Entry::getKey)
            .findAny()
            .orElse("");
    boolean everywhere = lines > 3 && 4 * padded >= 3 * lines;
    return List.of(new TrailingBlanks(same, 4 * withTabs >= padded, everywhere));
  }

  private static int wordsEnd(PastedText text, int from, int end, boolean tabs) {
    int last = end;
    while (last > from && isBlank(text.at(last - 1)) && (tabs || text.at(last - 1) != '\t')) {
      last--;
    }
    return last;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  @Override
  public PastedText undo(PastedText text) {
    return text.changeLines(
        (at, end, undone) -> {
          int words = text.wordsEnd(at, end);
          undone.copy(text, at, lastByte(text, at, words));
          undone.copy(text, words, end);
        });
  }

  /** Where what tcpdump printed on a line ends. */
  private int lastByte(PastedText text, int from, int end) {
    int last = end - same.length();
    if (!same.isEmpty() && last >= from && text.words(last, end).equals(same)) {
      return last;
    }
    int words = wordsEnd(text, from, end, tabs);
    return words == from && from < end && text.at(from) == '\t' ? from + 1 : words;
  }

  @Override
  public boolean isComplete(PastedText pasted, PastedText undone) {
    return true;
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
    return "TrailingBlanks" + same.length() + tabs;
  }
}
