package io.hopwise.fuzz;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.hopwise.parser.GrammarFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of any input holds of all fixtures, of those damaged, and of what once failed. */
@Timeout(value = 300, unit = SECONDS)
class HostileInputTest {
  private static final int LONGEST_PIECE = 1500;

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void everyInvariantHoldsForTheFixture(Path file) throws IOException {
    check(Files.readAllBytes(file), file);
    ReaderFuzz.checkLiveAlike(Files.readAllBytes(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("found")
  void everyInvariantHoldsForWhatOnceFailed(Path file) throws IOException {
    check(Files.readAllBytes(file), file);
  }

  static List<Path> found() throws IOException {
    return files(Path.of("src/test/fuzz/found"));
  }

  @Tag("long")
  @Test
  void everyInvariantHoldsForDamagedFixtures() throws IOException {
    Random random = new Random(3);
    List<Path> files = files(Path.of("testdata"));
    for (int i = 0; i < 2000; i++) {
      Path file = files.get(random.nextInt(files.size()));
      check(damaged(Files.readAllBytes(file), random), file);
    }
  }

  /** A piece of it with some bytes changed, some left out, and some twice. */
  private static byte[] damaged(byte[] whole, Random random) {
    int from = random.nextInt(Math.max(1, whole.length - LONGEST_PIECE));
    byte[] piece = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + LONGEST_PIECE));
    for (int i = random.nextInt(4); i > 0 && piece.length > 8; i--) {
      int at = random.nextInt(piece.length - 4);
      int to = random.nextInt(piece.length - 4);
      switch (random.nextInt(3)) {
        case 0 -> piece[at] = (byte) random.nextInt(256);
        case 1 -> System.arraycopy(piece, at, piece, to, 1 + random.nextInt(4));
        default ->
            System.arraycopy(
                piece, Math.max(at, to), piece, Math.min(at, to), piece.length - Math.max(at, to));
      }
    }
    return piece;
  }

  private static void check(byte[] input, Path from) {
    try {
      ReaderFuzz.fuzzerTestOneInput(input);
      GrammarFuzz.fuzzerTestOneInput(input);
      AnalysisFuzz.fuzzerTestOneInput(input);
      OutputFuzz.fuzzerTestOneInput(input);
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError("with text of " + from + ": " + e, e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
