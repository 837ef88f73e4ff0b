package io.hopwise.testing.packets;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Host;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Turns absolute sequence numbers into those that tcpdump prints without {@code -S}. The first
 * segment with ACK between two ends, and every SYN-ACK, is printed as it is, later ones relative to
 * it. Segments without ACK stay absolute.
 */
final class RelativeNumbers {
  private static final long MASK = 0xffff_ffffL;

  private record OneWay(Host from, String fromPort, Host to, String toPort) {
    OneWay reversed() {
      return new OneWay(to, toPort, from, fromPort);
    }
  }

  private final Map<OneWay, Long> origins = new HashMap<>();

  /** The next packet as tcpdump prints it. */
  Packet next(Packet packet) {
    if (packet.payload() instanceof TcpSegment tcp) {
      TcpSegment printed = segment(packet.ip().src(), packet.ip().dst(), tcp);
      return packet.withPayload(TcpSegments.asPrinted(printed));
    }
    if (packet.payload() instanceof IcmpMessage icmp && icmp.quoted().isPresent()) {
      return packet.withPayload(icmp.withQuoted(icmp.quoted().map(this::quoted)));
    }
    return packet;
  }

  private InnerPacket quoted(InnerPacket inner) {
    if (!(inner.payload() instanceof TcpSegment tcp)) {
      return inner;
    }
    TcpSegment printed = segment(inner.ip().src(), inner.ip().dst(), tcp);
    return new InnerPacket(inner.ip(), inner.extensions(), TcpSegments.asPrinted(printed));
  }

  private TcpSegment segment(Host from, Host to, TcpSegment tcp) {
    if (!tcp.isAck() || tcp.seq().isEmpty() || tcp.ack().isEmpty()) {
      return tcp;
    }
    OneWay flow = new OneWay(from, tcp.srcPort().toString(), to, tcp.dstPort().toString());
    boolean first = !origins.containsKey(flow) || tcp.isSyn();
    if (first) {
      origins.put(flow, tcp.seq().getAsLong());
      origins.put(flow.reversed(), (tcp.ack().getAsLong() - 1) & MASK);
    }
    long own = first ? 0 : origins.getOrDefault(flow, 0L);
    long other = first ? 0 : origins.getOrDefault(flow.reversed(), 0L);
    long sackOrigin = origins.getOrDefault(flow.reversed(), 0L);
    ImmutableList<TcpOption> options =
        tcp.options().stream()
            .map(option -> sack(option, sackOrigin))
            .collect(ImmutableList.toImmutableList());
    return tcp.withNumbers(minus(tcp.seq(), own), minus(tcp.seqEnd(), own), minus(tcp.ack(), other))
        .withOptions(options);
  }

  private static TcpOption sack(TcpOption option, long origin) {
    if (!(option instanceof TcpOption.Sack sack)) {
      return option;
    }
    return new TcpOption.Sack(
        sack.blocks().stream()
            .map(
                block ->
                    new TcpOption.Sack.Block(
                        (block.left() - origin) & MASK, (block.right() - origin) & MASK))
            .collect(ImmutableList.toImmutableList()));
  }

  private static OptionalLong minus(OptionalLong number, long origin) {
    return number.isEmpty() ? number : OptionalLong.of((number.getAsLong() - origin) & MASK);
  }
}
