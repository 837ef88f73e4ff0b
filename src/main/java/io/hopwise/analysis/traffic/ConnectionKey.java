package io.hopwise.analysis.traffic;

/** The two ends of a connection, in an order that both directions agree on. */
final class ConnectionKey {
  private final long low;
  private final long high;
  final int protocol;

  private ConnectionKey(long low, long high, int protocol) {
    this.low = low;
    this.high = high;
    this.protocol = protocol;
  }

  static ConnectionKey of(Source one, int onePort, Source other, int otherPort, int protocol) {
    long mine = end(one, onePort);
    long theirs = end(other, otherPort);
    return mine <= theirs
        ? new ConnectionKey(mine, theirs, protocol)
        : new ConnectionKey(theirs, mine, protocol);
  }

  private static long end(Source source, int port) {
    return ((long) source.number << 32) | (port & 0xffffffffL);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ConnectionKey that
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
