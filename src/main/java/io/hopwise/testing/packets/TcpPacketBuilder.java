package io.hopwise.testing.packets;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.testing.capture.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes a TCP segment. Sequence numbers are printed as given, as {@code tcpdump -S} does.
 *
 * @since 0.1
 */
public final class TcpPacketBuilder extends PacketBuilder<TcpPacketBuilder> {
  private static final long MAX_SEQ = 0xffff_ffffL;
  private static final int PROTOCOL = 6;

  private int flags;
  private long seq;
  private long ack;
  private int window = 64240;
  private int urgent;
  private int bytes;
  private ImmutableList<TcpOption> options = ImmutableList.of();
  private boolean badChecksum;

  TcpPacketBuilder(Endpoint from, Endpoint to) {
    super(from, to);
    dontFragment();
  }

  /** Adds SYN. */
  public TcpPacketBuilder syn() {
    flags |= TcpFlags.SYN;
    return this;
  }

  /** Adds FIN. */
  public TcpPacketBuilder fin() {
    flags |= TcpFlags.FIN;
    return this;
  }

  /** Adds RST and sets the window to 0, as most stacks do. */
  public TcpPacketBuilder rst() {
    flags |= TcpFlags.RST;
    window = 0;
    return this;
  }

  /** Adds PSH. */
  public TcpPacketBuilder push() {
    flags |= TcpFlags.PSH;
    return this;
  }

  /** Adds ACK and the number acknowledged, 0 to 4294967295. */
  public TcpPacketBuilder ack(long number) {
    flags |= TcpFlags.ACK;
    ack = Checks.range("ack", number, MAX_SEQ);
    return this;
  }

  /** Adds URG and the urgent pointer, 0 to 65535. */
  public TcpPacketBuilder urgent(int pointer) {
    flags |= TcpFlags.URG;
    urgent = Checks.range("urgent pointer", pointer, 65535);
    return this;
  }

  /** Adds flags by tcpdump's letters, such as {@code EW}. */
  public TcpPacketBuilder flags(String letters) {
    flags |= TcpFlags.of(letters).bits();
    return this;
  }

  /** The first sequence number, 0 to 4294967295; 0 by default. */
  public TcpPacketBuilder seq(long number) {
    seq = Checks.range("seq", number, MAX_SEQ);
    return this;
  }

  /** The window field, 0 to 65535; 64240 by default. */
  public TcpPacketBuilder window(int value) {
    window = Checks.range("window", value, 65535);
    return this;
  }

  /** Payload bytes; none by default. */
  public TcpPacketBuilder data(int length) {
    bytes = Checks.range("data", length, 65535);
    return this;
  }

  /**
   * The options, padded with nops to a multiple of four bytes.
   *
   * @throws IllegalArgumentException if they need more than 40 bytes, or if one has no typed record
   */
  public TcpPacketBuilder options(TcpOption... values) {
    List<TcpOption> padded = new ArrayList<>(List.of(values));
    while (WireFormat.optionBytes(padded) % 4 != 0) {
      padded.add(TcpOption.Flag.NOP);
    }
    Checks.range("option bytes", WireFormat.optionBytes(padded), 40);
    options = ImmutableList.copyOf(padded);
    return this;
  }

  /**
   * Makes the checksum incorrect, as in a capture on a host whose network card computes checksums.
   */
  public TcpPacketBuilder incorrectChecksum() {
    badChecksum = true;
    return this;
  }

  @Override
  int protocol() {
    return PROTOCOL;
  }

  @Override
  int payloadBytes() {
    return 20 + WireFormat.optionBytes(options) + bytes;
  }

  @Override
  Payload payload() {
    TcpFlags set = new TcpFlags(flags);
    return new TcpSegment(
        Port.of(from().port().orElse(0)),
        Port.of(to().port().orElse(0)),
        Optional.of(set),
        OptionalLong.of(seq),
        bytes > 0 ? OptionalLong.of((seq + bytes) & MAX_SEQ) : OptionalLong.empty(),
        set.has(TcpFlags.ACK) ? OptionalLong.of(ack) : OptionalLong.empty(),
        OptionalInt.of(window),
        set.has(TcpFlags.URG) ? OptionalInt.of(urgent) : OptionalInt.empty(),
        Checksum.NOT_PRINTED,
        options,
        OptionalInt.of(bytes),
        "");
  }

  @Override
  Payload withChecksum(Packet bare) {
    TcpSegment segment = (TcpSegment) bare.payload();
    int sum = WireFormat.transportChecksum(bare.ip(), WireFormat.tcp(segment));
    OptionalInt right = OptionalInt.of(sum);
    return segment.withChecksum(
        badChecksum
            ? new Checksum.Incorrect(OptionalInt.of(sum ^ 0x5555), right)
            : new Checksum.Correct(right));
  }

  @Override
  Payload asPrinted(Payload wire) {
    return TcpSegments.asPrinted((TcpSegment) wire);
  }
}
