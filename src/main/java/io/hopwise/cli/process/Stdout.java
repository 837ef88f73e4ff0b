package io.hopwise.cli.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output as a stream that throws if writing fails. */
public final class Stdout extends OutputStream {
  private final PrintStream out;

  public Stdout(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    check();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    check();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
    check();
  }

  /** Throws if the print stream failed; it hides the reason. */
  private void check() throws IOException {
    if (out.checkError()) {
      throw new ClosedException();
    }
  }

  /** Thrown if standard output accepts no more data. */
  static final class ClosedException extends IOException {
    private static final long serialVersionUID = 1;

    ClosedException() {
      super("standard output is closed");
    }
  }

  /** Flushes; standard output itself stays open. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
