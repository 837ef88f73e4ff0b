package io.hopwise.analysis;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what the rules say of captures nobody wrote for them: {@code Verdicts FOLDER} for a folder
 * with a {@code labels.tsv} (file, expected, …), {@code Verdicts FILE…} for all findings of files.
 */
final class Verdicts {
  private Verdicts() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean all = args[0].equals("-a");
    for (String arg : List.of(args).subList(all ? 1 : 0, args.length)) {
      Path path = Path.of(arg);
      if (Files.isDirectory(path)) {
        table(path, out);
      } else {
        print(path, all, out);
      }
    }
  }

  static Report analyze(Path capture) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    try (CaptureReader reader = Hopwise.read(capture)) {
      reader.forEachRemaining(analyzer::accept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return analyzer.finish();
  }

  private static void table(Path folder, PrintStream out) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("labels.tsv"))) {
      lines
          .skip(1)
          .forEach(
              line -> {
                String[] columns = line.split("\t", -1);
                Report report = analyze(folder.resolve(columns[0]));
                out.println(columns[1] + "\t" + columns[0] + "\t" + report.result());
                report.findings().stream()
                    .filter(f -> f.grade() != Grade.INFO)
                    .forEach(f -> out.println("    " + brief(f)));
                out.println(
                    "    info: "
                        + report.findings().stream()
                            .filter(f -> f.grade() == Grade.INFO)
                            .map(f -> f.rule() + "(" + f.claim() + ")")
                            .collect(Collectors.joining(" ")));
              });
    }
  }

  private static String brief(Finding f) {
    return f.grade()
        + " "
        + f.rule()
        + " "
        + f.claim()
        + " x"
        + f.count()
        + " records "
        + f.packets().stream().map(p -> "" + p.record()).collect(Collectors.joining(","))
        + " ttl "
        + f.observed().stream().map(l -> l.ttl() + "").collect(Collectors.joining(","))
        + (f.distanceKnown() ? "" : " (no distance)")
        + " "
        + f.evidence().stream().map(Evidence::name).toList()
        + " suspects "
        + f.suspects();
  }

  private static void print(Path path, boolean all, PrintStream out) {
    Report report = analyze(path);
    boolean loud = report.findings().stream().anyMatch(f -> f.grade() != Grade.INFO);
    if (!all && !loud) {
      return;
    }
    out.println("## " + path + " " + report.result() + ": " + report.reason());
    report.findings().stream()
        .filter(f -> all || f.grade() != Grade.INFO)
        .forEach(f -> out.println("  " + brief(f) + "\n      " + f.says()));
  }
}
