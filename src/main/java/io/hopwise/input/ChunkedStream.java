package io.hopwise.input;

import java.io.IOException;
import java.io.InputStream;

/** A stream that hands out chunks of bytes that another thread has read. */
public abstract class ChunkedStream extends InputStream {
  private byte[] bytes = {};
  private int position;
  private int end;

  /** Waits for the next chunk and calls {@link #set} with it; false at the end of the input. */
  protected abstract boolean next() throws IOException;

  /** Sets the chunk to hand out next. */
  protected final void set(byte[] chunk, int length) {
    bytes = chunk;
    position = 0;
    end = length;
  }

  /** How many bytes of the chunk are left. */
  protected final int left() {
    return end - position;
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left() == 0 && !next()) {
      return -1;
    }
    int got = Math.min(length, left());
    System.arraycopy(bytes, position, buffer, offset, got);
    position += got;
    return got;
  }
}
