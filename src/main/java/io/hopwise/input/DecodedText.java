package io.hopwise.input;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Text in UTF-8 as it is, and in UTF-16 as UTF-8. Which it is, is decided when the first byte is
 * asked for, by two bytes, and only if one of them is 0 by those that are there.
 */
public final class DecodedText extends InputStream {

  private final PushbackInputStream in;
  private @Nullable InputStream text;

  /** Whether it was UTF-16; another thread may ask. */
  private volatile boolean utf16;

  /**
   * Decodes nothing before it is read.
   *
   * @param in text; closed with this
   */
  public DecodedText(InputStream in) {
    this.in = new PushbackInputStream(in, FileKind.HEAD);
  }

  private InputStream text() throws IOException {
    InputStream known = text;
    if (known == null) {
      utf16 = isUtf16();
      known = utf16 ? new Utf16Stream(in) : in;
      text = known;
    }
    return known;
  }

  /** Whether what was read so far was decoded from UTF-16. */
  public boolean wasUtf16() {
    return utf16;
  }

  private boolean isUtf16() throws IOException {
    byte[] head = new byte[FileKind.HEAD];
    int length = ByteStreams.read(in, head, 0, 2);
    boolean marked = length == 2 && FileKind.isUtf16Mark(head);
    boolean zero = length == 2 && (head[0] == 0) != (head[1] == 0);
    if (zero && !marked) {
      length += ByteStreams.read(in, head, length, FileKind.FEWEST - length);
      length += Math.max(0, in.read(head, length, Math.min(in.available(), head.length - length)));
    }
    in.unread(head, 0, length);
    return marked || (zero && FileKind.of(head, length) == FileKind.UTF16);
  }

  @Override
  public int read() throws IOException {
    return text().read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return length == 0 ? 0 : text().read(into, offset, length);
  }

  @Override
  public int available() throws IOException {
    InputStream known = text;
    return known == null ? in.available() : known.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
