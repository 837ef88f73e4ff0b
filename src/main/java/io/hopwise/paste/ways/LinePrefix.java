package io.hopwise.paste.ways;

import com.google.common.collect.ImmutableList;
import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import io.hopwise.paste.ways.PrefixShape.CharClass;
import io.hopwise.paste.ways.PrefixShape.Part;

/**
 * What every line carries in front: quotation marks, numbers, what a log says of each line. A line
 * without it that looks like a record's head is none: it was not printed by the same tcpdump.
 */
final class LinePrefix implements Way {
  /** Makes a line one that begins no record. */
  static final int NO_RECORD = 1;

  private final Trial trial;
  private final PrefixShape shape;

  /** Whether times stand behind it. */
  private final boolean timed;

  LinePrefix(Trial trial, ImmutableList<Part> parts, boolean timed) {
    this.trial = trial;
    this.shape = new PrefixShape(parts);
    this.timed = timed;
  }

  @Override
  public PastedText undo(PastedText text) {
    return text.changeLines(
        (at, end, undone) -> {
          int prefix = shape.matchEnd(text, at, text.wordsEnd(at, end));
          if (prefix < 0 && isOther(text, at, end)) {
            undone.put(NO_RECORD, text.place(at));
          }
          undone.copy(text, Math.max(at, prefix), end);
        });
  }

  /**
   * Whether a line without the prefix looks like a record's head, perhaps behind a number or white
   * space, by which it would go on with the record before it; or whether it is white space behind
   * an empty line.
   */
  private boolean isOther(PastedText text, int at, int end) {
    int words = text.behindBlanks(at);
    if (words == at) {
      return isHead(trial.kind(text.bytes(), at, end));
    }
    if (words >= text.wordsEnd(at, end)) {
      return false;
    }
    boolean behindEmpty = at > 1 && text.at(at - 1) == '\n' && text.at(at - 2) == '\n';
    return (behindEmpty && !isIndentation()) || isIndentedTime(text, at, end, trial);
  }

  /** Whether a time of day stands behind blanks, or behind a number. */
  static boolean isIndentedTime(PastedText text, int at, int end, Trial trial) {
    int words = text.behindBlanks(at);
    int number = words;
    while (number < end && PrefixShape.kindOf(text.at(number)) == CharClass.DIGITS) {
      number++;
    }
    int behind = text.behindBlanks(number);
    return words > at
        && (isTimeOfDay(text, words, end, trial)
            || (number > words && behind > number && isTimeOfDay(text, behind, end, trial)));
  }

  private static boolean isTimeOfDay(PastedText text, int at, int end, Trial trial) {
    LineKind kind = trial.kind(text.bytes(), at, end);
    return kind == LineKind.TIME_OF_DAY || kind == LineKind.DATE_TIME;
  }

  /** Before what share of lines it stands, from the first to the last one that has it. */
  double share(PastedText text) {
    int lines = 0;
    int matching = 0;
    int linesToLast = 0;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      boolean matches = isBefore(text, at, end);
      lines += (matching > 0 || matches) && !text.isBlank(at, end) ? 1 : 0;
      if (matches) {
        matching++;
        linesToLast = lines;
      }
    }
    return matching < 2 && lines > 2 ? 0 : (double) matching / Math.max(1, linesToLast);
  }

  /** Whether it stands before a line. */
  boolean isBefore(PastedText text, int from, int end) {
    return shape.matchEnd(text, from, text.wordsEnd(from, end)) > from;
  }

  static boolean isHead(LineKind kind) {
    return kind.isTimed() || kind == LineKind.UNTIMED || kind == LineKind.FLOW;
  }

  boolean isTime() {
    return shape.isTime();
  }

  @Override
  public boolean takesTimes() {
    return !timed && shape.beginsWithClock();
  }

  @Override
  public boolean isIndentation() {
    return shape.isIndentation();
  }

  @Override
  public boolean isPrefix() {
    return true;
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public String id() {
    return isIndentation() ? "indentation" : "line-prefix";
  }

  @Override
  public String says() {
    return shape.says();
  }

  @Override
  public String toString() {
    return "LinePrefix" + shape;
  }
}
