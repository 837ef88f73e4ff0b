package io.hopwise.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tshark shows of captures, by way of {@code oracle.sh}. */
final class Tshark {
  private static final String SCRIPT = "src/test/fixtures/oracle.sh";
  private static final int AT_ONCE = 100;

  private Tshark() {}

  /** The packets of each capture; captures that tshark cannot read are left out. */
  static Map<Path, List<TsharkRow>> read(List<Path> captures) throws IOException {
    Map<Path, List<TsharkRow>> rows = new TreeMap<>();
    List<Path> together = new ArrayList<>();
    for (Path capture : captures) {
      // A pcapng file may have several interfaces, by whose number the others are told apart.
      if (capture.toString().endsWith(".pcapng")) {
        read(List.of(capture), rows);
      } else {
        together.add(capture);
      }
    }
    for (List<Path> some : Lists.partition(together, AT_ONCE)) {
      read(some, rows);
    }
    return rows;
  }

  private static void read(List<Path> captures, Map<Path, List<TsharkRow>> rows)
      throws IOException {
    List<String> command = Lists.newArrayList("sh", SCRIPT);
    captures.forEach(capture -> command.add(capture.toString()));
    Programs.Run run = Programs.run(new ProcessBuilder(command));
    if (run.exit() == 0) {
      rows.putAll(rows(captures, new String(run.output(), UTF_8)));
      return;
    }
    // One that cannot be read spoils it for all: search for it.
    if (captures.size() > 1) {
      int half = captures.size() / 2;
      read(captures.subList(0, half), rows);
      read(captures.subList(half, captures.size()), rows);
    }
  }

  private static Map<Path, List<TsharkRow>> rows(List<Path> captures, String output) {
    List<String> lines = Splitter.on('\n').omitEmptyStrings().splitToList(output);
    List<String> names = Splitter.on('\t').splitToList(lines.get(0));
    List<List<TsharkRow>> rows = new ArrayList<>();
    captures.forEach(capture -> rows.add(new ArrayList<>()));
    for (String line : lines.subList(1, lines.size())) {
      TsharkRow row = TsharkRow.of(names, line);
      rows.get((int) row.number("capture").orElseThrow() - 1).add(row);
    }
    Map<Path, List<TsharkRow>> byCapture = new TreeMap<>();
    for (int i = 0; i < captures.size(); i++) {
      byCapture.put(captures.get(i), rows.get(i));
    }
    return byCapture;
  }
}
