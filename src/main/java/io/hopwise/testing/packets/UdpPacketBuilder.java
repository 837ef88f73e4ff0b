package io.hopwise.testing.packets;

import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.testing.capture.Endpoint;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a UDP datagram.
 *
 * @since 0.1
 */
public final class UdpPacketBuilder extends PacketBuilder<UdpPacketBuilder> {
  private static final int PROTOCOL = 17;

  private int bytes;
  private String text = "";

  UdpPacketBuilder(Endpoint from, Endpoint to) {
    super(from, to);
  }

  /** Payload bytes, 0 to 65507; none by default. */
  public UdpPacketBuilder data(int length) {
    bytes = Checks.range("data", length, 65507);
    return this;
  }

  /**
   * The text that a tcpdump application printer would print instead of the length, such as {@code
   * 6699+ A? www.example.com. (33)} for the DNS.
   */
  public UdpPacketBuilder text(String printed) {
    text = printed;
    return this;
  }

  @Override
  int protocol() {
    return PROTOCOL;
  }

  @Override
  int payloadBytes() {
    return 8 + bytes;
  }

  @Override
  Payload payload() {
    // With -v tcpdump prints the checksum's state for IPv6 only.
    Checksum checksum = isIpv6() ? Checksum.CORRECT : Checksum.NOT_PRINTED;
    return new UdpDatagram(
        Port.of(from().port().orElse(0)),
        Port.of(to().port().orElse(0)),
        text.isEmpty() ? OptionalInt.of(bytes) : OptionalInt.empty(),
        checksum,
        text,
        Optional.empty());
  }
}
