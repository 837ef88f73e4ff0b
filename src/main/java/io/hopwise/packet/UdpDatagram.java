package io.hopwise.packet;

import io.hopwise.packet.ip.Checksum;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A UDP datagram.
 *
 * @param srcPort the sender's port
 * @param dstPort the receiver's port
 * @param length payload bytes according to the UDP header, 0 to 65527; absent if tcpdump printed
 *     application text instead
 * @param checksum printed with {@code -vv} for IPv4, with {@code -v} for IPv6
 * @param text what was printed after the fields: application text, markers; may be empty
 * @param inner the IP packet carried in the datagram (VXLAN, Geneve, Teredo and others)
 * @see <a href="https://www.rfc-editor.org/rfc/rfc768">RFC 768</a>
 * @since 0.1
 */
public record UdpDatagram(
    Port srcPort,
    Port dstPort,
    OptionalInt length,
    Checksum checksum,
    String text,
    Optional<InnerPacket> inner)
    implements Payload {
  @Override
  public Optional<Port> sourcePort() {
    return Optional.of(srcPort);
  }

  @Override
  public Optional<Port> targetPort() {
    return Optional.of(dstPort);
  }
}
