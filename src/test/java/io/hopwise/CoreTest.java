package io.hopwise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The core runs in a browser and on other people's threads: it uses no files, threads or
 * reflection, and nothing of the JDK that compilers to JavaScript lack, but for one class each.
 */
class CoreTest {
  private static final Path CLASSES = classes();

  private static final ImmutableList<String> CORE =
      ImmutableList.of("text", "framing", "parser", "packet", "analysis", "report", "render");

  /**
   * What the core may not refer to, and who may.
   *
   * @param reference a class, or a method behind its class and a dot
   * @param allowed the one class that may, below io.hopwise; empty if none
   */
  private record Ban(Pattern reference, String allowed) {
    static Ban of(String reference, String allowed) {
      return new Ban(Pattern.compile(reference), allowed);
    }
  }

  private static final ImmutableList<Ban> BANS =
      ImmutableList.of(
          Ban.of("java\\.nio\\.file\\..*", ""),
          Ban.of("java\\.io\\.(File|FileInputStream|FileOutputStream|RandomAccessFile)", ""),
          // A live input that falls silent is waited for.
          Ban.of("java\\.lang\\.(Thread|ThreadLocal|Runtime|Process.*)", "framing.TimedInput"),
          Ban.of("java\\.util\\.concurrent\\..*", ""),
          Ban.of("java\\.lang\\.reflect\\..*", ""),
          Ban.of("java\\.lang\\.Class\\.(forName|get(Declared)?(Method|Field|Constructor)s?)", ""),
          Ban.of("java\\.lang\\.Class\\.getResource.*", "parser.builder.Services"),
          Ban.of("java\\.lang\\.invoke\\.(VarHandle|MethodHandles\\.\\w+)", "text.EightBytes"),
          Ban.of("java\\.net\\..*", "packet.ip.Host"),
          Ban.of("java\\.time\\..*", "packet.PrintedTime"),
          Ban.of("java\\.lang\\.Character\\$UnicodeScript", ""),
          Ban.of("java\\.lang\\.String\\.(lines|format|formatted)", ""),
          Ban.of("java\\.util\\.(Formatter|StringJoiner|ServiceLoader)", ""),
          Ban.of("java\\.io\\.ByteArrayOutputStream\\.writeBytes", ""));

  @Test
  void theCoreUsesNothingThatABrowserLacks() throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    for (String room : CORE) {
      for (Path file : classesIn(room)) {
        read++;
        String name = CLASSES.relativize(file).toString().replace('/', '.').replace(".class", "");
        ClassFile.references(file).stream()
            .filter(reference -> isBanned(reference, name))
            .forEach(reference -> found.add(name + " uses " + reference));
      }
    }
    assertThat(read).as("classes read").isGreaterThan(200);
    assertThat(found).isEmpty();
  }

  @Test
  void everyExceptionToTheRuleIsStillNeeded() throws IOException {
    for (Ban ban : BANS) {
      if (!ban.allowed().isEmpty()) {
        Path file = CLASSES.resolve(ban.allowed().replace('.', '/') + ".class");
        assertThat(ClassFile.references(file)).anyMatch(ban.reference().asMatchPredicate());
      }
    }
  }

  private static boolean isBanned(String reference, String name) {
    return BANS.stream()
        .filter(ban -> !ban.allowed().equals(name))
        .anyMatch(ban -> ban.reference().matcher(reference).matches());
  }

  private static List<Path> classesIn(String room) throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES.resolve(room))) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static Path classes() {
    try {
      Path all = Path.of(Hopwise.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return all.resolve("io/hopwise");
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
