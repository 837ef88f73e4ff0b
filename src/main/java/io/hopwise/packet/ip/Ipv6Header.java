package io.hopwise.packet.ip;

import java.util.OptionalInt;

/**
 * An IPv6 header.
 *
 * @param src the claimed sender
 * @param dst the receiver
 * @param trafficClass 0 to 255; with {@code -v} an unprinted one is 0
 * @param flowLabel 0 to 1048575; with {@code -v} an unprinted one is 0
 * @param hopLimit 0 to 255
 * @param nextHeader the first next-header value, 0 to 255: with extension headers not the transport
 * @param payloadLength bytes behind the 40 of this header, extension headers included, 0 to 65535
 * @param note what tcpdump remarked about the header; empty where nothing
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
