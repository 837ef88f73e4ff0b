package io.hopwise.testing.packets;

import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpSegment;
import java.util.OptionalLong;

/** Segments as tcpdump prints them. */
final class TcpSegments {
  private TcpSegments() {}

  /** Without the sequence number where {@code tcpdump -v} leaves it out. */
  static TcpSegment asPrinted(TcpSegment tcp) {
    boolean notable =
        tcp.flags().orElseThrow().has(TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST)
            || tcp.length().orElse(0) > 0;
    return notable ? tcp : tcp.withNumbers(OptionalLong.empty(), OptionalLong.empty(), tcp.ack());
  }
}
