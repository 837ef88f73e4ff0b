package io.hopwise.analysis.traffic;

/** The TCP windows that a flow was seen with, as a filter of 256 bits: some more may seem seen. */
final class SeenWindows {
  private static final long[] NONE = {};

  private long[] bits = NONE;

  /** Whether this window was added (or may have been). */
  boolean mayHave(int window) {
    int bit = bit(window);
    return bits.length > 0 && (bits[bit >> 6] & (1L << bit)) != 0;
  }

  void add(int window) {
    if (bits.length == 0) {
      bits = new long[4];
    }
    int bit = bit(window);
    bits[bit >> 6] |= 1L << bit;
  }

  void addAll(SeenWindows more) {
    if (bits.length == 0) {
      bits = more.bits.clone();
      return;
    }
    for (int i = 0; i < more.bits.length; i++) {
      bits[i] |= more.bits[i];
    }
  }

  private static int bit(int window) {
    return (window * 0x9E3779B1) >>> 24;
  }
}
