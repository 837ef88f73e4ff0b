package io.hopwise.packet.ip;

import java.util.OptionalInt;

/**
 * An IP header. Everything but the addresses is printed only with {@code tcpdump -v}.
 *
 * @since 0.1
 */
public sealed interface IpHeader permits Ipv4Header, Ipv6Header {
  /** 4 or 6. */
  int version();

  /** The claimed sender. */
  Host src();

  /** The receiver. */
  Host dst();

  /** Time to live (IPv4) or hop limit (IPv6) when the packet was seen, 0 to 255. */
  OptionalInt ttl();

  /** Type of service (IPv4) or traffic class (IPv6), 0 to 255, ECN bits included. */
  OptionalInt tos();

  /** Protocol number (IPv4) or first next-header value (IPv6), 0 to 255. */
  OptionalInt protocol();

  /** Total length (IPv4) or payload length (IPv6) in bytes, 0 to 65535 (more for jumbograms). */
  OptionalInt length();
}
