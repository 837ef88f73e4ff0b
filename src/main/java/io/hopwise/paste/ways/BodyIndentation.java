package io.hopwise.paste.ways;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import java.util.List;

/** Addresses behind a tab, or behind other blanks than the four that tcpdump prints. */
final class BodyIndentation implements Way {

  private static final int WIDTH = 4;

  private final Trial trial;

  private BodyIndentation(Trial trial) {
    this.trial = trial;
  }

  static List<Way> find(PastedText sample, Trial trial) {
    BodyIndentation way = new BodyIndentation(trial);
    int end;
    for (int at = 0; at < sample.length(); at = end) {
      end = sample.lineEnd(at);
      if (end < sample.length() && way.isOdd(sample, at, end)) {
        return List.of(way);
      }
    }
    return List.of();
  }

  /** Whether the line behind a header has its addresses behind other blanks. */
  private boolean isOdd(PastedText text, int line, int next) {
    int words = text.lastWordEnd(line, next);
    int from = text.behindBlanks(next);
    boolean four = from == next + WIDTH && text.at(next) == ' ' && text.at(from - 1) == ' ';
    return words > line
        && text.at(words - 1) == ')'
        && from > next
        && !four
        && trial.kind(text.bytes(), from, text.lineEnd(from)) == LineKind.FLOW;
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      undone.copy(text, at, end);
      if (end < text.length() && isOdd(text, at, end)) {
        for (int i = 0; i < WIDTH; i++) {
          undone.put(' ', text.place(end));
        }
        int words = text.behindBlanks(end);
        end = text.lineEnd(words);
        undone.copy(text, words, end);
      }
    }
    return undone.done();
  }

  @Override
  public boolean isJoin() {
    return true;
  }

  @Override
  public String id() {
    return "body-indentation";
  }

  @Override
  public String says() {
    return "other blanks before addresses";
  }

  @Override
  public String toString() {
    return "BodyIndentation";
  }
}
