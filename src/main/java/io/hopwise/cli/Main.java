package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.FrameReader;
import io.hopwise.cli.process.Messages;
import io.hopwise.cli.process.RawArguments;
import io.hopwise.cli.process.Session;
import io.hopwise.cli.process.Stdout;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.cli.process.Terminal;
import io.hopwise.cli.process.WatchedOutput;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command {@code hopwise}. */
public final class Main {
  /** How long the command may take to finish after a signal, if its output is being read. */
  private static final long ENDING_MILLIS = 10_000;

  /** How long a single write may block after a signal, if nobody reads the output. */
  private static final long BLOCKED_MILLIS = 800;

  private static final long POLL_MILLIS = 50;

  private Main() {}

  /** Runs the command on the process's streams and exits with its exit code. */
  public static void main(String[] args) {
    preloadTables();
    StopSignal stop = new StopSignal();
    CountDownLatch done = new CountDownLatch(1);
    WatchedOutput out = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(stop, done, out), "hopwise-end"));
    Session session =
        new Session(
            new FileInputStream(FileDescriptor.in),
            out,
            new Messages(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8)),
            Terminal.detect(),
            stop);
    int exitCode = new Launcher(session).run(RawArguments.of(args));
    done.countDown();
    if (!stop.isStopped()) {
      System.exit(exitCode);
    }
    // A signal is already ending the process, with the exit code for that signal.
  }

  /** Loads the grammar's tables on another core: that is a tenth of the time of a short run. */
  private static void preloadTables() {
    Thread loader = new Thread(FrameReader::new, "hopwise-loader");
    loader.setDaemon(true);
    loader.start();
  }

  /**
   * Runs the command.
   *
   * @param args the command line without the name of the program
   * @param in standard input
   * @param out standard output, for data
   * @param err standard error, for messages
   * @return the exit code
   */
  public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    Session session =
        new Session(in, new Stdout(out), new Messages(err), Terminal.none(), new StopSignal());
    return new Launcher(session).run(ImmutableList.copyOf(args));
  }

  /** Called on a signal and at the end: makes the command finish, and gives it a limited time. */
  private static void finish(StopSignal stop, CountDownLatch done, WatchedOutput out) {
    stop.stop();
    long steps = out.steps();
    long heldBack = 0;
    try {
      for (long waited = 0; waited < ENDING_MILLIS; waited += POLL_MILLIS) {
        if (done.await(POLL_MILLIS, TimeUnit.MILLISECONDS) || heldBack >= BLOCKED_MILLIS) {
          return;
        }
        boolean writing = steps % 2 != 0 && out.steps() == steps;
        heldBack = writing ? heldBack + POLL_MILLIS : 0;
        steps = out.steps();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
