package io.hopwise.testing.packets;

import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.Endpoint;

/**
 * Makes single packets, with defaults for everything that is not set. Hosts are written {@code
 * 10.9.4.2:22}, {@code [2001:db8::1]:443}, or without a port.
 *
 * <pre>{@code
 * Packet reset = Packets.tcp("10.9.4.2:22", "10.9.1.1:55538").rst().ack(1).ttl(63).build();
 * }</pre>
 *
 * @see Conversation for the packets of a connection
 * @since 0.1
 */
public final class Packets {
  private Packets() {}

  /** A TCP segment without flags. */
  public static TcpPacketBuilder tcp(String from, String to) {
    return new TcpPacketBuilder(Endpoint.of(from), Endpoint.of(to));
  }

  /** A UDP datagram without payload. */
  public static UdpPacketBuilder udp(String from, String to) {
    return new UdpPacketBuilder(Endpoint.of(from), Endpoint.of(to));
  }

  /** An echo request, as ping sends it. */
  public static IcmpPacketBuilder echoRequest(String from, String to) {
    return new IcmpPacketBuilder(Endpoint.of(from), Endpoint.of(to), true);
  }

  /** An echo reply, as a pinged host sends it. */
  public static IcmpPacketBuilder echoReply(String from, String to) {
    return new IcmpPacketBuilder(Endpoint.of(from), Endpoint.of(to), false);
  }

  /** A router's report that a packet's TTL ran out; quotes the packet with TTL 1. */
  public static IcmpErrorBuilder timeExceeded(String router, Packet about) {
    return new IcmpErrorBuilder(router, about, IcmpErrorBuilder.ErrorType.TIME_EXCEEDED)
        .quotedTtl(1);
  }

  /** A router's report that it has no route. */
  public static IcmpErrorBuilder netUnreachable(String router, Packet about) {
    return new IcmpErrorBuilder(router, about, IcmpErrorBuilder.ErrorType.NET_UNREACHABLE);
  }

  /** A router's report that the host does not answer. */
  public static IcmpErrorBuilder hostUnreachable(String router, Packet about) {
    return new IcmpErrorBuilder(router, about, IcmpErrorBuilder.ErrorType.HOST_UNREACHABLE);
  }

  /** A host's report that nothing listens on the port. */
  public static IcmpErrorBuilder portUnreachable(String host, Packet about) {
    return new IcmpErrorBuilder(host, about, IcmpErrorBuilder.ErrorType.PORT_UNREACHABLE);
  }

  /** A firewall's report that it rejected the packet. */
  public static IcmpErrorBuilder adminProhibited(String firewall, Packet about) {
    return new IcmpErrorBuilder(firewall, about, IcmpErrorBuilder.ErrorType.ADMIN_PROHIBITED);
  }

  /**
   * A router's report that the packet does not fit the next link: "need to frag" or "packet too
   * big".
   *
   * @param mtu the MTU of the next link in bytes, 0 to 65535
   */
  public static IcmpErrorBuilder tooBig(String router, Packet about, int mtu) {
    return new IcmpErrorBuilder(router, about, IcmpErrorBuilder.ErrorType.TOO_BIG).mtu(mtu);
  }
}
