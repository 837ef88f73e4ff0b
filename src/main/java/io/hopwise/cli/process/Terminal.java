package io.hopwise.cli.process;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What the command's three streams are connected to, and the environment it runs in.
 *
 * @param stdin what standard input is
 * @param stdout what standard output is
 * @param stderr what standard error is
 * @param environment the environment variables
 */
public record Terminal(
    StreamType stdin,
    StreamType stdout,
    StreamType stderr,
    ImmutableMap<String, String> environment) {

  /** What a stream is connected to. */
  public enum StreamType {
    TERMINAL,
    FILE,
    PIPE,
    /** A device, or unknown. */
    OTHER,
    /** Not connected at all: {@code <&-}. */
    CLOSED
  }

  private static final int DEFAULT_COLUMNS = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 400;

  /** No terminal anywhere, and an empty environment. */
  public static Terminal none() {
    return new Terminal(StreamType.OTHER, StreamType.OTHER, StreamType.OTHER, ImmutableMap.of());
  }

  /** Detects what the process's streams are connected to. */
  public static Terminal detect() {
    return new Terminal(
        connection(0), connection(1), connection(2), ImmutableMap.copyOf(System.getenv()));
  }

  /** Uses /proc on Linux, elsewhere a child process that inherits the streams. */
  private static StreamType connection(int descriptor) {
    try {
      return connection(Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)));
    } catch (IOException | UnsupportedOperationException e) {
      return isTerminal(descriptor) ? StreamType.TERMINAL : StreamType.OTHER;
    }
  }

  private static boolean isTerminal(int descriptor) {
    try {
      Process test =
          new ProcessBuilder("test", "-t", Integer.toString(descriptor)).inheritIO().start();
      return test.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static StreamType connection(Path link) throws IOException {
    String target = link.toString();
    if (target.startsWith("pipe:")) {
      return StreamType.PIPE;
    }
    if (target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")) {
      return StreamType.TERMINAL;
    }
    if (link.startsWith(Path.of(System.getProperty("java.home")).toRealPath())) {
      // It was closed, and the first file that the JVM opened took its number.
      return StreamType.CLOSED;
    }
    return Files.isRegularFile(link) ? StreamType.FILE : StreamType.OTHER;
  }

  /** Whether to use colour with {@code --color=auto}. */
  public boolean wantsColor() {
    return stdout == StreamType.TERMINAL
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Whether the locale's encoding is UTF-8: the first of the variables that is set decides. */
  public boolean drawsUnicode() {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        return Ascii.toUpperCase(locale).matches(".*UTF-?8.*");
      }
    }
    return false;
  }

  /** The width of text: the terminal's width, within limits, or 80 if there is none. */
  public int columns() {
    if (stdout != StreamType.TERMINAL) {
      return DEFAULT_COLUMNS;
    }
    int columns = askTerminal();
    return columns == 0 ? DEFAULT_COLUMNS : Math.max(NARROWEST, Math.min(WIDEST, columns));
  }

  /** Java cannot tell the width; {@code stty size} prints rows and columns. */
  private static int askTerminal() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor(1, TimeUnit.SECONDS);
      return Integer.parseInt(answer.substring(answer.indexOf(' ') + 1).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
