package io.hopwise.report.text;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.report.view.Distances;
import io.hopwise.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sources of a capture and their distances, as a table for people.
 *
 * @since 0.1
 */
public final class HopsTable {
  private static final int COLUMNS = 5;
  private static final ImmutableList<String> HEAD =
      ImmutableList.of("SOURCE", "TTL", "ROUTERS", "PACKETS", "KINDS");
  private static final int WIDEST_NAME = 45;
  private static final int NARROWEST = 24;

  private HopsTable() {}

  /** The table without colours. */
  public static String of(Report report) {
    return of(report, Style.PLAIN);
  }

  /**
   * The table: a header line, and a line for each TTL of each source. ROUTERS is the number of
   * routers between the capture point and the sender, with the initial TTL that this assumes. A
   * line whose packets do not fit the others of their source says so, if the report has a finding
   * about it. Safe to show on a terminal; ends with a line end.
   */
  public static String of(Report report, Style style) {
    List<ImmutableList<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    List<Grade> grades = new ArrayList<>();
    grades.add(Grade.INFO);
    for (Report.SourceRow source : report.sources()) {
      addRows(rows, grades, source, report);
    }
    int[] widths = widths(rows);
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      Grade grade = grades.get(i);
      for (String line : lines(rows.get(i), widths, style.columns())) {
        boolean differs = grade != Grade.INFO;
        table.append(i == 0 ? style.bold(line) : differs ? style.differs(grade, line) : line);
        table.append('\n');
      }
    }
    return table.toString();
  }

  private static void addRows(
      List<ImmutableList<String>> rows,
      List<Grade> grades,
      Report.SourceRow source,
      Report report) {
    String name = SafeText.line(source.host());
    if (source.levels().isEmpty()) {
      rows.add(ImmutableList.of(name, "-", "-", Long.toString(source.packets()), note(source)));
      grades.add(Grade.INFO);
    }
    for (int i = 0; i < source.levels().size(); i++) {
      TtlLevel level = source.levels().get(i);
      String note = i == 0 && !source.note().isEmpty() ? "; " + note(source) : "";
      Optional<Finding> odd = odd(report, source.host(), level.ttl());
      String mark = odd.map(finding -> "  <- does not fit: " + finding.rule()).orElse("");
      rows.add(
          ImmutableList.of(
              i == 0 ? name : "",
              Integer.toString(level.ttl()),
              Distances.brief(level.hops()),
              Long.toString(level.count()),
              level.words() + note + mark));
      grades.add(odd.map(Finding::grade).orElse(Grade.INFO));
    }
  }

  /** The surest finding that says that the packets with this TTL do not fit the others. */
  private static Optional<Finding> odd(Report report, String host, int ttl) {
    return report.findings().stream()
        .filter(finding -> finding.grade() != Grade.INFO && finding.claim().equals(host))
        .filter(finding -> finding.isOdd(ttl))
        .findFirst();
  }

  private static String note(Report.SourceRow source) {
    return SafeText.line(source.note());
  }

  private static int[] widths(List<ImmutableList<String>> rows) {
    int[] widths = new int[COLUMNS];
    for (ImmutableList<String> row : rows) {
      for (int i = 0; i < COLUMNS; i++) {
        widths[i] = Math.max(widths[i], Widths.of(row.get(i)));
      }
    }
    widths[0] = Math.min(widths[0], WIDEST_NAME);
    return widths;
  }

  /** A row; kinds that have no room on a line go on below themselves. */
  private static List<String> lines(ImmutableList<String> row, int[] widths, int columns) {
    String start =
        Widths.left(row.get(0), widths[0])
            + "  "
            + Widths.right(row.get(1), widths[1])
            + "  "
            + Widths.left(row.get(2), widths[2])
            + "  "
            + Widths.right(row.get(3), widths[3])
            + "  ";
    int width = Math.max(NARROWEST, columns - Widths.of(start));
    List<String> lines = new ArrayList<>();
    for (String kinds : Wrapped.lines(row.get(4), width)) {
      lines.add((lines.isEmpty() ? start : " ".repeat(Widths.of(start))) + kinds);
    }
    return lines;
  }
}
