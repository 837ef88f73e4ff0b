package io.hopwise.report;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An entry writer with a buffer for lines, which it writes out when the buffer is half full. Not
 * thread-safe.
 *
 * @since 0.1
 */
public abstract class LineWriter implements EntryWriter {
  /** The initial capacity of the buffer in bytes. */
  protected static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final Line line;

  /**
   * Writes lines to a stream.
   *
   * @param out the stream; closed with the writer
   * @param line the buffer, which the subclass fills
   */
  protected LineWriter(OutputStream out, Line line) {
    this.out = out;
    this.line = line;
  }

  /**
   * Writes the buffer out if it is half full. Call it at the end of a line.
   *
   * @throws IOException if the underlying stream fails
   */
  protected final void drainIfFull() throws IOException {
    if (line.size() > BUFFER / 2) {
      line.drainTo(out);
    }
  }

  @Override
  public final void flush() throws IOException {
    line.drainTo(out);
    out.flush();
  }

  @Override
  public final void close() throws IOException {
    try {
      line.drainTo(out);
    } finally {
      out.close();
    }
  }
}
