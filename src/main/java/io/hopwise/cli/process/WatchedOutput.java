package io.hopwise.cli.process;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An output of which another thread can tell whether it goes on: a pipe that nobody reads, or a
 * terminal that was stopped, holds a write back for ever.
 */
public final class WatchedOutput extends FilterOutputStream {
  /** Odd while something is being written; grows with every write. */
  private final AtomicLong steps = new AtomicLong();

  public WatchedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    steps.incrementAndGet();
    try {
      out.write(bytes, offset, length);
    } finally {
      steps.incrementAndGet();
    }
  }

  /** Whether a write is going on; the same odd number twice is the same write. */
  public long steps() {
    return steps.get();
  }
}
