package io.hopwise.framing;

import io.hopwise.text.EightBytes;

/**
 * Finds line ends, eight bytes at a time: searching byte by byte took a tenth of all reading time.
 */
final class LineEnds {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long FEEDS = '\n' * ONES;

  private LineEnds() {}

  /** The index after the next line feed at or after {@code from}, or -1. */
  static int afterFeed(byte[] bytes, int from, int to) {
    int at = from;
    // Counts words, because the JVM compiles a loop bounded by an index three times.
    for (int words = (to - from) / Long.BYTES; words > 0; words--, at += Long.BYTES) {
      long word = EightBytes.at(bytes, at) ^ FEEDS;
      long found = (word - ONES) & ~word & HIGH;
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE + 1;
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
    }
    return -1;
  }

  /** The index after the next carriage return at or after {@code from}, or -1. */
  static int afterReturn(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\r') {
        return at + 1;
      }
    }
    return -1;
  }

  /** The number of line feeds. */
  static int count(byte[] bytes, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      count += bytes[at] == '\n' ? 1 : 0;
    }
    return count;
  }
}
