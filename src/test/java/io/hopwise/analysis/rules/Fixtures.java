package io.hopwise.analysis.rules;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The captures that rules are tried on. */
public final class Fixtures {
  private static final Path ROOT = Path.of("testdata", "rules");

  private Fixtures() {}

  /** What all rules say of a fixture, such as {@code forged-reset/fires}. */
  public static Report report(String name) {
    return report(name, Settings.STANDARD);
  }

  public static Report report(String name, Settings settings) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), settings);
    entries(ROOT.resolve(name + ".txt")).forEach(analyzer::accept);
    return analyzer.finish();
  }

  /** What all rules say of a text. */
  public static Report reportOf(String text) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    try (CaptureReader reader =
        Hopwise.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      reader.forEachRemaining(analyzer::accept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return analyzer.finish();
  }

  /** The text of a fixture. */
  public static String text(String name) {
    try {
      return Files.readString(ROOT.resolve(name + ".txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rule's findings in a fixture, one line each: {@code MEDIUM x3 [2, 4, 6] 192.0.2.1}. */
  public static List<String> findings(String rule, String name) {
    return report(rule + "/" + name).of(rule).stream().map(Fixtures::line).toList();
  }

  /** What the rule says of the only finding it makes of a fixture. */
  public static String says(String rule, String name) {
    return only(rule, name).says();
  }

  public static Finding only(String rule, String name) {
    ImmutableList<Finding> findings = report(rule + "/" + name).of(rule);
    if (findings.size() != 1) {
      throw new AssertionError(findings.size() + " findings in " + name);
    }
    return findings.get(0);
  }

  public static List<String> evidence(Finding finding) {
    return finding.evidence().stream().map(Evidence::name).toList();
  }

  private static String line(Finding finding) {
    return finding.grade()
        + " x"
        + finding.count()
        + " ["
        + finding.packets().stream().map(p -> Long.toString(p.record())).collect(joining(", "))
        + "] "
        + finding.claim();
  }

  /** All fixtures of all rules, and the captures of the founding documents. */
  public static List<Path> all() {
    try (Stream<Path> rules = Files.walk(ROOT);
        Stream<Path> founding = Files.walk(Path.of("testdata", "reset"));
        Stream<Path> ports = Files.walk(Path.of("testdata", "port"))) {
      return Stream.concat(rules, Stream.concat(founding, ports))
          .filter(path -> path.toString().endsWith(".txt"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries of a capture. */
  public static List<Entry> entries(Path path) {
    try (CaptureReader reader = Hopwise.read(path)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
