package io.hopwise;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package is small enough to be read through, and a name means one thing. */
class PackageSizeTest {
  private static final int MOST = 26;

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/test/java"})
  void noPackageHoldsManyClasses(String root) throws IOException {
    Map<Path, Long> sizes =
        classes(root).stream().collect(groupingBy(Path::getParent, TreeMap::new, counting()));
    assertThat(sizes).hasSizeGreaterThan(10);
    assertThat(sizes.entrySet()).allMatch(size -> size.getValue() <= MOST);
  }

  @Test
  void noTwoClassesHaveTheSameName() throws IOException {
    Map<String, List<Path>> byName =
        classes("src/main/java").stream()
            .collect(groupingBy(file -> file.getFileName().toString(), TreeMap::new, toList()));
    assertThat(byName.values()).hasSizeGreaterThan(300).allMatch(files -> files.size() == 1);
  }

  private static List<Path> classes(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .toList();
    }
  }
}
