package io.hopwise.paste.ways;

import com.google.common.collect.ImmutableList;
import io.hopwise.paste.Trial;
import io.hopwise.paste.WayFinder;

/** All ways to paste that are known. */
public final class Ways {
  private Ways() {}

  /** Those told by marks that tcpdump does not print. */
  public static ImmutableList<WayFinder> marks() {
    return ImmutableList.of(
        QuotedPrintable::find,
        TerminalText::find,
        HtmlText::find,
        TypographicText::find,
        MarkdownText::find,
        LineEndMarks::find,
        TrailingBlanks::find,
        EmptyLines::findBehindEach);
  }

  /**
   * Those told by how lines are arranged.
   *
   * @param indented whether all lines may be indented
   */
  public static ImmutableList<WayFinder> arrangements(Trial trial, boolean indented) {
    return ImmutableList.of(
        StringLiterals::find,
        new LinePrefixFinder(trial, indented),
        EmptyLines::find,
        sample -> SecondLines.find(sample, trial),
        sample -> BodyIndentation.find(sample, trial),
        new WrappedLinesFinder(trial));
  }

  /** Blanks at line ends. */
  public static WayFinder trailingBlanks() {
    return TrailingBlanks::find;
  }

  /** Those that make records of lines that were none, and change no other. */
  public static ImmutableList<WayFinder> brokenLines(Trial trial) {
    return ImmutableList.of(
        sample -> BodyIndentation.find(sample, trial), new WrappedLinesFinder(trial));
  }
}
