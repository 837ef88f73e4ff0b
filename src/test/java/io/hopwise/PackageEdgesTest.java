package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
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

  /** The table of which package may use which; indented lines go on with the one before. */
  private static final String TABLE = "package-edges.txt";

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
  void everyPackageUsesOnlyWhatItMay() throws IOException {
    ImmutableMap<String, ImmutableSet<String>> mayUse = table();
    Set<String> forbidden = new TreeSet<>();
    Matcher edges = EDGE.matcher(jdeps());
    int count = 0;
    while (edges.find()) {
      count++;
      String from = edges.group(1);
      String to = library(edges.group(2));
      boolean own = from.equals(to) || isEverywhere(to);
      if (!own && !mayUse.getOrDefault(from, ImmutableSet.of()).contains(to)) {
        forbidden.add(from + " -> " + to);
      }
    }
    assertThat(count).as("edges found").isGreaterThan(50);
    assertThat(forbidden).as("edges that the table does not allow").isEmpty();
  }

  private static ImmutableMap<String, ImmutableSet<String>> table() throws IOException {
    String text = Resources.toString(Resources.getResource(PackageEdgesTest.class, TABLE), UTF_8);
    ImmutableMap.Builder<String, ImmutableSet<String>> table = ImmutableMap.builder();
    String lines = text.replaceAll("#.*\n", "").replaceAll("\n +", " ");
    for (String line : Splitter.on('\n').omitEmptyStrings().split(lines)) {
      List<String> parts = Splitter.on(": ").splitToList(line);
      table.put(
          fullName(parts.get(0)),
          Splitter.on(' ')
              .splitToStream(parts.get(1))
              .map(PackageEdgesTest::fullName)
              .collect(ImmutableSet.toImmutableSet()));
    }
    return table.buildOrThrow();
  }

  private static String fullName(String name) {
    boolean library = LIBRARIES.containsValue(name);
    return library || name.equals("io.hopwise") ? name : "io.hopwise." + name;
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
