package io.hopwise.analysis;

/** The two ends of a connection, in an order that both directions agree on. */
final class Ends {
  private final long low;
  private final long high;
  final int protocol;

  private Ends(long low, long high, int protocol) {
    this.low = low;
    this.high = high;
    this.protocol = protocol;
  }

  static Ends of(Source one, int onePort, Source other, int otherPort, int protocol) {
    long mine = end(one, onePort);
    long theirs = end(other, otherPort);
    return mine <= theirs ? new Ends(mine, theirs, protocol) : new Ends(theirs, mine, protocol);
  }

  private static long end(Source source, int port) {
    return ((long) source.number << 32) | (port & 0xffffffffL);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Ends that
        && low == that.low
        && high == that.high
        && protocol == that.protocol;
  }

  @Override
  public int hashCode() {
    long mixed = (low * 31 + high) * 31 + protocol;
    mixed *= 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}
