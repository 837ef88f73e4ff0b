package io.hopwise.oracle;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.IpHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The IP headers that a packet carries or quotes, outermost first: of each the version, addresses,
 * TTL, protocol and length, so that none is taken for another.
 */
final class InnerHeaders {
  private InnerHeaders() {}

  static Optional<String> ours(Packet packet) {
    List<String> headers = new ArrayList<>();
    Optional<InnerPacket> inner = inside(packet.payload());
    while (inner.isPresent()) {
      headers.add(words(inner.get().ip()));
      inner = inside(inner.get().payload());
    }
    return headers.isEmpty() ? Optional.empty() : Optional.of(Joiner.on("; ").join(headers));
  }

  static Optional<String> theirs(TsharkRow row) {
    List<String> headers = row.list("inner").stream().map(InnerHeaders::canonical).toList();
    return headers.isEmpty() ? Optional.empty() : Optional.of(Joiner.on("; ").join(headers));
  }

  private static Optional<InnerPacket> inside(Payload payload) {
    if (payload instanceof Tunnel tunnel) {
      return Optional.of(tunnel.inner());
    }
    if (payload instanceof UdpDatagram udp) {
      return udp.inner();
    }
    return payload instanceof IcmpMessage icmp ? icmp.quoted() : Optional.empty();
  }

  private static String words(IpHeader ip) {
    return Joiner.on(' ')
        .join(
            ip.version(),
            IpFields.address(ip.src()),
            IpFields.address(ip.dst()),
            word(ip.ttl()),
            word(ip.protocol()),
            word(ip.length()));
  }

  private static String word(OptionalInt number) {
    return number.isPresent() ? "" + number.getAsInt() : "-";
  }

  private static String canonical(String header) {
    List<String> words = new ArrayList<>(Splitter.on(',').splitToList(header));
    words.set(1, IpFields.canonical(words.get(1)));
    words.set(2, IpFields.canonical(words.get(2)));
    return Joiner.on(' ').join(words);
  }
}
