package io.hopwise.paste.ways;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import java.util.List;

/**
 * Second lines of records alone, as grep leaves them of text with {@code -v}: addresses and what
 * follows. Without their indentation they are packets without a time and a TTL.
 */
final class SecondLines implements Way {

  private final Trial trial;

  private SecondLines(Trial trial) {
    this.trial = trial;
  }

  static List<Way> find(PastedText sample, Trial trial) {
    SecondLines way = new SecondLines(trial);
    int lines = 0;
    int second = 0;
    int end;
    for (int at = 0; at < sample.length(); at = end) {
      end = sample.lineEnd(at);
      if (LinePrefix.isHead(trial.kind(sample.bytes(), at, end))) {
        return List.of();
      }
      // What an ICMP error quotes stands on such a line, too, and was not sent here.
      if (sample.words(at, end).contains(": ICMP")) {
        return List.of();
      }
      lines += sample.isBlank(at, end) ? 0 : 1;
      second += way.isSecond(sample, at, end) ? 1 : 0;
    }
    return second > 1 && 5 * second >= 4 * lines ? List.of(way) : List.of();
  }

  private boolean isSecond(PastedText text, int from, int end) {
    int words = text.behindBlanks(from);
    return words > from && words < end && trial.kind(text.bytes(), words, end) == LineKind.FLOW;
  }

  @Override
  public PastedText undo(PastedText text) {
    return text.changeLines(
        (at, end, undone) ->
            undone.copy(text, isSecond(text, at, end) ? text.behindBlanks(at) : at, end));
  }

  @Override
  public String id() {
    return "second-lines";
  }

  @Override
  public String says() {
    return "second lines of records, without the first ones, which have the TTL";
  }

  @Override
  public String toString() {
    return "SecondLines";
  }
}
