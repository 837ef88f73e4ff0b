package io.hopwise.report.text;

import com.google.common.collect.ImmutableList;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.report.view.ConnectionWords;
import io.hopwise.report.view.PlaceLines;
import io.hopwise.report.view.ServiceLines;
import io.hopwise.text.English;
import io.hopwise.text.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of each connection, as a table for people.
 *
 * @since 0.1
 */
public final class ConnectionsText {
  private static final ImmutableList<String> HEAD =
      ImmutableList.of("CLIENT", "SERVER", "BEGAN", "ENDED", "PACKETS", "BYTES");

  /** The columns that hold numbers. */
  private static final int FIRST_NUMBER = 4;

  private static final String GAP = "  ";
  private static final String INDENT = "    ";

  private ConnectionsText() {}

  /** The table without colours, in 80 columns. */
  public static String of(ConnectionTable table) {
    return of(table, Style.PLAIN);
  }

  /**
   * The table: a line for each connection, under one line of names, and below it who did what, from
   * how far away. Then a line for each service. PACKETS and BYTES are those of the client and those
   * of the server; bytes are payload. Safe to show on a terminal; ends with a line end.
   */
  public static String of(ConnectionTable table, Style style) {
    StringBuilder text = new StringBuilder();
    if (!table.connections().isEmpty()) {
      appendTable(text, table, style);
      text.append('\n');
    }
    for (String line : ServiceLines.of(table)) {
      wrap(text, line, style);
    }
    for (String line : PlaceLines.lines(table)) {
      wrap(text, line, style);
    }
    return text.append(closing(table, style)).toString();
  }

  private static void appendTable(StringBuilder text, ConnectionTable table, Style style) {
    ImmutableList<ConnectionSummary> connections = table.connections();
    boolean several = connections.stream().anyMatch(connection -> connection.capture() > 1);
    List<ConnectionSummary> inOrder = new ArrayList<>(connections);
    inOrder.sort(Comparator.comparingInt(ConnectionSummary::capture));
    List<ImmutableList<String>> rows = new ArrayList<>();
    inOrder.forEach(connection -> rows.add(row(connection)));
    int[] widths = widths(rows);
    boolean narrow = total(widths) > style.columns();
    text.append(style.bold(narrow ? narrowHead() : line(HEAD, 0, widths))).append('\n');
    int capture = 0;
    for (int i = 0; i < inOrder.size(); i++) {
      ConnectionSummary connection = inOrder.get(i);
      if (several && connection.capture() != capture) {
        capture = connection.capture();
        String place = SafeText.line(table.place(capture));
        text.append(style.label(place)).append('\n');
      }
      appendRow(text, rows.get(i), widths, narrow);
      String details = SafeText.line(ConnectionWords.of(connection));
      if (!details.isEmpty()) {
        for (String line : Wrapped.lines(details, style.columns() - INDENT.length())) {
          text.append(INDENT).append(line).append('\n');
        }
      }
    }
  }

  private static String narrowHead() {
    return "CLIENT > SERVER: BEGAN, ENDED, PACKETS, BYTES";
  }

  private static void appendRow(
      StringBuilder text, ImmutableList<String> row, int[] widths, boolean narrow) {
    if (!narrow) {
      text.append(line(row, 0, widths)).append('\n');
      return;
    }
    text.append(row.get(0)).append(" > ").append(row.get(1)).append('\n');
    text.append(INDENT).append(line(row, 2, widths)).append('\n');
  }

  private static ImmutableList<String> row(ConnectionSummary connection) {
    ConnectionSummary.Side client = connection.client();
    ConnectionSummary.Side server = connection.server();
    return ImmutableList.of(
        SafeText.line(client.endpoint()),
        SafeText.line(server.endpoint()),
        connection.outcome().word(),
        connection.end().map(end -> end.word()).orElse("-"),
        client.packets() + "/" + server.packets(),
        client.bytes() + "/" + server.bytes());
  }

  private static int[] widths(List<ImmutableList<String>> rows) {
    int[] widths = new int[HEAD.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Widths.of(HEAD.get(i));
      for (ImmutableList<String> row : rows) {
        widths[i] = Math.max(widths[i], Widths.of(row.get(i)));
      }
    }
    return widths;
  }

  private static int total(int[] widths) {
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  private static String line(ImmutableList<String> row, int from, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = from; i < row.size(); i++) {
      line.append(i == from ? "" : GAP);
      line.append(
          i < FIRST_NUMBER
              ? Widths.left(row.get(i), widths[i])
              : Widths.right(row.get(i), widths[i]));
    }
    return line.toString();
  }

  private static String closing(ConnectionTable table, Style style) {
    StringBuilder text = new StringBuilder();
    if (table.connections().isEmpty() && table.services().isEmpty()) {
      wrap(text, "No connection was seen.", style);
    }
    if (table.unlisted() > 0) {
      wrap(
          text,
          English.count(table.unlisted(), "connection is", "connections are")
              + " not listed one by one: --format csv or ndjson lists all.",
          style);
    }
    if (table.unsummed() > 0) {
      wrap(
          text,
          English.count(table.unsummed(), "connection is", "connections are")
              + " not in the sums: there are too many services. More --memory makes room.",
          style);
    }
    if (table.forgotten() > 0) {
      wrap(
          text,
          English.count(table.forgotten(), "connection was", "connections were")
              + " forgotten to make room: what came later is counted as another one.",
          style);
    }
    if (table.withoutTtl()) {
      wrap(
          text,
          "The TTLs are not printed, so how far away each side is, and who refused or reset, is not"
              + " known: run tcpdump with -v (tcpdump -n -v ...).",
          style);
    }
    if (table.withoutFlags()) {
      wrap(
          text,
          "TCP flags are not printed, so how connections began and ended is not known: run tcpdump"
              + " without -q.",
          style);
    }
    return text.toString();
  }

  private static void wrap(StringBuilder text, String sentence, Style style) {
    List<String> lines = Wrapped.lines(SafeText.line(sentence), style.columns() - 2);
    text.append(String.join("\n  ", lines)).append('\n');
  }
}
