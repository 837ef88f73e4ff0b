package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages lead to what is there, and the table of packages is that of the code. */
class DocumentationTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path ARCHITECTURE = Path.of("src/site/architecture.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$", Pattern.MULTILINE);
  private static final Pattern INFO =
      Pattern.compile("/\\*\\*(.*?)\\*/.*?^package ([\\w.]+);", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TABLE = Pattern.compile("<!-- packages -->\n.*\n.*\n((?:\\|.*\n)*)");
  private static final Pattern PUBLIC =
      Pattern.compile("^public .*\\b(class|interface|record|enum)\\b", Pattern.MULTILINE);

  /** The comment of a type stands before anything that is indented. */
  private static final Pattern PUBLIC_SINCE =
      Pattern.compile("^ \\* @since [0-9.]+$", Pattern.MULTILINE);

  private static final String INTERNAL = "Internal: ";

  static List<Path> pages() throws IOException {
    Stream<Path> roots = Stream.of("src", "testdata", ".github").map(Path::of);
    return Stream.concat(roots.flatMap(DocumentationTest::pages), pagesIn(Path.of(""), 1))
        .sorted()
        .toList();
  }

  private static Stream<Path> pages(Path folder) {
    try {
      return pagesIn(folder, Integer.MAX_VALUE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> pagesIn(Path folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    String text = CODE.matcher(Files.readString(page, UTF_8)).replaceAll("`");
    List<String> dead =
        LINK.matcher(text)
            .results()
            .map(link -> link.group(1))
            .filter(link -> !link.contains("://") && !leadsSomewhere(page, link))
            .toList();
    assertThat(dead).as("dead links in %s", page).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, String link) {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
  }

  private static List<String> anchors(Path page) {
    try {
      return HEADING
          .matcher(Files.readString(page, UTF_8))
          .results()
          .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"), UTF_8)).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void theTableOfPackagesIsTheCode() throws IOException {
    String rows = packageInfos().stream().map(DocumentationTest::row).collect(joining("\n"));
    Matcher table = TABLE.matcher(Files.readString(ARCHITECTURE, UTF_8));
    assertThat(table.find()).isTrue();
    assertThat(table.group(1).strip())
        .as("the table of %s, made of the first sentence of each package-info", ARCHITECTURE)
        .isEqualTo(rows);
  }

  @Test
  void everyPackageSaysWhetherItsApiIsStable() throws IOException {
    assertThat(packageInfos())
        .as("a package-info begins with 'Internal: ', or says 'Stable API.' and '@since'")
        .allMatch(
            info ->
                info.comment().startsWith(INTERNAL)
                    ? !info.comment().contains("Stable API.")
                    : info.comment().matches(".*Stable API\\..* @since [0-9.]+.*"));
  }

  @Test
  void everyStableTypeSaysSinceWhen() throws IOException {
    for (PackageInfo info : packageInfos()) {
      if (!info.comment().startsWith(INTERNAL)) {
        try (Stream<Path> files = Files.list(SOURCES.resolve(info.name().replace('.', '/')))) {
          assertThat(files.filter(DocumentationTest::isPublicType))
              .as("types of the stable package %s without @since", info.name())
              .allMatch(file -> PUBLIC_SINCE.matcher(read(file)).find());
        }
      }
    }
  }

  private static boolean isPublicType(Path file) {
    return file.toString().endsWith(".java") && PUBLIC.matcher(read(file)).find();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record PackageInfo(String name, String comment) {}

  private static List<PackageInfo> packageInfos() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(DocumentationTest::packageInfo)
          .sorted(Comparator.comparing(PackageInfo::name))
          .toList();
    }
  }

  private static PackageInfo packageInfo(Path file) {
    try {
      Matcher info = INFO.matcher(Files.readString(file, UTF_8));
      assertThat(info.find()).as(file.toString()).isTrue();
      String comment = info.group(1).replaceAll("(?m)^ \\*", "").replaceAll("\\s+", " ").strip();
      return new PackageInfo(info.group(2), comment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(PackageInfo info) {
    boolean internal = info.comment().startsWith(INTERNAL);
    String text = info.comment().substring(internal ? INTERNAL.length() : 0);
    String sentence = text.split("(?<=\\.) ", 2)[0];
    String plain =
        Pattern.compile("\\{@(?:link|code) (?:[\\w.]*\\.)?([^}]*)\\}")
            .matcher(sentence)
            .replaceAll((MatchResult link) -> "`" + link.group(1) + "`");
    return "| `"
        + info.name()
        + "` | "
        + (internal ? "internal" : "stable")
        + " | "
        + Ascii.toUpperCase(plain.substring(0, 1))
        + plain.substring(1)
        + " |";
  }
}
