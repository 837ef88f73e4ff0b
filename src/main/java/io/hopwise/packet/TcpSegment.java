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
    Parts parts = new Parts(this);
    parts.srcPort = newSrcPort;
    parts.dstPort = newDstPort;
    return parts.whole();
  }

  /** This segment, with other sequence and acknowledgement numbers. */
  public TcpSegment withNumbers(OptionalLong newSeq, OptionalLong newSeqEnd, OptionalLong newAck) {
    Parts parts = new Parts(this);
    parts.seq = newSeq;
    parts.seqEnd = newSeqEnd;
    parts.ack = newAck;
    return parts.whole();
  }

  /** This segment, with another checksum. */
  public TcpSegment withChecksum(Checksum newChecksum) {
    Parts parts = new Parts(this);
    parts.checksum = newChecksum;
    return parts.whole();
  }

  /** This segment, with other options. */
  public TcpSegment withOptions(ImmutableList<TcpOption> newOptions) {
    Parts parts = new Parts(this);
    parts.options = newOptions;
    return parts.whole();
  }

  /** This segment, with another text. */
  public TcpSegment withText(String newText) {
    Parts parts = new Parts(this);
    parts.text = newText;
    return parts.whole();
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

  /** The parts of a segment, while some are replaced: nothing else repeats their order. */
  private static final class Parts {
    private Port srcPort;
    private Port dstPort;
    private Optional<TcpFlags> flags;
    private OptionalLong seq;
    private OptionalLong seqEnd;
    private OptionalLong ack;
    private OptionalInt window;
    private OptionalInt urgent;
    private Checksum checksum;
    private ImmutableList<TcpOption> options;
    private OptionalInt length;
    private String text;
    private String note;

    Parts(TcpSegment from) {
      srcPort = from.srcPort;
      dstPort = from.dstPort;
      flags = from.flags;
      seq = from.seq;
      seqEnd = from.seqEnd;
      ack = from.ack;
      window = from.window;
      urgent = from.urgent;
      checksum = from.checksum;
      options = from.options;
      length = from.length;
      text = from.text;
      note = from.note;
    }

    TcpSegment whole() {
      return new TcpSegment(
          srcPort, dstPort, flags, seq, seqEnd, ack, window, urgent, checksum, options, length,
          text, note);
    }
  }
}
