package io.hopwise.testing.packets;

import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpSegment;
import java.util.OptionalLong;

/** Segments as tcpdump prints them. */
final class TcpSegments {
  private TcpSegments() {}

  /** The segment without its sequence number if {@code tcpdump -v} leaves that out. */
  static TcpSegment asPrinted(TcpSegment tcp) {
    boolean notable =
        tcp.flags().orElseThrow().has(TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST)
            || tcp.length().orElse(0) > 0;
    return notable ? tcp : tcp.withNumbers(OptionalLong.empty(), OptionalLong.empty(), tcp.ack());
  }
}
