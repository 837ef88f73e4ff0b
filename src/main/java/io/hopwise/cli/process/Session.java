package io.hopwise.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a command works with.
 *
 * @param in standard input
 * @param out standard output, unbuffered; failures to write are thrown
 * @param messages standard error
 * @param terminal what the streams are connected to
 * @param stop set when the command should finish and end
 */
public record Session(
    InputStream in, OutputStream out, Messages messages, Terminal terminal, StopSignal stop) {

  /** What a command writes when it has read all of its input. */
  @FunctionalInterface
  public interface End {
    /** Writes it. */
    void write() throws IOException;
  }

  /** Writes the end; where nobody reads it any more, the exit code is still asked for. */
  public void writeEnd(End end) throws IOException {
    try {
      end.write();
    } catch (IOException e) {
      if (!isReaderGone(e)) {
        throw e;
      }
    }
  }

  /** Whether output failed because whoever read it has stopped reading, as anybody may. */
  public boolean isReaderGone(IOException e) {
    return terminal.stdout() == Terminal.StreamType.PIPE
        || e instanceof Stdout.ClosedException
        || String.valueOf(e.getMessage()).contains("Broken pipe");
  }
}
