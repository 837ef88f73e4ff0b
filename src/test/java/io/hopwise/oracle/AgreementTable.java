package io.hopwise.oracle;

import io.hopwise.packet.Entry;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comparisons counted by field and outcome, with those that nothing explains. */
final class AgreementTable {
  private static final String ROW = "%-26s %9s %9s %9s %7s%n";

  private final Map<Field, Counts> counts = new LinkedHashMap<>();
  private final Map<TcpdumpsOwn, Integer> kinds = new EnumMap<>(TcpdumpsOwn.class);
  private final List<Comparison> differences = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();
  private int captures;

  private static final class Counts {
    private int agree;
    private int explained;
    private int differ;
  }

  AgreementTable() {
    Field.ALL.forEach(field -> counts.put(field, new Counts()));
  }

  void addCapture() {
    captures++;
  }

  void addUnreadable(Path capture) {
    unreadable.add(capture);
  }

  /** Adds an entry that no packet can be found for. */
  void addStray(Path capture, Entry entry) {
    strays.add("%s: no packet number%n%s".formatted(capture, entry.text().toString().indent(4)));
  }

  void add(Comparison comparison) {
    Counts count = counts.computeIfAbsent(comparison.field(), field -> new Counts());
    if (comparison.agrees()) {
      count.agree++;
      return;
    }
    Optional<TcpdumpsOwn> kind = TcpdumpsOwn.of(comparison);
    if (kind.isPresent()) {
      count.explained++;
      kinds.merge(kind.get(), 1, Integer::sum);
      return;
    }
    count.differ++;
    differences.add(comparison);
  }

  /** What differs without an explanation, ready to be read. */
  List<String> differences() {
    List<String> all = new ArrayList<>(strays);
    differences.forEach(difference -> all.add(difference.toString()));
    return all;
  }

  /** The captures that tshark could not read. */
  List<Path> unreadable() {
    return List.copyOf(unreadable);
  }

  /** How often both sides said the same. */
  int agreements() {
    return Field.ALL.stream().mapToInt(this::agreements).sum();
  }

  /** How often both sides said the same of a field. */
  int agreements(Field field) {
    return counts.getOrDefault(field, new Counts()).agree;
  }

  void print(PrintStream out) {
    differences().forEach(out::println);
    out.printf(
        "%d captures compared; %d that tshark cannot read: %s%n%n",
        captures, unreadable.size(), unreadable);
    out.printf(ROW, "field", "compared", "agree", "explained", "differ");
    Counts sum = new Counts();
    counts.forEach(
        (field, count) -> {
          print(out, field.name(), count);
          sum.agree += count.agree;
          sum.explained += count.explained;
          sum.differ += count.differ;
        });
    print(out, "all", sum);
    out.printf("%nexplained: differences that are tcpdump's own%n");
    kinds.forEach((kind, count) -> out.printf("%7d  %s%n", count, kind.reason()));
  }

  private static void print(PrintStream out, String name, Counts count) {
    int compared = count.agree + count.explained + count.differ;
    out.printf(ROW, name, compared, count.agree, count.explained, count.differ);
  }
}
