package io.hopwise.paste.ways;

import com.google.common.collect.ImmutableList;
import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
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
          if (prefix < 0 && isHead(trial.kind(text.bytes(), at, end))) {
            undone.put(NO_RECORD, text.place(at));
          }
          undone.copy(text, Math.max(at, prefix), end);
        });
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
