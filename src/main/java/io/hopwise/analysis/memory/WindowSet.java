package io.hopwise.analysis.memory;

/** A set of TCP windows as a Bloom filter of 256 bits: it may seem to hold some more. */
public final class WindowSet {
  private static final long[] NONE = {};

  private long[] bits = NONE;

  /** Whether this window was added (or may have been). */
  public boolean mayHave(int window) {
    int bit = bit(window);
    return bits.length > 0 && (bits[bit >> 6] & (1L << bit)) != 0;
  }

  public void add(int window) {
    if (bits.length == 0) {
      bits = new long[4];
    }
    int bit = bit(window);
    bits[bit >> 6] |= 1L << bit;
  }

  public void addAll(WindowSet more) {
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
