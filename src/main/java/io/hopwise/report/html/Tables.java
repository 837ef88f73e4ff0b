package io.hopwise.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.report.view.ConnectionWords;
import io.hopwise.report.view.Distances;
import io.hopwise.text.English;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables at the end of a report: connections and sources. */
final class Tables {
  private static final int MOST_CONNECTIONS = 300;
  private static final int MOST_SOURCES = 500;

  private static final int SEEN = 20;

  private final Report report;
  private final Html html;
  private String head = "";
  private int written;
  private boolean folded;

  Tables(Report report, Html html) {
    this.report = report;
    this.html = html;
  }

  /** What became of the connections: first those that failed or that somebody else ended. */
  void connections() {
    ConnectionTable table = report.connections();
    if (table.connections().isEmpty()) {
      return;
    }
    begin("Connections", "client", "server", "began", "ended", "packets", "more");
    List<ConnectionSummary> sorted =
        table.connections().stream()
            .sorted(Comparator.comparingInt(Tables::weight))
            .collect(ImmutableList.toImmutableList());
    for (ConnectionSummary connection : Iterables.limit(sorted, MOST_CONNECTIONS)) {
      fold(sorted.size(), "connections");
      connection(connection);
    }
    end(Math.max(0, sorted.size() - MOST_CONNECTIONS) + table.unlisted(), "connections");
  }

  private static int weight(ConnectionSummary connection) {
    return isForeign(connection) ? 0 : connection.outcome().isFailure() ? 1 : 2;
  }

  private static boolean isForeign(ConnectionSummary connection) {
    return Stream.of(connection.outcomeBy(), connection.endBy())
        .flatMap(Optional::stream)
        .anyMatch(by -> by.role() == Actor.Role.DEVICE);
  }

  private void connection(ConnectionSummary connection) {
    boolean foreign = isForeign(connection);
    html.markup(foreign ? "<tr class=\"f\">" : "<tr>");
    cell("mono", (foreign ? "\u25c6 " : "") + connection.client().endpoint());
    cell("mono", connection.server().endpoint());
    cell("", connection.outcome().word());
    cell("", connection.end().map(end -> end.word()).orElse("\u2013"));
    cell("n", connection.client().packets() + "/" + connection.server().packets());
    cell("", ConnectionWords.of(connection));
    html.markup("</tr>");
  }

  /** How far away each source is; those with packets that do not fit come first. */
  void sources() {
    if (report.sources().isEmpty()) {
      return;
    }
    begin("How far away each source is", "source", "TTL", "routers", "packets", "kinds");
    Set<String> accused = new HashSet<>();
    report.findings().stream()
        .filter(finding -> finding.grade() != Grade.INFO)
        .map(Finding::claim)
        .forEach(accused::add);
    List<Report.SourceRow> rows =
        report.sources().stream()
            .sorted(Comparator.comparing(row -> !accused.contains(row.host())))
            .collect(ImmutableList.toImmutableList());
    for (Report.SourceRow row : Iterables.limit(rows, MOST_SOURCES)) {
      fold(rows.size(), "sources");
      source(row, accused.contains(row.host()));
    }
    end(rows.size() - MOST_SOURCES, "sources");
  }

  private void source(Report.SourceRow row, boolean accused) {
    ImmutableList<TtlLevel> levels = row.levels();
    if (levels.isEmpty()) {
      source(row.host(), "\u2013", "\u2013", row.packets(), row.note());
    }
    for (int i = 0; i < levels.size(); i++) {
      TtlLevel level = levels.get(i);
      boolean odd = accused && isOdd(row.host(), level.ttl());
      html.markup(odd ? "<tr class=\"f\">" : "<tr>");
      cell("mono", (odd ? "\u25c6 " : "") + row.host());
      cell("n", Integer.toString(level.ttl()));
      cell("", Distances.brief(level.hops()));
      cell("n", English.number(level.count()));
      String note = i == 0 && !row.note().isEmpty() ? "; " + row.note() : "";
      cell("", level.words() + note);
      html.markup("</tr>");
    }
  }

  private void source(String host, String ttl, String routers, long packets, String note) {
    html.markup("<tr>");
    cell("mono", host);
    cell("n", ttl);
    cell("", routers);
    cell("n", English.number(packets));
    cell("", note);
    html.markup("</tr>");
  }

  private boolean isOdd(String host, int ttl) {
    return report.findings().stream()
        .filter(finding -> finding.grade() != Grade.INFO && finding.claim().equals(host))
        .anyMatch(finding -> finding.isOdd(ttl));
  }

  private void begin(String title, String... columns) {
    StringBuilder names = new StringBuilder("<table><thead><tr>");
    for (String column : columns) {
      names.append("<th scope=\"col\">").append(column).append("</th>");
    }
    head = names.append("</tr></thead><tbody>").toString();
    written = 0;
    html.markup("<section class=\"scroll\" tabindex=\"0\" aria-label=\"" + title + "\">")
        .markup("<h2>" + title + "</h2>" + head);
  }

  /** Of a long table the first rows are seen, and the others on demand. */
  private void fold(int rows, String what) {
    if (written == SEEN && rows > SEEN + SEEN / 2) {
      html.markup("</tbody></table><details><summary>")
          .text("more " + what)
          .markup("</summary>" + head);
      folded = true;
    }
    written++;
  }

  private void cell(String classes, String text) {
    html.element("td", classes.isEmpty() ? "" : "class=\"" + classes + "\"", text);
  }

  private void end(long more, String what) {
    html.markup("</tbody></table>");
    if (folded) {
      html.markup("</details>");
      folded = false;
    }
    if (more > 0) {
      html.element("p", "class=\"soft\"", "and " + English.number(more) + " more " + what);
    }
    html.markup("</section>\n");
  }
}
