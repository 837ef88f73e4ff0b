package io.hopwise.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.hopwise.cli.process.Messages;
import io.hopwise.cli.process.Session;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.cli.process.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** The command, run in this process: its exit code and what it printed. */
public record Ran(int exitCode, String out, String err) {
  static final String RESET_CAPTURE = "testdata/reset/who-sent-the-reset.txt";

  /** Runs the command with nothing on standard input. */
  public static Ran hopwise(String... args) {
    return onInput("", args);
  }

  /** Runs the command with a text on standard input. */
  public static Ran onInput(String input, String... args) {
    return onInput(input.getBytes(UTF_8), args);
  }

  /** Runs the command with bytes on standard input. */
  public static Ran onInput(byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            args,
            new ByteArrayInputStream(input),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Runs the command in a world of its own. */
  public static Ran in(Terminal terminal, InputStream input, StopSignal stop, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Ran ran = in(terminal, input, out, stop, args);
    return new Ran(ran.exitCode, out.toString(UTF_8), ran.err);
  }

  /** Runs the command in a world of its own, with its output going elsewhere. */
  public static Ran in(
      Terminal terminal, InputStream input, OutputStream out, StopSignal stop, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Messages messages = new Messages(new PrintStream(err, true, UTF_8));
    int exitCode =
        new Launcher(new Session(input, out, messages, terminal, stop))
            .run(ImmutableList.copyOf(args));
    return new Ran(exitCode, "", err.toString(UTF_8));
  }

  /** A terminal on standard output and error, with an environment. */
  static Terminal terminal(ImmutableMap<String, String> environment) {
    return new Terminal(
        Terminal.StreamType.OTHER,
        Terminal.StreamType.TERMINAL,
        Terminal.StreamType.TERMINAL,
        environment);
  }
}
