package io.hopwise.input;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;

/**
 * The UTF-8 of text that is stored as UTF-16, with a byte order mark or without, as PowerShell
 * redirects it. What is malformed becomes U+FFFD.
 */
public final class Utf16Stream extends InputStream {
  private static final int MARK = 2;

  private final Reader reader;
  private final char[] chars = new char[1 << 13];

  /** How many characters of a pair that is cut are kept at the front, 0 or 1. */
  private int kept;

  private byte[] ready = {};
  private int from;

  /**
   * Starts reading; the first two bytes are read at once.
   *
   * @param in text in UTF-16; closed with this
   */
  public Utf16Stream(InputStream in) throws IOException {
    PushbackInputStream peeked = new PushbackInputStream(in, MARK);
    byte[] head = peeked.readNBytes(MARK);
    boolean marked = head.length == MARK && FileKind.isUtf16Mark(head);
    if (!marked) {
      peeked.unread(head);
    }
    boolean big = head.length == MARK && (head[0] == 0 || head[0] == (byte) 0xfe);
    this.reader = new InputStreamReader(peeked, big ? UTF_16BE : UTF_16LE);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (from == ready.length) {
      if (!fill()) {
        return -1;
      }
    }
    int count = Math.min(length, ready.length - from);
    System.arraycopy(ready, from, into, offset, count);
    from += count;
    return count;
  }

  private boolean fill() throws IOException {
    int got = reader.read(chars, kept, chars.length - kept);
    if (got < 0 && kept == 0) {
      return false;
    }
    int end = kept + Math.max(0, got);
    // Two characters that are one code point are encoded together.
    boolean cut = got > 0 && Character.isHighSurrogate(chars[end - 1]);
    int whole = cut ? end - 1 : end;
    ready = new String(chars, 0, whole).getBytes(UTF_8);
    from = 0;
    kept = end - whole;
    chars[0] = chars[Math.max(0, end - 1)];
    return true;
  }

  @Override
  public int available() throws IOException {
    return ready.length - from + (reader.ready() ? 1 : 0);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
