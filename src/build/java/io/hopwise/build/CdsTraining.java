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

  /** One file in so many is run through every command: they find the same classes again. */
  private static final int SHARE = 12;

  private CdsTraining() {}

  /**
   * Analyses all files, runs all commands on some, and exits.
   *
   * @param args the files, joined with the system's path separator
   */
  public static void main(String[] args) throws IOException {
    List<String> files = Splitter.on(File.pathSeparatorChar).splitToList(args[0]);
    for (int i = 0; i < files.size(); i++) {
      train(files.get(i), i % SHARE == 0);
    }
    Main.main(new String[] {files.get(0)});
  }

  /** Loads what analysing a file takes, and for some of them what all commands take. */
  private static void train(String file, boolean fully) throws IOException {
    if (!fully) {
      run(NO_INPUT, COMMANDS.get(0), file);
      return;
    }
    COMMANDS.forEach(command -> run(NO_INPUT, command, file));
    // It waits for a moment at its end, as for a program that may write more.
    run(Files.readAllBytes(Path.of(file)), "analyze", "-");
    forget(Path.of(file));
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
