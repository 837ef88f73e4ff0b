package io.hopwise.cli.input;

import io.hopwise.input.TellsAvailable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Counts bytes, and turns a failure into the end of the input, so that everything read before is
 * still reported. A live one is read ahead before.
 */
public final class SourceStream extends FilterInputStream implements TellsAvailable {
  private static final int MOST_SKIPPED = 1 << 13;

  private volatile long count;
  private boolean ended;
  private Optional<IOException> failure = Optional.empty();

  SourceStream(InputStream in) {
    super(in);
  }

  /** The number of bytes read. */
  public long count() {
    return count;
  }

  /** Whether it was read to its end. Call it only after the end. */
  boolean hasEnded() {
    return ended;
  }

  /** Why the input ended early, if it did. Call it only after the end. */
  Optional<IOException> failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Skips by reading, so that skipped bytes count and a failure ends the input. */
  @Override
  public long skip(long most) {
    byte[] skipped = new byte[(int) Math.max(0, Math.min(most, MOST_SKIPPED))];
    return skipped.length == 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads; others only look on
  public int read(byte[] bytes, int offset, int length) {
    try {
      int got = in.read(bytes, offset, length);
      count += Math.max(got, 0);
      ended = got < 0;
      return got;
    } catch (IOException e) {
      failure = Optional.of(e);
      return -1;
    }
  }
}
