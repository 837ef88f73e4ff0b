package io.hopwise.packet;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.ip.Checksum;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A TCP segment. Sequence and acknowledgement numbers are as printed: tcpdump shows them relative
 * to the first segment with ACK it saw of the connection, unless {@code -S} was given.
 *
 * @param srcPort the sender's port
 * @param dstPort the receiver's port
 * @param flags the flag bits; absent if none were printed, as with {@code -q} or for a truncated
 *     segment
 * @param seq the first sequence number, 0 to 4294967295
 * @param seqEnd the sequence number after the last byte, if a range was printed
 * @param ack the acknowledgement number, 0 to 4294967295; present only with the ACK flag
 * @param window the window field as on the wire, 0 to 65535, not scaled
 * @param urgent the urgent pointer, 0 to 65535
 * @param checksum printed with {@code -v} for complete segments
 * @param options the options in their order on the wire
 * @param length payload bytes, 0 to 65535
 * @param text what was printed after the fields: application text, the text of a reset, {@code
 *     [|tcp]}; may be empty
 * @param note {@code [ack 5 != 0 while ACK flag not set]} and {@code [urg 6 != 0 while URG flag not
 *     set]}, joined by {@code ", "}: fields that should be 0 and are not; almost always empty
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.1">RFC 9293 section 3.1</a>
 * @since 0.1
 */
public record TcpSegment(
    Port srcPort,
    Port dstPort,
    Optional<TcpFlags> flags,
    OptionalLong seq,
    OptionalLong seqEnd,
    OptionalLong ack,
    OptionalInt window,
    OptionalInt urgent,
    Checksum checksum,
    ImmutableList<TcpOption> options,
    OptionalInt length,
    String text,
    String note)
    implements Payload {

  /** A segment without a {@code note}. */
  public TcpSegment(
      Port srcPort,
      Port dstPort,
      Optional<TcpFlags> flags,
      OptionalLong seq,
      OptionalLong seqEnd,
      OptionalLong ack,
      OptionalInt window,
      OptionalInt urgent,
      Checksum checksum,
      ImmutableList<TcpOption> options,
      OptionalInt length,
      String text) {
    this(
        srcPort, dstPort, flags, seq, seqEnd, ack, window, urgent, checksum, options, length, text,
        "");
  }

  @Override
  public Optional<Port> sourcePort() {
    return Optional.of(srcPort);
  }

  @Override
  public Optional<Port> targetPort() {
    return Optional.of(dstPort);
  }

  /** This segment, with other ports. */
  public TcpSegment withPorts(Port newSrcPort, Port newDstPort) {
    return new TcpSegment(
        newSrcPort,
        newDstPort,
        flags,
        seq,
        seqEnd,
        ack,
        window,
        urgent,
        checksum,
        options,
        length,
        text,
        note);
  }

  /** This segment, with other sequence and acknowledgement numbers. */
  public TcpSegment withNumbers(OptionalLong newSeq, OptionalLong newSeqEnd, OptionalLong newAck) {
    return new TcpSegment(
        srcPort, dstPort, flags, newSeq, newSeqEnd, newAck, window, urgent, checksum, options,
        length, text, note);
  }

  /** This segment, with another checksum. */
  public TcpSegment withChecksum(Checksum newChecksum) {
    return new TcpSegment(
        srcPort,
        dstPort,
        flags,
        seq,
        seqEnd,
        ack,
        window,
        urgent,
        newChecksum,
        options,
        length,
        text,
        note);
  }

  /** This segment, with other options. */
  public TcpSegment withOptions(ImmutableList<TcpOption> newOptions) {
    return new TcpSegment(
        srcPort,
        dstPort,
        flags,
        seq,
        seqEnd,
        ack,
        window,
        urgent,
        checksum,
        newOptions,
        length,
        text,
        note);
  }

  /** This segment, with another text. */
  public TcpSegment withText(String newText) {
    return new TcpSegment(
        srcPort, dstPort, flags, seq, seqEnd, ack, window, urgent, checksum, options, length,
        newText, note);
  }

  /** Whether the flags were printed and SYN is among them, ACK or not. */
  public boolean isSyn() {
    return has(TcpFlags.SYN);
  }

  /** Whether the flags were printed and RST is among them. */
  public boolean isReset() {
    return has(TcpFlags.RST);
  }

  /** Whether the flags were printed and FIN is among them. */
  public boolean isFin() {
    return has(TcpFlags.FIN);
  }

  /** Whether the flags were printed and ACK is among them. */
  public boolean isAck() {
    return has(TcpFlags.ACK);
  }

  private boolean has(int bit) {
    return flags.isPresent() && flags.get().has(bit);
  }
}
