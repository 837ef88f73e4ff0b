package io.hopwise.paste.ways;

import io.hopwise.framing.LineKind;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import java.util.List;

/**
 * Lines that were wrapped, and no join makes whole records of them. The text is kept as it stands,
 * so that nothing is read wrongly; only the width is told.
 */
final class UnjoinedLines extends Remark {
  /** So many records that do not end on their line show that it is tcpdump's text. */
  private static final int ENOUGH = 2;

  /** What follows a record may be payload, so that nothing is joined to it. */
  static final Way AMID_DUMPS = new UnjoinedLines(0);

  /** In columns; 0 where it is not known. */
  private final int width;

  private UnjoinedLines(int width) {
    this.width = width;
  }

  static List<Way> find(PastedText sample, Trial trial) {
    int width = new WrappedLinesFinder(trial).certainWidth(sample);
    return width > 0 && cutRecords(sample, trial) >= ENOUGH
        ? List.of(new UnjoinedLines(width))
        : List.of();
  }

  /** How many lines begin a record that the next line goes on with, though it begins nothing. */
  private static int cutRecords(PastedText text, Trial trial) {
    int count = 0;
    boolean head = false;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      end = text.lineEnd(at);
      LineKind kind = trial.kind(text.bytes(), at, end);
      count += head && kind == LineKind.STRAY ? 1 : 0;
      head = kind.isTimed() || kind == LineKind.UNTIMED;
    }
    return count;
  }

  @Override
  public String id() {
    return "unjoined-lines";
  }

  @Override
  public String says() {
    return width == 0
        ? "lines wrapped, and none is joined where -A prints payloads"
        : "lines wrapped at " + width + " columns, which could not be joined";
  }

  @Override
  public String toString() {
    return "UnjoinedLines" + width;
  }
}
