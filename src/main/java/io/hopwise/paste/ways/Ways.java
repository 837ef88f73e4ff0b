package io.hopwise.paste.ways;

import com.google.common.collect.ImmutableList;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import io.hopwise.paste.WayFinder;
import java.util.Set;
import java.util.TreeSet;

/** All ways to paste that are known. */
public final class Ways {
  private Ways() {}

  /** Those told by marks that tcpdump does not print. */
  public static ImmutableList<WayFinder> marks(Trial trial) {
    return ImmutableList.of(
        PercentEncoding::find,
        QuotedPrintable::find,
        TerminalText::find,
        HtmlText::find,
        TypographicText::find,
        MarkdownText::find,
        LineEndMarks::find,
        TrailingBlanks::find,
        sample -> BodyIndentation.findTabs(sample, trial),
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
        sample -> JoinedRecords.find(sample, trial),
        new LinePrefixFinder(trial, indented),
        EmptyLines::find,
        sample -> SecondLines.find(sample, trial),
        sample -> BodyIndentation.find(sample, trial),
        new WrappedLinesFinder(trial));
  }

  /** Those that cannot be undone, so that only what is missing is told, of one text. */
  public static ImmutableList<WayFinder> remarks(Trial trial) {
    Set<Integer> ttls = new TreeSet<>();
    return ImmutableList.of(
        sample -> FirstLines.find(sample, trial, ttls),
        sample -> UnjoinedLines.find(sample, trial));
  }

  /** Wrapped lines amid payloads, of which none is joined. */
  public static Way unjoinedAmidDumps() {
    return UnjoinedLines.AMID_DUMPS;
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
