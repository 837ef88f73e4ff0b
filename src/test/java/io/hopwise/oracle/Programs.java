package io.hopwise.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the programs that the checks hold the parser against. */
final class Programs {
  private static final List<String> FOLDERS = List.of("/usr/sbin", "/sbin");

  private Programs() {}

  /** The programs of these that are not installed. */
  static List<String> missing(String... names) {
    return Stream.of(names).filter(name -> find(name).isEmpty()).toList();
  }

  /** What tcpdump prints for a capture, on standard output alone. */
  static byte[] tcpdump(Path capture, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(find("tcpdump").orElseThrow(() -> new IOException("tcpdump is not installed")));
    command.addAll(options);
    // As root tcpdump reads as another user, who may not open the file: hand it over opened.
    command.addAll(List.of("-r", "-"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(capture.toFile());
    // A damaged capture makes it end with 1, behind all packets it could print.
    return run(builder).output();
  }

  /** What a program left behind. */
  @SuppressWarnings("ArrayRecordComponent")
  record Run(int exit, byte[] output, String messages) {}

  static Run run(ProcessBuilder builder) throws IOException {
    Path messages = Files.createTempFile("hopwise", ".err");
    try {
      builder.redirectError(messages.toFile()).environment().put("TZ", "UTC");
      Process process = builder.start();
      byte[] output = process.getInputStream().readAllBytes();
      return new Run(process.waitFor(), output, Files.readString(messages, UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + builder.command().get(0) + " was running", e);
    } finally {
      Files.delete(messages);
    }
  }

  private static Optional<String> find(String name) {
    String path = System.getenv("PATH");
    Stream<String> folders = path == null ? Stream.empty() : Stream.of(path.split(":", -1));
    return Stream.concat(folders, FOLDERS.stream())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
