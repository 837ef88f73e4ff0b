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

  private final Trial trial;
  private final Wrap wrap;
  private final boolean certain;

  /**
   * Wrapped lines.
   *
   * @param certain whether so many lines end at the width that a line that does goes on
   */
  WrappedLines(Trial trial, Wrap wrap, boolean certain) {
    this.trial = trial;
    this.wrap = wrap;
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
    if (wrap.hang() == 0) {
      WrappedRecord record = new WrappedRecord(trial, text, line, head, this, false);
      if (record.read()) {
        return record.isJoined() ? record : null;
      }
    }
    WrappedRecord record = new WrappedRecord(trial, text, line, head, this, true);
    return record.read() && record.isJoined() ? record : null;
  }

  Wrap wrap() {
    return wrap;
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
    return wrap.says();
  }

  @Override
  public String toString() {
    return "WrappedLines" + wrap + certain;
  }
}
