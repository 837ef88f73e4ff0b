package io.hopwise.report.text;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.report.text.ReportText.Extent;
import io.hopwise.report.view.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lays a report out so that its first screen holds the whole answer, and the rest explains it. */
final class AnswerFirst {
  /** The lines of a small terminal. */
  private static final int SCREEN = 24;

  /** Up to this number, diagnoses that accuse nobody are shown in full; more become a list. */
  private static final int FEW = 3;

  private final Report report;
  private final Extent extent;
  private final Style style;
  private final ImmutableList<Finding> shown;
  private final Set<Finding> drawn = new HashSet<>();
  private final StringBuilder out = new StringBuilder();

  AnswerFirst(Report report, Extent extent, Style style) {
    this.report = report;
    this.extent = extent;
    this.style = style;
    shown =
        report.findings().stream()
            .filter(finding -> extent != Extent.FOLDED || !Verdict.isRemark(finding))
            .collect(ImmutableList.toImmutableList());
  }

  String text() {
    String opening = ReportText.opening(report, style);
    String result = ReportText.result(report, style) + "\n";
    boolean asked = !report.answers().isEmpty();
    // Who asks about a port wants to know of that, and of the TTLs next.
    out.append(asked ? opening + result : result + opening);
    String remarks = extent == Extent.FOLDED ? ReportText.remarks(report, style) : "";
    if (shown.size() > 1 && !isAnswer()) {
      overview(SCREEN - lines(out) - lines(remarks));
      out.append('\n');
    }
    out.append(remarks);
    for (Finding finding : shown) {
      finding(finding);
    }
    out.setLength(out.length() - 1);
    return out.toString();
  }

  /** A line for each finding, as far as there is room, and the paths of the first ones. */
  private void overview(int room) {
    List<String> heads = new ArrayList<>();
    for (Finding finding : shown) {
      StringBuilder head = new StringBuilder();
      FindingText.appendHead(head, finding, style);
      heads.add(head.toString());
    }
    int listed = listed(heads, room - 1 - lines(path(shown.get(0))));
    int left = room - 1 - heads.subList(0, listed).stream().mapToInt(AnswerFirst::lines).sum();
    for (int i = 0; i < listed; i++) {
      out.append(heads.get(i));
      left -= appendPath(shown.get(i), left);
    }
    if (listed < shown.size()) {
      out.append(rest(shown.subList(listed, shown.size())));
    }
  }

  /** How many heads there is room for, with a line for the rest. */
  private static int listed(List<String> heads, int room) {
    int used = 0;
    for (int i = 0; i < heads.size(); i++) {
      used += lines(heads.get(i));
      boolean last = i == heads.size() - 1;
      if (used > (last ? room : room - 1)) {
        return Math.max(1, i);
      }
    }
    return heads.size();
  }

  private int appendPath(Finding finding, int room) {
    String path = path(finding);
    int lines = lines(path);
    if (lines == 0 || lines > room) {
      return 0;
    }
    out.append(path);
    drawn.add(finding);
    return lines;
  }

  private String path(Finding finding) {
    StringBuilder path = new StringBuilder();
    if (finding.grade() != Grade.INFO) {
      FindingText.appendPath(path, finding, style);
    }
    return path.toString();
  }

  private String rest(List<Finding> findings) {
    Map<Grade, Long> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(finding.grade(), 1L, Long::sum));
    List<String> words = new ArrayList<>();
    for (Map.Entry<Grade, Long> grade : new TreeMap<>(counts).descendingMap().entrySet()) {
      words.add(grade.getValue() + " " + Verdict.word(grade.getKey()));
    }
    boolean folded = extent == Extent.FOLDED && counts.containsKey(Grade.INFO);
    String how = folded ? "; --details shows all" : "";
    return "and " + findings.size() + " more: " + String.join(", ", words) + how + "\n";
  }

  /** What a finding says and rests on, unless a line above is all there is to it. */
  private void finding(Finding finding) {
    boolean accuses = finding.grade() != Grade.INFO;
    if (!accuses && extent == Extent.FOLDED && !isAnswer()) {
      return;
    }
    FindingText.appendHead(out, finding, style);
    boolean reasons = accuses || (extent == Extent.DETAILS && !Verdict.isRemark(finding));
    boolean path = reasons && !drawn.contains(finding);
    FindingText.appendBody(out, finding, report.texts(), path, reasons, style);
    out.append('\n');
  }

  /** Whether the diagnoses are the answer: nothing accuses, and they are few. */
  private boolean isAnswer() {
    return report.worst() == Grade.INFO && shown.size() <= FEW;
  }

  private static int lines(CharSequence text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
