package io.hopwise.paste.ways;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import io.hopwise.paste.WayFinder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds lines that were wrapped: many are of about the same length, and none is longer. */
final class WrappedLinesFinder implements WayFinder {
  private final Trial trial;

  WrappedLinesFinder(Trial trial) {
    this.trial = trial;
  }

  @Override
  public List<Way> find(PastedText sample) {
    int widest = 0;
    List<Integer> full = new ArrayList<>();
    for (int at = 0; at < sample.length(); at = sample.lineEnd(at)) {
      int end = sample.lineEnd(at);
      int length = sample.wordsEnd(at, end) - at;
      widest = Math.max(widest, length);
      if (end < sample.length() && isStray(sample, end)) {
        full.add(length + 1 + firstWord(sample, end));
      }
    }
    if (full.isEmpty()) {
      return List.of();
    }
    Collections.sort(full);
    int least = full.get(full.size() / 5);
    return List.of(
        new WrappedLines(trial, WrappedLines.At.WORDS, Math.min(widest, least - 1)),
        new WrappedLines(trial, WrappedLines.At.CHARACTERS, widest));
  }

  private boolean isStray(PastedText text, int from) {
    LineKind kind = trial.kind(text.bytes(), from, text.lineEnd(from));
    return kind == LineKind.STRAY || kind == LineKind.LOOSE;
  }

  private static int firstWord(PastedText text, int from) {
    int to = from;
    while (to < text.length() && text.at(to) != ' ' && text.at(to) != '\n') {
      to++;
    }
    return to - from;
  }
}
