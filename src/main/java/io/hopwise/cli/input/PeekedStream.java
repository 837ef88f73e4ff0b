package io.hopwise.cli.input;

import io.hopwise.input.FileKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose first bytes were looked at. It returns those first, without waiting for more and
 * even if reading the rest fails; the JDK's {@link java.io.PushbackInputStream} does neither.
 */
final class PeekedStream extends FilterInputStream {
  private final byte[] head;
  private final int length;
  private int position;

  private PeekedStream(InputStream in, byte[] head, int length) {
    super(in);
    this.head = head;
    this.length = length;
  }

  /** Reads the first bytes of a stream: at least four, if it has that many. */
  static PeekedStream of(InputStream in) throws IOException {
    byte[] head = new byte[FileKind.HEAD];
    int length = 0;
    while (length < FileKind.FEWEST) {
      int got = in.read(head, length, head.length - length);
      if (got < 0) {
        break;
      }
      length += got;
    }
    return new PeekedStream(in, head, length);
  }

  FileKind kind() {
    return FileKind.of(head, length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (position == length) {
      return in.read(bytes, offset, count);
    }
    int got = Math.min(count, length - position);
    System.arraycopy(head, position, bytes, offset, got);
    position += got;
    return got;
  }

  @Override
  public long skip(long count) throws IOException {
    if (position == length || count <= 0) {
      return in.skip(count);
    }
    int skipped = (int) Math.min(count, length - position);
    position += skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return position == length ? in.available() : length - position;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
