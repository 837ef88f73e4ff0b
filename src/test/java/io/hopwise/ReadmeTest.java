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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README tells the truth. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final String IMPORTS =
      """
      import io.hopwise.*;
      import io.hopwise.analysis.*;
      import io.hopwise.analysis.rules.*;
      import io.hopwise.analysis.settings.*;
      import io.hopwise.analysis.traffic.*;
      import io.hopwise.packet.*;
      import java.nio.file.*;
      import java.util.*;
      """;

  @TempDir private Path folder;

  @Test
  void foundingCaseIsPrintedAsShown() throws IOException {
    assertThat(block("founding output")).isEqualTo(said("testdata/reset/who-sent-the-reset.txt"));
  }

  @Test
  void ruleTableIsTheCode() throws IOException {
    String rows = StandardRules.all().stream().map(ReadmeTest::row).collect(joining("\n"));
    assertThat(readme())
        .contains("<!-- rules -->\n| rule | reports |\n|---|---|\n" + rows + "\n\n");
  }

  private static String row(Rule rule) {
    return "| `" + rule.id() + "` | " + rule.summary() + " |";
  }

  @Test
  void snippetsCompileAndRun() throws Exception {
    List<String> names = new ArrayList<>();
    Matcher snippets = JAVA.matcher(readme());
    while (snippets.find()) {
      String name = "Snippet" + names.size();
      names.add(name);
      Files.writeString(folder.resolve(name + ".java"), wrapped(name, snippets.group(1)), UTF_8);
    }
    assertThat(names).as("snippets").hasSizeGreaterThanOrEqualTo(3);
    compile(names);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (String name : names) {
        loader.loadClass(name).getMethod("run").invoke(null);
      }
    }
  }

  /** What a snippet declares before its use stands beside the method, the rest inside it. */
  private static String wrapped(String name, String snippet) {
    int use = Math.max(0, snippet.indexOf("// Use it:"));
    String types = snippet.substring(0, use);
    String code = snippet.substring(use);
    return IMPORTS
        + types
        + "\npublic class "
        + name
        + " { public static void run() throws Exception {\n"
        + code
        + "\n} }";
  }

  private void compile(List<String> names) throws IOException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    names.forEach(name -> arguments.add(folder.resolve(name + ".java").toString()));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, errors, errors, arguments.toArray(new String[0]));
    assertThat(exit).as(errors.toString(UTF_8)).isZero();
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
