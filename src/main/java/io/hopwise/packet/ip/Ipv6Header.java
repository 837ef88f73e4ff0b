package io.hopwise.packet.ip;

import java.util.OptionalInt;

/**
 * An IPv6 header.
 *
 * @param src the claimed sender
 * @param dst the receiver
 * @param trafficClass 0 to 255; 0 if {@code -v} does not print it
 * @param flowLabel 0 to 1048575; 0 if {@code -v} does not print it
 * @param hopLimit 0 to 255
 * @param nextHeader the first next-header value, 0 to 255; not the transport protocol if there are
 *     extension headers
 * @param payloadLength bytes after the 40 of this header, extension headers included, 0 to 65535
 * @param note tcpdump's remark about the header; usually empty
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8200#section-3">RFC 8200 section 3</a>
 * @since 0.1
 */
public record Ipv6Header(
    Host src,
    Host dst,
    OptionalInt trafficClass,
    OptionalInt flowLabel,
    OptionalInt hopLimit,
    OptionalInt nextHeader,
    OptionalInt payloadLength,
    String note)
    implements IpHeader {

  @Override
  public int version() {
    return 6;
  }

  @Override
  public OptionalInt ttl() {
    return hopLimit;
  }

  @Override
  public OptionalInt tos() {
    return trafficClass;
  }

  @Override
  public OptionalInt protocol() {
    return nextHeader;
  }

  @Override
  public OptionalInt length() {
    return payloadLength;
  }
}
