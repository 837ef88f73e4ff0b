package io.hopwise.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.cli.process.Messages;
import io.hopwise.cli.process.Session;
import io.hopwise.cli.process.Terminal;
import io.hopwise.input.InstalledTcpdump;
import io.hopwise.input.Processes;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The installed tcpdump, printing a capture file. It gets the file on standard input: no file name
 * is among its arguments, so none can be mistaken for an option. Its standard error is passed on.
 * The process never outlives {@link #close}.
 */
public final class TcpdumpProcess implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final long ENDING_MILLIS = 200;
  private static final String LOCAL_TIME = "/etc/localtime";

  private final Process process;
  private final Optional<Feeding> feeding;
  private final Thread errors;
  private volatile boolean closed;
  private volatile boolean interrupted;

  /** The stream it is fed with, and the thread that feeds it. */
  private record Feeding(SourceStream source, Thread feeder) {}

  private TcpdumpProcess(Process process, Optional<Feeding> feeding, Messages messages) {
    this.process = process;
    this.feeding = feeding;
    errors = daemon("hopwise-tcpdump-errors", () -> passOn(process.getErrorStream(), messages));
  }

  /** Starts it on a file. */
  static TcpdumpProcess onFile(Path program, Path file, Session session) throws IOException {
    ProcessBuilder builder = builder(program, session, false);
    Process process = builder.redirectInput(file.toFile()).start();
    return new TcpdumpProcess(process, Optional.empty(), session.messages());
  }

  /**
   * Starts it and feeds it with a stream until that ends.
   *
   * @param live whether each record must be printed as soon as it is read
   */
  static TcpdumpProcess onStream(Path program, InputStream in, boolean live, Session session)
      throws IOException {
    Process process = builder(program, session, live).start();
    SourceStream source = new SourceStream(in);
    Thread feeder = daemon("hopwise-tcpdump-input", () -> feed(source, process));
    Feeding feeding = new Feeding(source, feeder);
    return new TcpdumpProcess(process, Optional.of(feeding), session.messages());
  }

  /** Finds the program like a shell, and in folders for administrators. */
  public static Optional<Path> find(Terminal terminal) {
    return find(terminal, InstalledTcpdump.MORE_FOLDERS);
  }

  public static Optional<Path> find(Terminal terminal, ImmutableList<String> moreFolders) {
    String path = terminal.environment().getOrDefault("PATH", "/usr/bin:/bin");
    return InstalledTcpdump.find(path, moreFolders);
  }

  /**
   * Sets TZ. If it is unset, the C library checks the time zone file for every packet; with TZ it
   * reads the file once, and printing takes half the time.
   */
  private static ProcessBuilder builder(Path program, Session session, boolean live) {
    ProcessBuilder builder =
        live
            ? new ProcessBuilder(program.toString(), "-nn", "-v", "-l", "-r", "-")
            : new ProcessBuilder(program.toString(), "-nn", "-v", "-r", "-");
    if (!session.terminal().environment().containsKey("TZ")
        && Files.isReadable(Path.of(LOCAL_TIME))) {
      builder.environment().put("TZ", ":" + LOCAL_TIME);
    }
    return builder;
  }

  /** Its standard output. */
  InputStream output() {
    return process.getInputStream();
  }

  /** Whether we ended it, so that neither its exit code nor its messages tell about the file. */
  boolean isClosed() {
    return closed;
  }

  /** After its end: whether a signal ended it, such as ^C, which we get as well. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** Waits for its end, after the end of its output, and returns its exit code. */
  int awaitEnd() {
    try {
      errors.join(TimeUnit.SECONDS.toMillis(2));
      return process.waitFor(2, TimeUnit.SECONDS) ? process.exitValue() : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Ends it unless it has ended by itself. */
  @Override
  public void close() {
    closed = true;
    Processes.stop(process);
  }

  /**
   * After its end: why it could not be fed with the whole stream; empty if it was, or did not want
   * more.
   */
  Optional<IOException> failure() {
    return feeding.isPresent() && hasEnded(feeding.get().feeder)
        ? feeding.get().source.failure()
        : Optional.empty();
  }

  /** Whether a thread has ended, after waiting a moment for it. */
  private static boolean hasEnded(Thread thread) {
    try {
      thread.join(ENDING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private static void feed(InputStream in, Process process) {
    try (OutputStream out = process.getOutputStream()) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        out.flush(); // a live capture may continue only much later
      }
    } catch (IOException e) {
      // It ended before its input; its exit code and messages say why.
    }
  }

  private void passOn(InputStream in, Messages messages) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      lines
          .lines()
          .filter(line -> !closed && !isRoutine(line))
          .forEach(line -> take(line, messages));
    } catch (IOException | UncheckedIOException e) {
      // The process and the rest of its messages are gone.
    }
  }

  /**
   * Whether a message needs no mention: only we read its output, so that it cannot write only means
   * that we or ^C ended it.
   */
  private static boolean isRoutine(String line) {
    return line.startsWith("reading from file -")
        || line.startsWith("dropped privs to ")
        || line.startsWith("tcpdump: Unable to write output: ");
  }

  private void take(String line, Messages messages) {
    if (line.endsWith(" error reading dump file: Interrupted system call")) {
      interrupted = true;
      return;
    }
    messages.plain(line.startsWith("tcpdump: ") ? line : "tcpdump: " + line);
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
