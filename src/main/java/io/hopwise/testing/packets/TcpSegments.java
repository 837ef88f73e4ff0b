package io.hopwise.testing.packets;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Checksum;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import java.util.OptionalLong;

/** Copies of segments with one thing changed. */
final class TcpSegments {
  private TcpSegments() {}

  static TcpSegment withChecksum(TcpSegment tcp, Checksum checksum) {
    return copy(tcp, tcp.seq(), tcp.seqEnd(), tcp.ack(), checksum, tcp.options());
  }

  static TcpSegment withNumbers(
      TcpSegment tcp,
      OptionalLong seq,
      OptionalLong seqEnd,
      OptionalLong ack,
      ImmutableList<TcpOption> options) {
    return copy(tcp, seq, seqEnd, ack, tcp.checksum(), options);
  }

  /** Without the sequence number where {@code tcpdump -v} leaves it out. */
  static TcpSegment asPrinted(TcpSegment tcp) {
    boolean notable =
        tcp.flags().orElseThrow().has(TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST)
            || tcp.length().orElse(0) > 0;
    return notable
        ? tcp
        : withNumbers(tcp, OptionalLong.empty(), OptionalLong.empty(), tcp.ack(), tcp.options());
  }

  private static TcpSegment copy(
      TcpSegment tcp,
      OptionalLong seq,
      OptionalLong seqEnd,
      OptionalLong ack,
      Checksum checksum,
      ImmutableList<TcpOption> options) {
    return new TcpSegment(
        tcp.srcPort(),
        tcp.dstPort(),
        tcp.flags(),
        seq,
        seqEnd,
        ack,
        tcp.window(),
        tcp.urgent(),
        checksum,
        options,
        tcp.length(),
        tcp.text());
  }
}
