package io.hopwise.cli.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The input as the reader of captures sees it: bytes are counted, and a failure ends the input
 * instead of breaking it off, so that all that was read before is still reported.
 */
public final class SourceStream extends FilterInputStream {
  private static final int MOST_SKIPPED = 1 << 13;

  private volatile long count;
  private boolean ended;
  private Optional<IOException> failure = Optional.empty();

  SourceStream(InputStream in) {
    super(in);
  }

  /** How many bytes were read. */
  public long count() {
    return count;
  }

  /** Whether it was read to its end. Ask after the end only. */
  boolean hasEnded() {
    return ended;
  }

  /** Why the input ended before its end. Ask after the end only. */
  Optional<IOException> failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Skips by reading, so that what is skipped is counted, too, and a failure ends the input. */
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
