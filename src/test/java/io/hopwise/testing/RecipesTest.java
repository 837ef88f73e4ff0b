package io.hopwise.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
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
import org.opentest4j.TestAbortedException;

/** The recipes compile, and those that are not whole test classes run and pass. */
class RecipesTest {
  private static final Path RECIPES = Path.of("src/site/recipes.md");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
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
      import io.hopwise.testing.junit.*;
      import io.hopwise.testing.packets.*;
      import java.net.*;
      import java.time.Duration;
      import java.util.Optional;
      import org.junit.jupiter.api.Test;
      import org.junit.jupiter.params.ParameterizedTest;
      """;

  @TempDir private Path folder;

  @Test
  void recipesCompileAndRun() throws Exception {
    List<String> names = new ArrayList<>();
    Matcher recipes = JAVA.matcher(Files.readString(RECIPES, UTF_8));
    while (recipes.find()) {
      String name = "Recipe" + (names.size() + 1);
      names.add(name);
      Files.writeString(folder.resolve(name + ".java"), wrapped(name, recipes.group(1)), UTF_8);
    }
    assertThat(names).hasSize(10);
    compile(names);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (String name : names) {
        run(loader.loadClass(name));
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

  private void compile(List<String> names) throws IOException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    names.forEach(name -> arguments.add(folder.resolve(name + ".java").toString()));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, errors, errors, arguments.toArray(new String[0]));
    assertThat(exit).as(errors.toString(UTF_8)).isZero();
  }
}
