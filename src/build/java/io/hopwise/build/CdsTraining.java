package io.hopwise.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the commands on some files and prints only the first analysis. From this run the build makes
 * the launcher's AppCDS archive: the classes loaded here.
 */
final class CdsTraining {
  private static final byte[] NO_INPUT = {};
  private static final ImmutableList<String> COMMANDS =
      ImmutableList.of(
          "analyze --format text",
          "analyze --format json",
          "analyze --format ndjson --port 80",
          "hops",
          "parse --format text",
          "parse --format ndjson",
          "parse --format csv");

  private CdsTraining() {}

  /**
   * Runs all commands on all files and exits.
   *
   * @param args the files, joined with the system's path separator
   */
  public static void main(String[] args) throws IOException {
    List<String> files = Splitter.on(File.pathSeparatorChar).splitToList(args[0]);
    String first = files.get(0);
    for (String file : files) {
      COMMANDS.forEach(command -> run(NO_INPUT, command, file));
      run(Files.readAllBytes(Path.of(file)), "analyze", "-");
      forget(Path.of(file));
    }
    Main.main(new String[] {first});
  }

  /** Loads the classes needed for a capture with more connections than can be remembered. */
  private static void forget(Path file) throws IOException {
    try (CaptureReader capture = Hopwise.read(file)) {
      Hopwise.analyze(capture, Settings.STANDARD.withMemory(4096));
    }
  }

  private static void run(byte[] in, String command, String file) {
    List<String> words = new ArrayList<>(Splitter.on(' ').splitToList(command));
    words.add(file);
    try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
      Main.run(words.toArray(new String[0]), new ByteArrayInputStream(in), nowhere, nowhere);
    }
  }
}
