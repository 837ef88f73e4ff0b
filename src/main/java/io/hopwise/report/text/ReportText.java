package io.hopwise.report.text;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.report.SafeText;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of an analysis as text for people. Safe to show on a terminal.
 *
 * @since 0.1
 */
public final class ReportText {
  private ReportText() {}

  /** The whole report: every finding, the surest first, then the result. Ends with a line end. */
  public static String of(Report report, Style style) {
    StringBuilder text = new StringBuilder(opening(report, style));
    for (Finding finding : report.findings()) {
      FindingText.append(text, finding, style);
      text.append('\n');
    }
    return text.append(result(report, style)).toString();
  }

  /**
   * What a report opens with: for each port and host asked about whether anything arrived, answered
   * or refused; where none was, the sums of the connections that matter. Ends with an empty line;
   * empty where there was no connection and nothing was asked.
   */
  public static String opening(Report report, Style style) {
    return AnswerText.of(report, style);
  }

  /** One finding, ending with a line end. */
  public static String of(Finding finding, Style style) {
    return of(finding, 1, style);
  }

  /**
   * One finding, ending with a line end.
   *
   * @param revision 1 if it is shown for the first time; higher for an update, which is marked as
   *     one
   */
  public static String of(Finding finding, int revision, Style style) {
    StringBuilder text = new StringBuilder(revision > 1 ? style.bold("UPDATE") + "  " : "");
    FindingText.append(text, finding, style);
    return text.toString();
  }

  /** Withdraws a finding shown before. Ends with a line end. */
  public static String withdrawn(Finding finding, String reason, Style style) {
    String head = "TAKEN BACK";
    String rest = finding.rule() + " " + finding.claim() + ": " + reason;
    List<String> lines = Wrapped.lines(SafeText.line(head + "  " + rest), style.columns());
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
    return finding.grade() == Grade.INFO && !finding.diagnosis();
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
    return String.join("\n", Wrapped.lines(sentence, style.columns())) + "\n\n";
  }

  /** The result alone. No two of the three results look alike. Ends with a line end. */
  public static String result(Report report, Style style) {
    String head =
        switch (report.result()) {
          case FINDINGS -> "FINDINGS: " + grades(report) + "; " + report.reason();
          case CLEAN -> "CLEAN: nothing disagrees; " + report.reason();
          case CANNOT_JUDGE -> "CANNOT JUDGE: " + report.reason();
        };
    String sentences = head + counts(report) + doubt(report);
    List<String> lines = Wrapped.lines(SafeText.line(sentences), style.columns());
    String text = String.join("\n", lines) + "\n";
    int colon = text.indexOf(':');
    return style.result(report.result(), text.substring(0, colon)) + text.substring(colon);
  }

  private static String grades(Report report) {
    List<String> words = new ArrayList<>();
    for (Grade grade : new Grade[] {Grade.HIGH, Grade.MEDIUM, Grade.LOW, Grade.INFO}) {
      long count = report.findings().stream().filter(f -> f.grade() == grade).count();
      if (count > 0) {
        words.add(count + " " + grade.name().toLowerCase(Locale.ROOT));
      }
    }
    return English.and(words);
  }

  private static String doubt(Report report) {
    long ambiguous = report.counts().ambiguous();
    if (ambiguous == 0) {
      return "";
    }
    return ". "
        + English.count(ambiguous, "packet stands", "packets stand")
        + " where payload text may be meant, and "
        + (ambiguous == 1 ? "was" : "were")
        + " not judged.";
  }

  private static String counts(Report report) {
    Report.Counts counts = report.counts();
    List<String> words = new ArrayList<>();
    words.add(" (" + English.count(counts.packets(), "packet", "packets"));
    if (counts.records() > counts.packets()) {
      words.add(
          English.count(counts.records() - counts.packets(), "other record", "other records"));
    }
    if (counts.rejects() > 0) {
      words.add(English.count(counts.rejects(), "piece of text unread", "pieces of text unread"));
    }
    if (counts.evictedSources() > 0) {
      words.add(English.count(counts.evictedSources(), "source forgotten", "sources forgotten"));
    }
    if (counts.evictedConnections() > 0) {
      words.add(
          English.count(
              counts.evictedConnections(), "connection forgotten", "connections forgotten"));
    }
    return String.join(", ", words) + ")";
  }
}
