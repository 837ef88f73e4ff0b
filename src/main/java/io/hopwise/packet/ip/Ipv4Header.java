package io.hopwise.packet.ip;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An IPv4 header.
 *
 * @param src the claimed sender
 * @param dst the receiver
 * @param tos type of service, 0 to 255, ECN bits included
 * @param ttl time to live, 0 to 255; 0 if tcpdump -v leaves the word out
 * @param id identification, 0 to 65535
 * @param offset fragment offset in bytes, 0 to 65528
 * @param flags DF, MF and the reserved bit
 * @param protocol protocol number, 0 to 255
 * @param length total length in bytes, 0 to 65535 (more if tcpdump assumes BIG TCP)
 * @param checksum the header checksum; tcpdump prints it only if it is incorrect
 * @param options the options as printed between the parentheses; empty if there are none
 * @param note tcpdump's remark about the header, such as {@code [was 0, presumed TSO]}; usually
 *     empty
 * @see <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC 791 section 3.1</a>
 * @since 0.1
 */
public record Ipv4Header(
    Host src,
    Host dst,
    OptionalInt tos,
    OptionalInt ttl,
    OptionalInt id,
    OptionalInt offset,
    Optional<Ipv4Flags> flags,
    OptionalInt protocol,
    OptionalInt length,
    Checksum checksum,
    String options,
    String note)
    implements IpHeader {

  @Override
  public int version() {
    return 4;
  }

  /** This header, with another TTL. */
  public Ipv4Header withTtl(OptionalInt newTtl) {
    return new Ipv4Header(
        src, dst, tos, newTtl, id, offset, flags, protocol, length, checksum, options, note);
  }
}
