package io.hopwise.testing.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hopwise.input.FileKind;
import io.hopwise.input.InstalledTcpdump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tcpdump installed on this machine. */
final class Tcpdump {
  private final Path program;

  private Tcpdump(Path program) {
    this.program = program;
  }

  /**
   * The tcpdump found on the PATH or in the usual folders.
   *
   * @throws TcpdumpException if there is none
   */
  static Tcpdump installed() throws TcpdumpException {
    return find()
        .orElseThrow(
            () ->
                new TcpdumpException("tcpdump is not installed: none on the PATH or in /usr/sbin"));
  }

  static Optional<Tcpdump> find() {
    return InstalledTcpdump.find().map(Tcpdump::new);
  }

  /** Whether a file is pcap or pcapng, by its first four bytes. */
  static boolean isPcap(byte[] file) {
    return FileKind.of(file, Math.min(file.length, FileKind.HEAD)).isCapture();
  }

  /** A command that runs tcpdump with these options. */
  ProcessBuilder command(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(options);
    return new ProcessBuilder(command);
  }

  /** The text of a pcap or pcapng file, without name lookups and with times in UTC. */
  byte[] print(byte[] pcap) throws IOException {
    // A file rather than a pipe: writing to one while reading the other needs a thread.
    Path file = Files.createTempFile("hopwise", ".pcap");
    Path messages = Files.createTempFile("hopwise", ".err");
    try {
      Files.write(file, pcap);
      return print(file, messages);
    } finally {
      Files.delete(file);
      Files.delete(messages);
    }
  }

  private byte[] print(Path file, Path messages) throws IOException {
    ProcessBuilder builder =
        // Started as root, tcpdump switches to a user who may not open the file: pass it an open
        // one.
        command(List.of("-n", "-v", "-r", "-"))
            .redirectInput(file.toFile())
            .redirectError(messages.toFile());
    builder.environment().put("TZ", "UTC");
    Process process = builder.start();
    byte[] text = process.getInputStream().readAllBytes();
    int exit = waitFor(process);
    if (exit != 0) {
      String reason = Files.readString(messages, UTF_8).strip();
      throw new TcpdumpException("tcpdump ended with " + exit + ": " + reason);
    }
    return text;
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new TcpdumpException("interrupted while tcpdump was printing");
    }
  }
}
