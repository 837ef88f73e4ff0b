package io.hopwise.paste.ways;

import com.google.common.collect.ImmutableList;
import io.hopwise.paste.PastedText;
import io.hopwise.paste.Trial;
import io.hopwise.paste.Way;
import io.hopwise.paste.WayFinder;
import io.hopwise.paste.strings.StringLiterals;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All ways to paste that are known. */
public final class Ways {
  /** Begins a line that is no record in a form, though it looks like one. */
  public static final byte NO_RECORD = LinePrefix.NO_RECORD;

  private Ways() {}

  /** Those told by marks that tcpdump does not print. */
  public static ImmutableList<WayFinder> marks(Trial trial) {
    return ImmutableList.of(
        PercentEncoding::find,
        QuotedPrintable::find,
        TerminalText::find,
        HtmlText::find,
        TypographicText::find,
        sample -> areStringsWrapped(sample, trial) ? List.of() : MarkdownText.find(sample),
        LineEndMarks::find,
        sample -> areStringsWrapped(sample, trial) ? List.of() : TrailingBlanks.find(sample),
        sample ->
            areStringsWrapped(sample, trial) ? List.of() : BodyIndentation.findTabs(sample, trial),
        EmptyLines::findBehindEach);
  }

  /**
   * Whether strings were wrapped: a backslash may be half of what one holds, so they come first.
   */
  public static boolean areStringsWrapped(PastedText sample, Trial trial) {
    return StringLiterals.areWrapped(sample, trial);
  }

  /**
   * Those told by how lines are arranged.
   *
   * @param indented whether all lines may be indented
   */
  public static ImmutableList<WayFinder> arrangements(Trial trial, boolean indented) {
    return ImmutableList.of(
        sample -> StringLiterals.find(sample, trial),
        sample -> JoinedRecords.find(sample, trial),
        new LinePrefixFinder(trial, indented),
        EmptyLines::find,
        sample -> SecondLines.find(sample, trial),
        sample -> BodyIndentation.find(sample, trial),
        new WrappedLinesFinder(trial));
  }

  /** Halves of records alone. */
  public static WayFinder halves(Trial trial) {
    return sample -> SecondLines.find(sample, trial);
  }

  /** Those that cannot be undone, so that only what is missing is told, of one text. */
  public static ImmutableList<WayFinder> remarks(Trial trial) {
    Set<Integer> ttls = new TreeSet<>();
    ImmutableList<WayFinder> around =
        ImmutableList.of(
            sample -> StringLiterals.find(sample, trial),
            HtmlText::find,
            TerminalText::find,
            MarkdownText::find,
            TypographicText::find,
            new LinePrefixFinder(trial, true));
    return ImmutableList.of(
        sample -> FirstLines.find(sample, trial, ttls),
        sample -> firstLines(sample, around, trial, ttls),
        sample -> UnjoinedLines.find(sample, trial));
  }

  /** First lines of records alone that were pasted in some way. */
  private static List<Way> firstLines(
      PastedText sample, ImmutableList<WayFinder> around, Trial trial, Set<Integer> ttls) {
    return around.stream()
        .flatMap(finder -> finder.find(sample).stream())
        .map(way -> FirstLines.find(way.undo(sample), trial, ttls))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Wrapped lines amid payloads, of which none is joined. */
  public static Way unjoinedAmidDumps() {
    return UnjoinedLines.AMID_DUMPS;
  }

  /** Whether a line begins with blanks, perhaps a number, and a time of day. */
  public static boolean isIndentedTime(PastedText text, int line, Trial trial) {
    return LinePrefix.isIndentedTime(text, line, text.lineEnd(line), trial);
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
