package io.hopwise.paste;

import io.hopwise.framing.LineKind;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;

/** Counts what is known of packets: the more of two ways to join lines is the right one. */
public final class KnownFields {
  private KnownFields() {}

  /** How many fields of a text's packets are known. */
  public static int count(PastedText text, Trial trial) {
    int count = 0;
    int from = 0;
    while (from < text.length()) {
      int to = text.lineEnd(from);
      while (to < text.length() && !isHead(trial.kind(text.bytes(), to, text.lineEnd(to)))) {
        to = text.lineEnd(to);
      }
      PastedText record = text.piece(from, to, 0);
      boolean blank = record.isBlank(0, record.length());
      Packet packet = blank ? null : trial.wholePacket(record.bytes(), record.length());
      count += packet == null ? 0 : count(packet);
      from = to;
    }
    return count;
  }

  private static boolean isHead(LineKind kind) {
    return kind.isTimed() || kind == LineKind.UNTIMED;
  }

  /** How many fields that stand at the end of some release's record are there. */
  public static int count(Packet packet) {
    int count = packet.ip().ttl().isPresent() ? 1 : 0;
    if (packet.payload() instanceof TcpSegment tcp) {
      count += 1 + (int) tcp.options().stream().filter(KnownFields::isKnown).count();
      count += (tcp.flags().isPresent() ? 1 : 0) + (tcp.window().isPresent() ? 1 : 0);
      count += (tcp.seq().isPresent() ? 1 : 0) + (tcp.ack().isPresent() ? 1 : 0);
      count += tcp.length().isPresent() ? 1 : 0;
    } else if (packet.payload() instanceof IcmpMessage icmp) {
      count += (icmp.length().isPresent() ? 1 : 0) + (icmp.seq().isPresent() ? 1 : 0);
      count += (icmp.type().isPresent() ? 1 : 0) + (icmp.code().isPresent() ? 1 : 0);
      count += (icmp.subject().isPresent() ? 1 : 0) + (icmp.port().isPresent() ? 1 : 0);
      count += (icmp.mtu().isPresent() ? 1 : 0) + (icmp.quoted().isPresent() ? 1 : 0);
      count += icmp.checksum() instanceof Checksum.NotPrinted ? 0 : 1;
    } else if (packet.payload() instanceof UdpDatagram udp) {
      count += udp.length().isPresent() ? 1 : 0;
    }
    return count;
  }

  private static boolean isKnown(TcpOption option) {
    return !(option instanceof TcpOption.Other);
  }
}
