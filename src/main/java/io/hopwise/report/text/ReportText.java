package io.hopwise.report.text;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.report.view.Opening;
import io.hopwise.report.view.Verdict;
import io.hopwise.text.English;
import io.hopwise.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of an analysis as text for people. Safe to show on a terminal.
 *
 * @since 0.1
 */
public final class ReportText {
  private static final int INDENT = 2;

  private ReportText() {}

  /** How much is shown of findings that accuse nobody. */
  public enum Extent {
    /** A line each; remarks are counted in one line. */
    FOLDED,
    /** What they say. */
    REMARKS,
    /** All that led to them, too. */
    DETAILS
  }

  /** The whole report with every detail, without colours, in 80 columns. */
  public static String of(Report report) {
    return of(report, Style.PLAIN);
  }

  /** The whole report with every detail. Ends with a line end. */
  public static String of(Report report, Style style) {
    return of(report, Extent.DETAILS, style);
  }

  /**
   * The whole report. The answer comes first: the result, and a line for each finding, the surest
   * first, with the path its packets took; then what the findings rest on. Ends with a line end.
   */
  public static String of(Report report, Extent extent, Style style) {
    return new AnswerFirst(report, extent, style).text();
  }

  /**
   * What a report opens with: for each port and host asked about whether anything arrived, answered
   * or refused; where none was, the sums of the connections that matter. Ends with an empty line;
   * empty where there was no connection and nothing was asked.
   */
  public static String opening(Report report, Style style) {
    StringBuilder text = new StringBuilder();
    for (Opening.OpeningLine line : Opening.lines(report)) {
      String head = SafeText.line(line.head());
      String margin = " ".repeat(INDENT * line.depth());
      List<String> lines =
          Wrapped.lines(
              head + SafeText.line(line.text()), style.columns() - margin.length(), "  " + margin);
      text.append(margin).append(style.bold(head));
      text.append(String.join("\n", lines).substring(head.length())).append('\n');
    }
    return text.length() == 0 ? "" : text.append('\n').toString();
  }

  /** One finding with all that led to it, ending with a line end. */
  public static String of(Finding finding, Style style) {
    return of(finding, 1, style);
  }

  /**
   * One finding, ending with a line end. What led to a finding is left out if that accuses nobody.
   *
   * @param revision 1 if it is shown for the first time; higher for an update, which is marked as
   *     one
   */
  public static String of(Finding finding, int revision, Style style) {
    StringBuilder text = new StringBuilder(revision > 1 ? style.bold("UPDATE") + "  " : "");
    FindingText.appendHead(text, finding, style);
    boolean details = finding.grade() != Grade.INFO || finding.diagnosis();
    CaptureTexts texts = CaptureTexts.of("", style.citation());
    FindingText.appendBody(text, finding, texts, details, details, style);
    return text.toString();
  }

  /** Withdraws a finding shown before. Ends with a line end. */
  public static String withdrawn(Finding finding, String reason, Style style) {
    String head = "TAKEN BACK";
    String rest = finding.rule() + " " + finding.claim() + ": " + reason;
    List<String> lines = Wrapped.lines(SafeText.line(head + "  " + rest), style.proseColumns());
    return style.bold(head) + (String.join("\n", lines) + "\n").substring(head.length());
  }

  /** A line for each finding: an overview above many findings or below a long output. */
  public static String recap(List<Finding> findings, Style style) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      FindingText.appendHead(text, finding, style);
    }
    return text.toString();
  }

  /**
   * Whether a finding is only a remark: it neither accuses anybody nor answers the question asked.
   */
  public static boolean isRemark(Finding finding) {
    return Verdict.isRemark(finding);
  }

  /** One sentence that counts the remarks by rule, with a line end; empty without remarks. */
  public static String remarks(Report report, Style style) {
    Map<String, Long> counts = new TreeMap<>();
    for (Finding finding : report.findings()) {
      if (isRemark(finding)) {
        counts.merge(finding.rule(), 1L, Long::sum);
      }
    }
    if (counts.isEmpty()) {
      return "";
    }
    List<String> words = new ArrayList<>();
    counts.forEach((rule, count) -> words.add(count + " " + rule));
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    String sentence =
        English.count(all, "remark", "remarks")
            + ": "
            + English.and(words)
            + ". --info shows "
            + (all == 1 ? "it." : "them.");
    return String.join("\n", Wrapped.lines(sentence, style.proseColumns())) + "\n\n";
  }

  /** The result alone. No two of the three results look alike. Ends with a line end. */
  public static String result(Report report, Style style) {
    Verdict verdict = Verdict.of(report);
    String sentence = SafeText.line(verdict.word() + ": " + verdict.sentence());
    String text = String.join("\n", Wrapped.lines(sentence, style.proseColumns())) + "\n";
    int colon = verdict.word().length();
    return style.verdict(report, text.substring(0, colon)) + text.substring(colon);
  }
}
