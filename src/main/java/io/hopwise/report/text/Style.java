package io.hopwise.report.text;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.Citation;

/**
 * The layout of text for people.
 *
 * @param colored whether to use ANSI colours
 * @param columns the width of a line in columns, 40 or more
 * @param unicode whether drawings may use characters beyond ASCII
 * @param citation how to refer to the packets of a finding that stands alone, by line or by frame
 *     number; a report knows that itself
 * @since 0.1
 */
public record Style(boolean colored, int columns, boolean unicode, Citation citation) {
  /** No colour, 80 columns, drawings in ASCII. */
  public static final Style PLAIN = new Style(false, 80, false);

  /** Longer lines of prose are hard to read. */
  private static final int WIDEST_PROSE = 100;

  private static final String RED = "1;31";
  private static final String YELLOW = "1;33";
  private static final String GREEN = "1;32";
  private static final String MAGENTA = "1;35";
  private static final String CYAN = "36";
  private static final String BOLD = "1";

  /** A style whose drawings are in ASCII. */
  public Style(boolean colored, int columns) {
    this(colored, columns, false);
  }

  /** A style that refers to packets by line. */
  public Style(boolean colored, int columns, boolean unicode) {
    this(colored, columns, unicode, Citation.LINE);
  }

  /** Checks the width of a line. */
  public Style {
    if (columns < 40) {
      throw new IllegalArgumentException("too narrow: " + columns + " columns");
    }
  }

  String bold(String text) {
    return mark(BOLD, text);
  }

  String label(String text) {
    return mark(CYAN, text);
  }

  /** Marks what fits the host. */
  String fits(String text) {
    return mark(GREEN, text);
  }

  /** Marks what does not fit it, as strongly as the finding speaks. */
  String differs(Grade grade, String text) {
    return grade(grade, text);
  }

  /** The width of a line of prose. */
  int proseColumns() {
    return Math.min(columns, WIDEST_PROSE);
  }

  String grade(Grade grade, String text) {
    return switch (grade) {
      case HIGH -> mark(RED, text);
      case MEDIUM, LOW -> mark(YELLOW, text);
      case INFO -> bold(text);
    };
  }

  /** Marks the verdict as strongly as the findings speak. */
  String verdict(Report report, String text) {
    return switch (report.result()) {
      case FINDINGS -> grade(report.worst(), text);
      case CLEAN -> mark(GREEN, text);
      case CANNOT_JUDGE -> mark(MAGENTA, text);
    };
  }

  private String mark(String code, String text) {
    return colored && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
