package io.hopwise.report.text;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.report.SafeText;
import java.util.ArrayList;
import java.util.List;

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

  private HopsTable() {}

  /**
   * The table: a header line, and a line for each TTL of each source. ROUTERS is the number of
   * routers between the capture point and the sender, with the initial TTL that this assumes. Safe
   * to show on a terminal; ends with a line end.
   */
  public static String of(Report report, Style style) {
    List<ImmutableList<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    report.sources().forEach(source -> addRows(rows, source));
    int[] widths = widths(rows);
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      String line = line(rows.get(i), widths);
      table.append(i == 0 ? style.bold(line) : line).append('\n');
    }
    return table.toString();
  }

  private static void addRows(List<ImmutableList<String>> rows, Report.SourceRow source) {
    String name = SafeText.line(source.host());
    if (source.levels().isEmpty()) {
      rows.add(ImmutableList.of(name, "-", "-", Long.toString(source.packets()), note(source)));
    }
    for (int i = 0; i < source.levels().size(); i++) {
      TtlLevel level = source.levels().get(i);
      String note = i == 0 && !source.note().isEmpty() ? "; " + note(source) : "";
      rows.add(
          ImmutableList.of(
              i == 0 ? name : "",
              Integer.toString(level.ttl()),
              Distances.brief(level.hops()),
              Long.toString(level.count()),
              level.words() + note));
    }
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

  private static String line(ImmutableList<String> row, int[] widths) {
    return Widths.left(row.get(0), widths[0])
        + "  "
        + Widths.right(row.get(1), widths[1])
        + "  "
        + Widths.left(row.get(2), widths[2])
        + "  "
        + Widths.right(row.get(3), widths[3])
        + "  "
        + row.get(4);
  }
}
