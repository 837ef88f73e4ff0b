package io.hopwise.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Snippets;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The recipes compile, and those that are not whole test classes run and pass. */
class RecipesTest {
  private static final Path RECIPES = Path.of("src/site/recipes.md");
  private static final String IMPORTS =
      """
      import static io.hopwise.testing.HopwiseAssertions.assertThat;
      import static io.hopwise.testing.PacketMatcher.*;
      import static org.assertj.core.api.Assertions.assertThat;
      import static org.assertj.core.api.Assertions.tuple;
      import static org.junit.jupiter.api.Assumptions.assumeTrue;
      import io.hopwise.analysis.Grade;
      import io.hopwise.packet.*;
      import io.hopwise.render.Anonymizer;
      import io.hopwise.testing.*;
      import io.hopwise.testing.capture.*;
      import io.hopwise.testing.junit.*;
      import io.hopwise.testing.packets.*;
      import io.hopwise.report.html.HtmlReport;
      import java.net.*;
      import java.nio.file.Files;
      import java.time.Duration;
      import java.util.Optional;
      import org.junit.jupiter.api.MediaType;
      import org.junit.jupiter.api.Test;
      import org.junit.jupiter.api.extension.*;
      import org.junit.jupiter.params.ParameterizedTest;
      """;

  @TempDir private Path folder;

  @Test
  void recipesCompileAndRun() throws Exception {
    List<String> sources = new ArrayList<>();
    for (String recipe : Snippets.of(RECIPES)) {
      sources.add(wrapped("Snippet" + (sources.size() + 1), recipe));
    }
    assertThat(sources).hasSize(12);
    try (URLClassLoader loader = Snippets.compile(sources, folder)) {
      for (int i = 1; i <= sources.size(); i++) {
        run(loader.loadClass("Snippet" + i));
      }
    }
  }

  private static void run(Class<?> recipe) throws Exception {
    try {
      recipe.getMethod("run").invoke(null);
    } catch (InvocationTargetException e) {
      // A live capture where none is possible: the recipe itself says that this is no failure.
      assertThat(e.getCause()).as(recipe.getName()).isInstanceOf(TestAbortedException.class);
    }
  }

  private static String wrapped(String name, String recipe) {
    boolean whole = recipe.startsWith("class ");
    String types = whole ? recipe : "";
    String code = whole ? "" : recipe;
    return IMPORTS
        + types
        + "\npublic class "
        + name
        + " { public static void run() throws Exception {\n"
        + code
        + "\n} }";
  }
}
