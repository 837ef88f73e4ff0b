package io.hopwise.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** Runs scenes of the lab: real kernels in network namespaces, seen by the real tcpdump. */
final class Lab {
  private static final String SCRIPT = "src/test/lab/lab.sh";
  private static final int CANNOT_RUN = 77;
  private static final long SECONDS = 60;

  private Lab() {}

  /** Skips the test, saying why, where the lab cannot run. */
  static void assumeItRuns() throws IOException, InterruptedException {
    Outcome check = run(List.of("bash", SCRIPT, "check"));
    assumeTrue(check.exit != CANNOT_RUN, () -> "the lab needs root and tools: " + check.said);
  }

  /** What Hopwise says of a scene's capture. */
  static Report analyze(String scene, Path folder) throws IOException, InterruptedException {
    return Hopwise.analyze(capture(scene, folder));
  }

  /** The text tcpdump printed in a scene. */
  static Path capture(String scene, Path folder) throws IOException, InterruptedException {
    Outcome run = run(List.of("bash", SCRIPT, "run", scene, folder.toString()));
    if (run.exit != 0) {
      Assertions.fail("scene " + scene + " ended with " + run.exit + ": " + run.said);
    }
    return folder.resolve(scene + ".txt");
  }

  private record Outcome(int exit, String said) {}

  private static Outcome run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("lab", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
      process.waitFor();
      return new Outcome(-1, "not done after " + SECONDS + " s");
    }
    String text = Files.readString(said, UTF_8);
    Files.delete(said);
    return new Outcome(process.exitValue(), text);
  }
}
