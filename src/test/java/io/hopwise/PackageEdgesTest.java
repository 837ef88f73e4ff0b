package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** Holds every package to the table of who may know whom, asked of the JDK's own jdeps. */
class PackageEdgesTest {
  private static final Pattern EDGE =
      Pattern.compile("^ +(io\\.hopwise\\S*) +-> (\\S+)", Pattern.MULTILINE);

  /** What a package may use, besides itself, the JDK and JSpecify's annotations. */
  private static final ImmutableMap<String, ImmutableSet<String>> MAY_USE =
      ImmutableMap.<String, ImmutableSet<String>>builder()
          .put("io.hopwise.text", ImmutableSet.of("guava"))
          .put("io.hopwise.input", ImmutableSet.of("guava"))
          .put("io.hopwise.packet.ip", ImmutableSet.of("guava"))
          .put("io.hopwise.packet.device", ImmutableSet.of("guava"))
          .put(
              "io.hopwise.packet",
              ImmutableSet.of(
                  "io.hopwise.packet.ip", "io.hopwise.packet.device", "io.hopwise.text", "guava"))
          .put("io.hopwise.framing", ImmutableSet.of("io.hopwise.text", "guava"))
          .put("io.hopwise.parser.grammar", ImmutableSet.of("antlr"))
          .put(
              "io.hopwise.parser.lexer",
              ImmutableSet.of("io.hopwise.parser.grammar", "io.hopwise.text", "guava", "antlr"))
          .put(
              "io.hopwise.parser.builder",
              ImmutableSet.of(
                  "io.hopwise.parser.lexer",
                  "io.hopwise.parser.grammar",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava",
                  "antlr"))
          .put(
              "io.hopwise.parser.around",
              ImmutableSet.of(
                  "io.hopwise.parser.lexer",
                  "io.hopwise.parser.grammar",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava",
                  "antlr"))
          .put(
              "io.hopwise.parser",
              ImmutableSet.of(
                  "io.hopwise.parser.around",
                  "io.hopwise.parser.builder",
                  "io.hopwise.parser.lexer",
                  "io.hopwise.parser.grammar",
                  "io.hopwise.framing",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava",
                  "antlr"))
          .put(
              "io.hopwise.render",
              ImmutableSet.of(
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.paste",
              ImmutableSet.of(
                  "io.hopwise.paste.ways",
                  "io.hopwise.parser",
                  "io.hopwise.framing",
                  "io.hopwise.packet",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.paste.ways",
              ImmutableSet.of(
                  "io.hopwise.paste",
                  "io.hopwise.framing",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "guava"))
          .put("io.hopwise.analysis.settings", ImmutableSet.of("guava"))
          .put(
              "io.hopwise.analysis.distance",
              ImmutableSet.of("io.hopwise.packet", "io.hopwise.text", "guava"))
          .put(
              "io.hopwise.analysis.observation",
              ImmutableSet.of(
                  "io.hopwise.analysis.distance",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.analysis.place",
              ImmutableSet.of("io.hopwise.packet", "io.hopwise.text", "guava"))
          .put("io.hopwise.analysis.memory", ImmutableSet.of("io.hopwise.analysis.place", "guava"))
          .put(
              "io.hopwise.analysis.traffic",
              ImmutableSet.of(
                  "io.hopwise.analysis.memory",
                  "io.hopwise.analysis.observation",
                  "io.hopwise.analysis.place",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.analysis.capture",
              ImmutableSet.of(
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.memory",
                  "io.hopwise.analysis.observation",
                  "io.hopwise.analysis.place",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "guava"))
          .put(
              "io.hopwise.connections",
              ImmutableSet.of(
                  "io.hopwise.analysis.place",
                  "io.hopwise.analysis.observation",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.packet",
                  "guava"))
          .put(
              "io.hopwise.analysis",
              ImmutableSet.of(
                  "io.hopwise.analysis.observation",
                  "io.hopwise.connections",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.analysis.rules.reset",
              ImmutableSet.of(
                  "io.hopwise.connections",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.analysis.rules.sender",
              ImmutableSet.of(
                  "io.hopwise.analysis.observation",
                  "io.hopwise.connections",
                  "io.hopwise.analysis.rules.reset",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.analysis.rules.path",
              ImmutableSet.of(
                  "io.hopwise.analysis.place",
                  "io.hopwise.analysis.rules.reset",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.analysis.rules.reach",
              ImmutableSet.of(
                  "io.hopwise.analysis.place",
                  "io.hopwise.analysis.rules.reset",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.analysis.rules",
              ImmutableSet.of(
                  "io.hopwise.analysis.rules.sender",
                  "io.hopwise.analysis.rules.path",
                  "io.hopwise.analysis.rules.reach",
                  "io.hopwise.analysis",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise",
              ImmutableSet.of(
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.input",
                  "io.hopwise.framing",
                  "io.hopwise.paste",
                  "io.hopwise.parser",
                  "io.hopwise.render",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.analysis.rules",
                  "guava"))
          .put(
              "io.hopwise.report",
              ImmutableSet.of(
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.report.csv",
              ImmutableSet.of(
                  "io.hopwise.connections",
                  "io.hopwise.report",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.report.json",
              ImmutableSet.of(
                  "io.hopwise.connections",
                  "io.hopwise.report",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.render",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "guava"))
          .put(
              "io.hopwise.report.text",
              ImmutableSet.of(
                  "io.hopwise.connections",
                  "io.hopwise.report.view",
                  "io.hopwise.report",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.render",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "guava"))
          .put(
              "io.hopwise.report.view",
              ImmutableSet.of(
                  "io.hopwise.connections",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.text",
                  "guava"))
          .put(
              "io.hopwise.report.html",
              ImmutableSet.of(
                  "io.hopwise.connections",
                  "io.hopwise.packet",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.report",
                  "io.hopwise.report.text",
                  "io.hopwise.report.view",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.text",
                  "guava"))
          .put("io.hopwise.cli.process", ImmutableSet.of("io.hopwise.text", "guava"))
          .put(
              "io.hopwise.cli.input",
              ImmutableSet.of(
                  "io.hopwise.cli.process",
                  "io.hopwise.input",
                  "io.hopwise.text",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.render",
                  "guava"))
          .put(
              "io.hopwise.cli.pipeline",
              ImmutableSet.of(
                  "io.hopwise.analysis.observation",
                  "io.hopwise.framing",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.cli.input",
                  "io.hopwise.cli.process",
                  "io.hopwise",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.render",
                  "io.hopwise.report",
                  "io.hopwise.analysis",
                  "guava"))
          .put(
              "io.hopwise.cli.output",
              ImmutableSet.of(
                  "io.hopwise.connections",
                  "io.hopwise.report.html",
                  "io.hopwise.cli.pipeline",
                  "io.hopwise.cli.input",
                  "io.hopwise.cli.process",
                  "io.hopwise",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.report",
                  "io.hopwise.report.text",
                  "io.hopwise.report.json",
                  "guava"))
          .put(
              "io.hopwise.cli",
              ImmutableSet.of(
                  "io.hopwise.analysis.observation",
                  "io.hopwise.connections",
                  "io.hopwise.cli.output",
                  "io.hopwise.cli.pipeline",
                  "io.hopwise.cli.input",
                  "io.hopwise.cli.process",
                  "io.hopwise",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.render",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.analysis.rules",
                  "io.hopwise.report",
                  "io.hopwise.report.csv",
                  "io.hopwise.report.json",
                  "io.hopwise.report.text",
                  "guava",
                  "picocli"))
          .put(
              "io.hopwise.testing.capture",
              ImmutableSet.of(
                  "io.hopwise.connections",
                  "io.hopwise",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.input",
                  "io.hopwise.render",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.analysis.rules",
                  "guava"))
          .put(
              "io.hopwise.testing",
              ImmutableSet.of(
                  "io.hopwise.testing.capture",
                  "io.hopwise.connections",
                  "io.hopwise",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.input",
                  "io.hopwise.render",
                  "io.hopwise.analysis",
                  "io.hopwise.analysis.capture",
                  "io.hopwise.analysis.traffic",
                  "io.hopwise.analysis.distance",
                  "io.hopwise.analysis.settings",
                  "io.hopwise.analysis.rules",
                  "io.hopwise.report",
                  "guava",
                  "assertj",
                  "junit"))
          .put(
              "io.hopwise.testing.packets",
              ImmutableSet.of(
                  "io.hopwise.testing.capture",
                  "io.hopwise.packet",
                  "io.hopwise.packet.ip",
                  "io.hopwise.packet.device",
                  "io.hopwise.text",
                  "io.hopwise.render",
                  "guava"))
          .put(
              "io.hopwise.testing.junit",
              ImmutableSet.of("io.hopwise.testing.capture", "guava", "junit"))
          .build();

  private static final ImmutableMap<String, String> LIBRARIES =
      ImmutableMap.<String, String>builder()
          .put("com.google.", "guava")
          .put("org.antlr.", "antlr")
          .put("picocli", "picocli")
          .put("org.assertj.", "assertj")
          .put("org.junit.", "junit")
          .put("org.opentest4j", "junit")
          .build();

  @Test
  void everyPackageUsesOnlyWhatItMay() {
    Set<String> forbidden = new TreeSet<>();
    Matcher edges = EDGE.matcher(jdeps());
    int count = 0;
    while (edges.find()) {
      count++;
      String from = edges.group(1);
      String to = library(edges.group(2));
      boolean own = from.equals(to) || isEverywhere(to);
      if (!own && !MAY_USE.getOrDefault(from, ImmutableSet.of()).contains(to)) {
        forbidden.add(from + " -> " + to);
      }
    }
    assertThat(count).as("edges found").isGreaterThan(50);
    assertThat(forbidden).as("edges that the table does not allow").isEmpty();
  }

  private static String library(String packageName) {
    return LIBRARIES.entrySet().stream()
        .filter(library -> packageName.startsWith(library.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(packageName);
  }

  private static boolean isEverywhere(String packageName) {
    return packageName.startsWith("java.")
        || packageName.startsWith("javax.")
        || packageName.equals("org.jspecify.annotations");
  }

  private static String jdeps() {
    StringWriter out = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int exit =
        jdeps.run(
            new PrintWriter(out),
            new PrintWriter(System.err, true, UTF_8),
            "-verbose:package",
            "-filter:none",
            "--ignore-missing-deps",
            "--multi-release",
            "17",
            "--class-path",
            System.getProperty("java.class.path"),
            "target/classes");
    assertThat(exit).as("jdeps").isZero();
    return out.toString();
  }
}
