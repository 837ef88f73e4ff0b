package io.hopwise.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile captures printed by the tcpdump that is installed. {@code -Dhopwise.attack.seconds=600}
 * runs it for so long, with other captures each time.
 */
class AttackWithTcpdumpTest {
  private static final int FRAMES = 24;
  private static final List<String> VIEWS =
      List.of(
          "-v -A",
          "-v",
          "-A",
          "",
          "-v -AA",
          "-v -X",
          "-vvv -A",
          "-v -e -A",
          "-e -A",
          "-q -A",
          "-v -e",
          "-vv -AA -e",
          "-q -v -A");

  private static final List<TimeForm> FORMS = List.of(TimeForm.values());

  @TempDir private Path folder;

  private byte[] print(List<MadeFrame> frames, String options) throws IOException {
    Path capture = folder.resolve("x.pcap");
    Files.write(capture, HostileCapture.pcap(frames));
    List<String> command = new ArrayList<>(List.of("tcpdump", "-nn", "-r", "-"));
    Stream.of(options.split(" ")).filter(o -> !o.isEmpty()).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(capture.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD).environment().put("TZ", "UTC");
    return builder.start().getInputStream().readAllBytes();
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"), new String[] {"/usr/sbin", "/sbin"})
        .flatMap(Stream::of)
        .anyMatch(path -> Files.isExecutable(Path.of(path, "tcpdump")));
  }

  @Test
  void noPacketIsInventedOrLostUnlessMarkedAmbiguous() throws IOException {
    assumeThat(isInstalled()).isTrue();
    long seconds = Long.getLong("hopwise.attack.seconds", 0);
    long seed = Long.getLong("hopwise.attack.seed", 1);
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    List<String> errors = new ArrayList<>();
    long captures = 0;
    long frames = 0;
    long ambiguous = 0;
    int least = seconds == 0 ? 2 * VIEWS.size() * FORMS.size() : 1;
    for (; captures < least || System.nanoTime() < until; captures++) {
      long number = seed + captures;
      Random random = new Random(number);
      TimeForm form = FORMS.get((int) (number % FORMS.size()));
      String view = VIEWS.get((int) (number / FORMS.size() % VIEWS.size()));
      boolean trailers = view.contains("-e") && random.nextBoolean();
      int snapshot = random.nextInt(8) == 0 ? 60 + random.nextInt(300) : 1 << 18;
      List<MadeFrame> made =
          new HostileCapture(random, Release.V4_99_3, form, trailers, snapshot).frames(FRAMES);
      String options = view + " " + form.option();
      byte[] text = print(made, options);
      Truth truth = new Truth(made);
      List<String> wrong = truth.errors(text);
      frames += made.size();
      ambiguous += truth.ambiguous();
      if (!wrong.isEmpty()) {
        String name = "seed " + number + ", tcpdump -nn " + options + ", snapshot " + snapshot;
        errors.add(name + ": " + wrong);
        KeptAttacks.keep("tcpdump-" + number, text, made);
      }
    }
    KeptAttacks.print(
        captures
            + " captures of "
            + frames
            + " frames, "
            + ambiguous
            + " doubtful entries, "
            + errors.size()
            + " wrong");
    assertThat(String.join("\n", errors)).isEmpty();
  }
}
