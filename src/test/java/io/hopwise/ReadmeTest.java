package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Rule;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README tells the truth, and the code in the pages beside it runs. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path MANIFEST = Path.of("testdata/MANIFEST.tsv");
  private static final String IMPORTS =
      """
      import io.hopwise.*;
      import io.hopwise.analysis.*;
      import io.hopwise.analysis.facts.*;
      import io.hopwise.analysis.rules.*;
      import io.hopwise.analysis.settings.*;
      import io.hopwise.analysis.capture.*;
      import io.hopwise.analysis.traffic.*;
      import io.hopwise.framing.Frame;
      import io.hopwise.packet.*;
      import io.hopwise.render.*;
      import io.hopwise.report.html.*;
      import io.hopwise.report.json.*;
      import io.hopwise.text.*;
      import java.io.*;
      import java.nio.file.*;
      import java.util.*;
      """;

  @TempDir private Path folder;

  @Test
  void theFoundingCaseIsPrintedAsShown() throws IOException {
    assertThat(block("founding output")).isEqualTo(said("testdata/reset/who-sent-the-reset.txt"));
  }

  @Test
  void theTableOfRulesIsTheCode() throws IOException {
    String rows = StandardRules.all().stream().map(ReadmeTest::row).collect(joining("\n"));
    assertThat(readme())
        .contains("<!-- rules -->\n| rule | reports |\n|---|---|\n" + rows + "\n\n");
  }

  private static String row(Rule rule) {
    return "| `" + rule.id() + "` | " + rule.summary() + " |";
  }

  @Test
  void theReadmeNamesTheReleasesOfTheFixtures() throws IOException {
    List<String> releases =
        Files.readAllLines(MANIFEST, UTF_8).stream()
            .map(line -> line.substring(line.lastIndexOf('\t') + 1))
            .filter(release -> release.matches("[0-9.]+"))
            .map(release -> release.replaceFirst("^(\\d+\\.\\d+).*", "$1"))
            .distinct()
            .sorted()
            .toList();
    String first = releases.get(0);
    String last = releases.get(releases.size() - 1);
    assertThat(readme()).contains("The text of tcpdump " + first + " to " + last + " for");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "src/site/library.md", "src/site/rules.md"})
  void snippetsCompileAndRun(String page) throws Exception {
    List<String> snippets = Snippets.of(Path.of(page));
    assertThat(snippets).as("snippets").isNotEmpty();
    List<String> sources = new ArrayList<>();
    for (String snippet : snippets) {
      sources.add(wrapped("Snippet" + (sources.size() + 1), snippet));
    }
    try (URLClassLoader loader = Snippets.compile(sources, folder)) {
      for (int i = 1; i <= sources.size(); i++) {
        loader.loadClass("Snippet" + i).getMethod("run").invoke(null);
      }
    }
  }

  /** What a snippet declares before its use stands beside the method, the rest inside it. */
  private static String wrapped(String name, String snippet) {
    int use = Math.max(0, snippet.indexOf("// Use it:"));
    return IMPORTS
        + snippet.substring(0, use)
        + "\npublic class "
        + name
        + " { public static void run() throws Exception {\n"
        + snippet.substring(use)
        + "\n} }";
  }

  private static String said(String capture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Main.run(
        new String[] {"analyze", capture},
        new ByteArrayInputStream(new byte[0]),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
    return out.toString(UTF_8);
  }

  /** The fenced block behind a marker. */
  private static String block(String marker) throws IOException {
    Matcher block =
        Pattern.compile("<!-- " + marker + " -->\n```\n(.*?)```", Pattern.DOTALL).matcher(readme());
    assertThat(block.find()).as("block " + marker).isTrue();
    return block.group(1);
  }

  private static String readme() throws IOException {
    return Files.readString(README, UTF_8);
  }
}
