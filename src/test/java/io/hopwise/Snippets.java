package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.StandardSystemProperty;
import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The pieces of Java in a page. */
public final class Snippets {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private Snippets() {}

  /** The snippets of a page, in their order. */
  public static ImmutableList<String> of(Path page) throws IOException {
    return JAVA.matcher(Files.readString(page, UTF_8))
        .results()
        .map(snippet -> snippet.group(1))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Compiles sources, the classes of which see what this class sees.
   *
   * @param sources whole files; the class of the first is {@code Snippet1}, and so on
   * @param folder where to put them
   */
  public static URLClassLoader compile(List<String> sources, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", classPath(), "-d"));
    arguments.add(folder.toString());
    for (int i = 0; i < sources.size(); i++) {
      Path file = folder.resolve("Snippet" + (i + 1) + ".java");
      Files.writeString(file, sources.get(i), UTF_8);
      arguments.add(file.toString());
    }
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, errors, errors, arguments.toArray(new String[0]));
    assertThat(exit).as(errors.toString(UTF_8)).isZero();
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Snippets.class.getClassLoader());
  }

  /**
   * What this class and all others of the tests are found in. Test runners that load classes
   * themselves do not say so in {@code java.class.path}.
   */
  public static String classPath() {
    List<String> path = new ArrayList<>();
    if (Snippets.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        path.add(Path.of(url.getPath()).toString());
      }
    }
    path.add(StandardSystemProperty.JAVA_CLASS_PATH.value());
    return String.join(File.pathSeparator, path);
  }
}
