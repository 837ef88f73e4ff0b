package io.hopwise.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The environment of a command.
 *
 * @param in standard input
 * @param out standard output, unbuffered; it throws if writing fails
 * @param messages standard error
 * @param terminal tells what the streams are connected to
 * @param stop set when the command should finish
 */
public record Session(
    InputStream in, OutputStream out, Messages messages, Terminal terminal, StopSignal stop) {

  /** What a command writes after it has read all of its input. */
  @FunctionalInterface
  public interface Ending {
    /** Writes it. */
    void write() throws IOException;
  }

  /**
   * Writes the end. It ignores that nobody reads the output any more, so that the exit code is
   * still computed.
   */
  public void writeEnd(Ending end) throws IOException {
    try {
      end.write();
    } catch (IOException e) {
      if (!isReaderGone(e)) {
        throw e;
      }
    }
  }

  /** Whether output failed because its reader stopped reading, which is allowed. */
  public boolean isReaderGone(IOException e) {
    return terminal.stdout() == Terminal.StreamType.PIPE
        || e instanceof Stdout.ClosedException
        || String.valueOf(e.getMessage()).contains("Broken pipe");
  }
}
