package io.hopwise.paste;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.hopwise.CaptureReader;
import io.hopwise.packet.Packet;
import io.hopwise.text.RecordText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to paste has a class, a fixture of the same stem, and a line in the guide. */
class PasteFixturesTest {
  private static final Path FOLDER = Path.of("testdata/paste");
  private static final Path CLASSES = Path.of("src/main/java/io/hopwise/paste/ways");

  /** What is left of records in these makes no packets, or packets without a TTL. */
  private static final ImmutableSet<String> HALVES =
      ImmutableSet.of("first-lines", "second-lines", "unjoined-lines");

  static List<String> stems() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pasted"))
          .map(name -> name.replace(".pasted", ""))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    }
  }

  static List<String> classes() throws IOException {
    ImmutableList.Builder<String> classes = ImmutableList.builder();
    try (Stream<Path> files = Files.list(CLASSES)) {
      for (Path file : files.sorted().toList()) {
        String source = Files.readString(file, UTF_8);
        if (source.contains("class") && source.contains("public String id()")) {
          classes.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return classes.build();
  }

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name), UTF_8);
  }

  @ParameterizedTest
  @MethodSource("stems")
  void theWayIsNamedAndThePacketsAreThoseOfTheOriginal(String stem) throws IOException {
    CaptureReader reader = Pasted.read(text(stem + ".pasted"));
    List<Packet> packets =
        reader
            .packets()
            .map(packet -> packet.withText(RecordText.NONE))
            .collect(ImmutableList.toImmutableList());
    assertThat(reader.summary().pasted())
        .singleElement()
        .satisfies(form -> assertThat(form.ways()).containsExactly(stem));
    if (!HALVES.contains(stem)) {
      assertThat(packets).isEqualTo(Pasted.packets(text("original.txt")));
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void everyClassHasAFixtureAndALineInTheGuide(String name) throws IOException {
    assertThat(stems()).contains(CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, name));
    assertThat(Files.readString(Path.of("src/site/pasting.md"), UTF_8))
        .contains("| `" + name + "` |");
  }
}
