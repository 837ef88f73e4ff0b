package io.hopwise.input;

import java.util.Locale;

/**
 * The kind of an input, as its first bytes tell it.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-05.html">pcap</a>
 */
public enum FileKind {
  /** Nothing at all. */
  EMPTY,
  /** Text. */
  TEXT,
  /** A pcap file in either byte order, with microseconds or nanoseconds. */
  PCAP,
  /** A pcapng file. */
  PCAPNG,
  /** Compressed with gzip. */
  GZIP,
  /** Compressed with xz. */
  XZ,
  /** Compressed with Zstandard. */
  ZSTD,
  /** Compressed with bzip2. */
  BZIP2,
  /** Text in UTF-16, as PowerShell redirects it, with a byte order mark or without. */
  UTF16,
  /** None of these. */
  BINARY;

  /** How many bytes {@link #of} looks at. */
  public static final int HEAD = 512;

  /** The fewest bytes needed to tell every kind except text and binary. */
  public static final int FEWEST = 4;

  /** The kind of an input with these first bytes: {@link #HEAD}, or fewer if it is shorter. */
  public static FileKind of(byte[] head, int length) {
    if (length == 0) {
      return EMPTY;
    }
    FileKind byMagic = length < FEWEST ? TEXT : byMagic(head);
    if (byMagic != TEXT) {
      return byMagic;
    }
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        return isUtf16(head, length) ? UTF16 : BINARY;
      }
    }
    return TEXT;
  }

  /**
   * Whether every other byte is 0, and no other one: ASCII as UTF-16, without a byte order mark.
   */
  private static boolean isUtf16(byte[] head, int length) {
    int zeros = head[0] == 0 ? 0 : 1;
    if (length < FEWEST) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((head[i] == 0) != (i % 2 == zeros)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first two bytes are a byte order mark of UTF-16. */
  static boolean isUtf16Mark(byte[] head) {
    return (head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
        || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff);
  }

  private static FileKind byMagic(byte[] head) {
    int magic =
        (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | (head[3] & 0xff);
    return switch (magic) {
      // Microseconds, nanoseconds, and Alexey Kuznetzov's "modified" libpcap, in both byte orders.
      case 0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0xa1b2cd34, 0x34cdb2a1 -> PCAP;
      case 0x0a0d0d0a -> PCAPNG;
      case 0xfd377a58 -> XZ;
      case 0x28b52ffd -> ZSTD;
      default -> byShortMagic(magic);
    };
  }

  private static FileKind byShortMagic(int magic) {
    return switch (magic >>> 16) {
      case 0x1f8b -> GZIP;
      case 0xfffe, 0xfeff -> UTF16;
      default -> magic >>> 8 == 0x425a68 ? BZIP2 : TEXT;
    };
  }

  /** Whether it is a capture file, which tcpdump must print. */
  public boolean isCapture() {
    return this == PCAP || this == PCAPNG;
  }

  /** Whether it has to be unpacked before anything more can be told. */
  public boolean isPacked() {
    return this == GZIP || this == XZ || this == ZSTD || this == BZIP2;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
