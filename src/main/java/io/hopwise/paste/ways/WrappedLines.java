package io.hopwise.paste.ways;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were wrapped at a width. Lines are joined only where a record is not whole as it
 * stands and is whole once they are joined.
 */
final class WrappedLines implements Way {

  /** Where lines were wrapped. */
  enum At {
    WORDS,
    CHARACTERS
  }

  private final Trial trial;
  private final At at;
  private final int width;
  private final boolean certain;

  /**
   * Wrapped lines.
   *
   * @param width in columns
   * @param certain whether so many lines end at the width that a line that does goes on
   */
  WrappedLines(Trial trial, At at, int width, boolean certain) {
    this.trial = trial;
    this.at = at;
    this.width = width;
    this.certain = certain;
  }

  @Override
  public PastedText undo(PastedText text) {
    PastedText.Maker undone = new PastedText.Maker(text.length());
    int line = 0;
    while (line < text.length()) {
      int end = text.lineEnd(line);
      LineKind kind = trial.kind(text.bytes(), line, end);
      WrappedRecord record = LinePrefix.isHead(kind) ? joined(text, line, kind) : null;
      if (record == null) {
        undone.copy(text, line, end);
        line = end;
      } else {
        undone.add(record.undone());
        line = record.end();
      }
    }
    return undone.done();
  }

  /** The record that begins on a line, null where nothing is to be joined. */
  private @Nullable WrappedRecord joined(PastedText text, int line, LineKind head) {
    for (boolean hanging : new boolean[] {false, true}) {
      WrappedRecord record = new WrappedRecord(trial, text, line, head, this, hanging);
      if (record.read()) {
        return record.isJoined() ? record : null;
      }
    }
    return null;
  }

  /** Whether a line is so long that the next one's first word had no room on it. */
  boolean isFull(int columns, int nextWord) {
    return at == At.CHARACTERS ? columns >= width - 1 : columns + 1 + nextWord > width;
  }

  /** What stood where a line was wrapped: a blank, or nothing. */
  boolean wantsBlank(byte last, int columns) {
    if (last == ' ') {
      return false;
    }
    return at == At.WORDS ? last != '-' : columns < width;
  }

  boolean isAtWords() {
    return at == At.WORDS;
  }

  /** Whether a line that is full goes on, though it may end a record, too. */
  boolean isCertain() {
    return certain;
  }

  @Override
  public boolean isJoin() {
    return true;
  }

  @Override
  public String id() {
    return "wrapped-lines";
  }

  @Override
  public String says() {
    return "wrapped at " + width + " columns";
  }

  @Override
  public String toString() {
    return "WrappedLines" + at + width + certain;
  }
}
