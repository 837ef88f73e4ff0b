package io.hopwise.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What is compressed with gzip (RFC 1952), all members of it. The JDK's stream by itself takes a
 * pause between two members of a pipe for the end, and leaves out without a word what stands behind
 * the last one. Zeros there are padding, as the gzip command takes them.
 */
public final class GzipStream extends GZIPInputStream {
  private static final int BUFFER = 1 << 16;

  /** Of check sum and length, which end a member. */
  private static final int TRAILER = 8;

  private final Packed packed;

  /**
   * Unpacks a stream, of which the first header is read at once.
   *
   * @throws IOException if it cannot be read, or does not begin as gzip does
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
   * Reads on.
   *
   * @throws IOException if something other than another member stands behind the last one
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got = super.read(bytes, offset, length);
    if (got < 0 && (isInBuffer() || packed.isLeft(Math.max(0, TRAILER - inf.getRemaining())))) {
      throw new IOException("what stands behind the compressed text is not gzip");
    }
    return got;
  }

  /** Behind a member nothing is at hand while its source pauses; within one something may be. */
  @Override
  public int available() throws IOException {
    return inf.finished() ? packed.atHand() : 1;
  }

  /** Whether anything stands behind the trailer in what was read for the inflater. */
  private boolean isInBuffer() {
    for (int at = len - inf.getRemaining() + TRAILER; at < len; at++) {
      if (buf[at] != 0) {
        return true;
      }
    }
    return false;
  }

  /** The compressed bytes, of which it is known what was read and whether there are more. */
  private static final class Packed extends FilterInputStream {
    private static final int NONE = -2;

    private int ahead = NONE;

    /** How many bytes were read since the inflater was given some, and the last that was no 0. */
    private int read;

    private int lastOther;

    Packed(InputStream in) {
      super(in);
    }

    void forget() {
      read = 0;
      lastOther = 0;
    }

    /** Whether anything stands behind so many of the bytes read since. */
    boolean isLeft(int own) throws IOException {
      boolean left = lastOther > own;
      while (!left && read() >= 0) {
        left = lastOther > own;
      }
      return left;
    }

    /** How much may be read without waiting, the end included. */
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

    /** Skips by reading, as what stands behind the last member must be known. */
    @Override
    public long skip(long most) throws IOException {
      byte[] skipped = new byte[(int) Math.max(0, Math.min(most, BUFFER))];
      return Math.max(0, read(skipped, 0, skipped.length));
    }

    private void note(int value) {
      read++;
      lastOther = value == 0 ? lastOther : read;
    }

    /** Whether there is another byte: waits for it. Asked for between members only. */
    @Override
    public int available() throws IOException {
      if (ahead == NONE) {
        ahead = in.read();
      }
      return ahead < 0 ? 0 : 1;
    }
  }
}
