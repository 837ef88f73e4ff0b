package io.hopwise.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The TCP connections of a capture, as tcptrace follows them. */
final class Tcptrace {
  private Tcptrace() {}

  /**
   * What one side sent.
   *
   * @param bytes payload, what was sent again included
   * @param again segments with data that were sent again
   */
  record Side(long packets, long bytes, long again, long resets) {}

  /** A connection. */
  record Row(Side a, Side b) {}

  /** The connections by their two ends, {@code 192.0.2.1.40000 198.51.100.2.80}, in their order. */
  static ListMultimap<String, Row> read(Path capture) throws IOException {
    ListMultimap<String, Row> rows = ArrayListMultimap.create();
    ProcessBuilder builder =
        new ProcessBuilder("tcptrace", "-n", "-l", "--csv", capture.toString());
    List<String> names = List.of();
    for (String line : Splitter.on('\n').split(new String(Programs.run(builder).output(), UTF_8))) {
      List<String> cells = Splitter.on(',').trimResults(CharMatcher.whitespace()).splitToList(line);
      if (line.startsWith("conn_#")) {
        names = cells;
      } else if (!names.isEmpty() && cells.size() >= names.size() - 1) {
        add(names, cells, rows);
      }
    }
    return rows;
  }

  private static void add(List<String> names, List<String> cells, ListMultimap<String, Row> rows) {
    String a = cells.get(names.indexOf("host_a")) + "." + cells.get(names.indexOf("port_a"));
    String b = cells.get(names.indexOf("host_b")) + "." + cells.get(names.indexOf("port_b"));
    rows.put(a + " " + b, new Row(side(names, cells, "_a2b"), side(names, cells, "_b2a")));
  }

  private static Side side(List<String> names, List<String> cells, String way) {
    return new Side(
        number(names, cells, "total_packets" + way),
        number(names, cells, "actual_data_bytes" + way),
        number(names, cells, "rexmt_data_pkts" + way),
        number(names, cells, "resets_sent" + way));
  }

  private static long number(List<String> names, List<String> cells, String name) {
    return Long.parseLong(cells.get(names.indexOf(name)));
  }
}
