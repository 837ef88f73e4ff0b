package io.hopwise.input;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses all members of a gzip stream (RFC 1952). The JDK's own stream takes a pause of a
 * pipe between two members for the end, and silently ignores data after the last member. Zeros
 * there are padding, as for the gzip command.
 */
public final class GzipStream extends GZIPInputStream {
  private static final int BUFFER = 1 << 16;

  /** The length of the checksum and length that end a member. */
  private static final int TRAILER = 8;

  private final Packed packed;

  /**
   * Starts decompressing; the first header is read at once.
   *
   * @throws IOException if the stream cannot be read or is not gzip
   */
  public GzipStream(InputStream in) throws IOException {
    this(new Packed(in));
  }

  private GzipStream(Packed packed) throws IOException {
    super(packed, BUFFER);
    this.packed = packed;
  }

  @Override
  protected void fill() throws IOException {
    super.fill();
    packed.forget();
  }

  /**
   * Reads decompressed bytes.
   *
   * @throws EOFException if the stream was cut off
   * @throws IOException if anything but zeros follows the last member
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got;
    try {
      got = super.read(bytes, offset, length);
    } catch (EOFException e) {
      throw new EOFException(
          "the compressed text was cut off: copy the file again, or read what"
              + " is left of it with gzip -dc");
    }
    if (got < 0 && (isInBuffer() || packed.isLeft(Math.max(0, TRAILER - inf.getRemaining())))) {
      throw new IOException("what stands behind the compressed text is not gzip");
    }
    return got;
  }

  /** Between members, 0 while the source pauses; within a member there may always be something. */
  @Override
  public int available() throws IOException {
    return inf.finished() ? packed.atHand() : 1;
  }

  /** Whether anything follows the trailer in the inflater's input buffer. */
  private boolean isInBuffer() {
    for (int at = len - inf.getRemaining() + TRAILER; at < len; at++) {
      if (buf[at] != 0) {
        return true;
      }
    }
    return false;
  }

  /** The compressed bytes. It knows what was read and whether more follows. */
  private static final class Packed extends FilterInputStream {
    private static final int NONE = -2;

    private int ahead = NONE;

    /**
     * How many bytes were read since the inflater last got input, and the position of the last
     * nonzero one.
     */
    private int read;

    private int lastOther;

    Packed(InputStream in) {
      super(in);
    }

    void forget() {
      read = 0;
      lastOther = 0;
    }

    /** Whether anything but zeros follows this many of the bytes read since. */
    boolean isLeft(int own) throws IOException {
      boolean left = lastOther > own;
      while (!left && read() >= 0) {
        left = lastOther > own;
      }
      return left;
    }

    /** How much can be read without waiting; the end of the stream counts. */
    int atHand() throws IOException {
      return ahead == NONE ? in.available() : 1;
    }

    @Override
    public int read() throws IOException {
      int next = ahead == NONE ? in.read() : ahead;
      ahead = next < 0 ? next : NONE;
      if (next >= 0) {
        note(next);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (ahead != NONE) {
        int next = read();
        if (next < 0) {
          return -1;
        }
        bytes[offset] = (byte) next;
        return 1;
      }
      int got = in.read(bytes, offset, length);
      for (int i = 0; i < got; i++) {
        note(bytes[offset + i]);
      }
      return got;
    }

    /** Skips by reading, because what follows the last member must be checked. */
    @Override
    public long skip(long most) throws IOException {
      byte[] skipped = new byte[(int) Math.max(0, Math.min(most, BUFFER))];
      return Math.max(0, read(skipped, 0, skipped.length));
    }

    private void note(int value) {
      read++;
      lastOther = value == 0 ? lastOther : read;
    }

    /** 1 if there is another byte, for which it waits, otherwise 0. Called only between members. */
    @Override
    public int available() throws IOException {
      if (ahead == NONE) {
        ahead = in.read();
      }
      return ahead < 0 ? 0 : 1;
    }
  }
}
