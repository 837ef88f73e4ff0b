package io.hopwise.cli.process;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An output whose progress another thread can watch: a pipe that nobody reads, or a stopped
 * terminal, can block a write forever.
 */
public final class WatchedOutput extends FilterOutputStream {
  /** Odd during a write; it grows with every write. */
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

  /**
   * The number of steps, which is odd during a write. The same odd number twice means the same
   * write.
   */
  public long steps() {
    return steps.get();
  }
}
