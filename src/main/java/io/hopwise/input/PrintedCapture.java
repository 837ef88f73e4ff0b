package io.hopwise.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the installed tcpdump prints of a capture file, as a stream. At its end it throws if tcpdump
 * failed, so that half a capture is never taken for all of it. Closing it ends tcpdump and deletes
 * the temporary files.
 */
final class PrintedCapture extends FilterInputStream {
  private final Process process;
  private final List<Path> temporary;
  private final Path messages;
  private boolean ended;

  private PrintedCapture(Process process, Path messages, List<Path> temporary) {
    super(process.getInputStream());
    this.process = process;
    this.messages = messages;
    this.temporary = temporary;
  }

  /** Prints a capture file with {@code -n -v}. */
  static PrintedCapture of(Path file) throws IOException {
    Path messages = Files.createTempFile("hopwise", ".err");
    return start(file, messages, List.of(messages));
  }

  /** Prints a capture from a stream, which is stored first and closed. */
  static PrintedCapture of(InputStream in) throws IOException {
    Path messages = Files.createTempFile("hopwise", ".err");
    // A file rather than a pipe: writing to one while reading the other needs a thread.
    Path file = Files.createTempFile("hopwise", ".pcap");
    try (in;
        var out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
    return start(file, messages, List.of(messages, file));
  }

  private static PrintedCapture start(Path file, Path messages, List<Path> temporary)
      throws IOException {
    try {
      Path program = InstalledTcpdump.find().orElseThrow(PrintedCapture::missing);
      // Started as root, tcpdump switches to a user who may not open the file: hand it an open one.
      Process process =
          new ProcessBuilder(program.toString(), "-n", "-v", "-r", "-")
              .redirectInput(file.toFile())
              .redirectError(messages.toFile())
              .start();
      return new PrintedCapture(process, messages, temporary);
    } catch (IOException e) {
      delete(temporary);
      throw e;
    }
  }

  private static IOException missing() {
    return new IOException(
        "this is a capture file, and reading it takes tcpdump, which is not installed: install it,"
            + " or give the text that tcpdump -n -v -r FILE prints");
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one < 0) {
      end();
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int count = super.read(buffer, from, length);
    if (count < 0) {
      end();
    }
    return count;
  }

  private void end() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    int exit = await();
    if (exit != 0) {
      String reason = Files.readString(messages, UTF_8).strip();
      throw new IOException("tcpdump ended with " + exit + ": " + reason);
    }
  }

  private int await() throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while tcpdump was printing", e);
    }
  }

  @Override
  public void close() throws IOException {
    ended = true;
    try {
      Processes.stop(process);
    } finally {
      super.close();
      delete(temporary);
    }
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
