package io.hopwise.paste.ways;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import io.hopwise.paste.WayFinder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds lines that were wrapped: those that are followed by a line that begins nothing are about as
 * long as the width. The width is the one that explains most of them: cut amid words all are as
 * long as it is, cut between words the next one would not have had room.
 */
final class WrappedLinesFinder implements WayFinder {

  private static final int NARROWEST = 20;
  private static final int ENOUGH = 3;

  private final Trial trial;

  WrappedLinesFinder(Trial trial) {
    this.trial = trial;
  }

  /** A line that seems to go on: its columns, and those with the next line's first word. */
  private record Cut(int columns, int wanted) {}

  @Override
  public List<Way> find(PastedText sample) {
    List<Way> ways = new ArrayList<>();
    List<Cut> cuts = cuts(sample, false);
    add(sample, cuts, ways);
    List<Cut> hanging = cuts(sample, true);
    if (hanging.size() > cuts.size()) {
      add(sample, hanging, ways);
    }
    return ways;
  }

  private void add(PastedText sample, List<Cut> cuts, List<Way> ways) {
    if (cuts.isEmpty()) {
      return;
    }
    int amid = widthAmidWords(cuts);
    int between = widthBetweenWords(cuts);
    int ending = (int) cuts.stream().filter(cut -> endsAt(cut, amid)).count();
    int fitting = (int) cuts.stream().filter(cut -> fits(cut, between)).count();
    boolean exact = isCertain(ending, cuts.size());
    Way amidWords = new WrappedLines(trial, WrappedLines.At.CHARACTERS, amid, exact);
    if (exact && 5 * cuts(amidWords.undo(sample), false).size() <= cuts.size()) {
      // Joined with a blank, some of these records are whole, too, but say something else.
      ways.add(amidWords);
      return;
    }
    boolean certain = isCertain(fitting, cuts.size());
    ways.add(new WrappedLines(trial, WrappedLines.At.WORDS, between, certain));
    ways.add(amidWords);
  }

  /** Whether it is as long as the width; a blank that stood there may be gone. */
  private static boolean endsAt(Cut cut, int width) {
    return cut.columns == width || cut.columns == width - 1;
  }

  private static boolean isCertain(int explained, int cuts) {
    return explained >= ENOUGH && 10 * explained >= 8 * cuts;
  }

  private static boolean fits(Cut cut, int width) {
    return cut.columns <= width && cut.wanted > width;
  }

  /** The length that most lines have, or lack one blank of, the largest of them. */
  private static int widthAmidWords(List<Cut> cuts) {
    int best = 0;
    int most = 0;
    for (Cut cut : cuts) {
      int same = (int) cuts.stream().filter(other -> endsAt(other, cut.columns)).count();
      if (same > most || (same == most && cut.columns > best)) {
        most = same;
        best = cut.columns;
      }
    }
    return best;
  }

  /** The width at which most lines had to be cut: the smallest that the longest of them allow. */
  private static int widthBetweenWords(List<Cut> cuts) {
    int best = 0;
    int most = 0;
    List<Integer> widths = new ArrayList<>();
    cuts.forEach(cut -> widths.add(cut.wanted - 1));
    Collections.sort(widths);
    for (int width : widths) {
      int explained = (int) cuts.stream().filter(cut -> fits(cut, width)).count();
      if (explained >= most) {
        most = explained;
        best = width;
      }
    }
    int width = best;
    return cuts.stream().filter(cut -> fits(cut, width)).mapToInt(Cut::columns).max().orElse(width);
  }

  private List<Cut> cuts(PastedText text, boolean hanging) {
    List<Cut> cuts = new ArrayList<>();
    for (int at = 0; at < text.length(); at = text.lineEnd(at)) {
      int end = text.lineEnd(at);
      if (end == text.length() || text.isBlank(at, end) || !goesOn(text, end, hanging)) {
        continue;
      }
      int columns = text.columns(at, text.lastWordEnd(at, end));
      if (columns >= NARROWEST) {
        cuts.add(new Cut(columns, columns + 1 + firstWord(text, end)));
      }
    }
    return cuts;
  }

  private boolean goesOn(PastedText text, int from, boolean hanging) {
    LineKind kind = trial.kind(text.bytes(), from, text.lineEnd(from));
    if (kind == LineKind.STRAY || kind == LineKind.LOOSE) {
      return true;
    }
    return hanging
        && kind == LineKind.CONTINUATION
        && trial.kind(text.bytes(), text.behindBlanks(from), text.lineEnd(from)) != LineKind.FLOW;
  }

  private static int firstWord(PastedText text, int from) {
    int first = text.behindBlanks(from);
    return text.columns(first, text.wordEnd(first));
  }
}
