package io.hopwise.analysis.traffic;

import io.hopwise.analysis.observation.PacketObserver;
import io.hopwise.packet.Port;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The two ends of a connection, in an order that both directions agree on. */
final class ConnectionKey {
  private final long low;
  private final long high;

  /** The names of ports that have no number, for which the numbers alone may collide. */
  private final @Nullable String lowName;

  private final @Nullable String highName;
  final int protocol;

  private ConnectionKey(
      long low, @Nullable String lowName, long high, @Nullable String highName, int protocol) {
    this.low = low;
    this.lowName = lowName;
    this.high = high;
    this.highName = highName;
    this.protocol = protocol;
  }

  static ConnectionKey of(
      Source one, @Nullable Port onePort, Source other, @Nullable Port otherPort, int protocol) {
    long mine = end(one, onePort);
    long theirs = end(other, otherPort);
    String myName = PacketObserver.name(onePort);
    String theirName = PacketObserver.name(otherPort);
    boolean inOrder = mine < theirs || (mine == theirs && compare(myName, theirName) <= 0);
    return inOrder
        ? new ConnectionKey(mine, myName, theirs, theirName, protocol)
        : new ConnectionKey(theirs, theirName, mine, myName, protocol);
  }

  private static int compare(@Nullable String one, @Nullable String other) {
    return one == null || other == null ? 0 : one.compareTo(other);
  }

  private static long end(Source source, @Nullable Port port) {
    return ((long) source.number << 32) | (PacketObserver.code(port) & 0xffffffffL);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ConnectionKey that
        && low == that.low
        && high == that.high
        && protocol == that.protocol
        && Objects.equals(lowName, that.lowName)
        && Objects.equals(highName, that.highName);
  }

  @Override
  public int hashCode() {
    long mixed = (low * 31 + high) * 31 + protocol;
    mixed *= 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}
