package io.hopwise.testing;

import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Checksum;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a TCP segment, {@linkplain HopwiseAssertions#assertThat(TcpSegment) created here}.
 *
 * @since 0.1
 */
public class TcpSegmentAssert extends HopwiseAssert<TcpSegmentAssert, TcpSegment> {
  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
  public TcpSegmentAssert(@Nullable TcpSegment actual) {
    super(actual, TcpSegmentAssert.class);
  }

  /** The sender's port. */
  public TcpSegmentAssert hasSourcePort(int port) {
    isNotNull();
    return expect(
        "source port", Integer.toString(port), IpHeaderAssert.printed(actual.srcPort().number()));
  }

  /** The receiver's port. */
  public TcpSegmentAssert hasDestinationPort(int port) {
    isNotNull();
    return expect(
        "destination port",
        Integer.toString(port),
        IpHeaderAssert.printed(actual.dstPort().number()));
  }

  /** Exactly these flags, as tcpdump's letters, such as {@code S.}; empty for none. */
  public TcpSegmentAssert hasFlags(String letters) {
    isNotNull();
    TcpFlags expected = TcpFlags.of(letters);
    return expect("flags", "[" + expected + "]", flags());
  }

  /** SYN without ACK. */
  public TcpSegmentAssert isSyn() {
    isNotNull();
    return expect(actual.isSyn() && !actual.isAck(), "Expecting a SYN, but found flags " + flags());
  }

  /** SYN with ACK. */
  public TcpSegmentAssert isSynAck() {
    isNotNull();
    return expect(
        actual.isSyn() && actual.isAck(), "Expecting a SYN-ACK, but found flags " + flags());
  }

  /** RST is set. */
  public TcpSegmentAssert isReset() {
    isNotNull();
    return expect(actual.isReset(), "Expecting a RST, but found flags " + flags());
  }

  /** FIN is set. */
  public TcpSegmentAssert isFin() {
    isNotNull();
    return expect(actual.isFin(), "Expecting a FIN, but found flags " + flags());
  }

  /** The first sequence number as printed, 0 to 4294967295. */
  public TcpSegmentAssert hasSeq(long seq) {
    isNotNull();
    return expect("seq", Long.toString(seq), printed(actual.seq()));
  }

  /** The acknowledgement number as printed, 0 to 4294967295. */
  public TcpSegmentAssert hasAck(long ack) {
    isNotNull();
    return expect("ack", Long.toString(ack), printed(actual.ack()));
  }

  /** The window field, not scaled, 0 to 65535. */
  public TcpSegmentAssert hasWindow(int window) {
    isNotNull();
    return expect("window", Integer.toString(window), IpHeaderAssert.printed(actual.window()));
  }

  /** Payload bytes. */
  public TcpSegmentAssert hasDataLength(int bytes) {
    isNotNull();
    return expect("data length", Integer.toString(bytes), IpHeaderAssert.printed(actual.length()));
  }

  /** It has an option of this kind, in tcpdump's words: {@code mss}, {@code wscale}, {@code TS}. */
  public TcpSegmentAssert hasOption(String kind) {
    isNotNull();
    return expect(
        kinds().contains(kind), "Expecting option " + kind + ", but found options " + kinds());
  }

  /** It has no option of this kind. */
  public TcpSegmentAssert doesNotHaveOption(String kind) {
    isNotNull();
    return expect(
        !kinds().contains(kind), "Expecting no option " + kind + ", but found options " + kinds());
  }

  /** The announced maximum segment size, in bytes. */
  public TcpSegmentAssert hasMss(int bytes) {
    isNotNull();
    List<Integer> found =
        actual.options().stream()
            .filter(TcpOption.Mss.class::isInstance)
            .map(option -> ((TcpOption.Mss) option).value())
            .toList();
    return expect(found.equals(List.of(bytes)), "Expecting mss " + bytes + ", but found " + found);
  }

  /** tcpdump found the checksum correct. */
  public TcpSegmentAssert hasCorrectChecksum() {
    isNotNull();
    return expect(
        actual.checksum() instanceof Checksum.Correct,
        "Expecting a correct checksum, but it is " + words(actual.checksum()));
  }

  /** tcpdump found the checksum incorrect. */
  public TcpSegmentAssert hasIncorrectChecksum() {
    isNotNull();
    return expect(
        actual.checksum() instanceof Checksum.Incorrect,
        "Expecting an incorrect checksum, but it is " + words(actual.checksum()));
  }

  static String words(Checksum checksum) {
    if (checksum instanceof Checksum.Correct) {
      return "correct";
    }
    if (checksum instanceof Checksum.Incorrect) {
      return "incorrect";
    }
    return checksum instanceof Checksum.Absent ? "absent" : "not printed";
  }

  private List<String> kinds() {
    return actual.options().stream().map(TcpOption::kind).toList();
  }

  private String flags() {
    return "[" + actual.flags().map(TcpFlags::toString).orElse("not printed") + "]";
  }

  private static String printed(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "none printed";
  }
}
