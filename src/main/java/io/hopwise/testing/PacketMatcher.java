package io.hopwise.testing;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.testing.capture.Endpoint;
import java.util.function.Predicate;
import org.assertj.core.api.Condition;

/**
 * A condition on packets, with the words that failures use for it. Static methods create one, the
 * other methods narrow it:
 *
 * <pre>{@code
 * next(rst().ttl(63).from("10.9.4.2"))
 * }</pre>
 *
 * <p>It is an AssertJ condition, too: {@code assertThat(capture.packets()).haveExactly(1, syn())}.
 * Where a predicate is asked for, {@code syn()::matches} is one. Immutable.
 *
 * @since 0.1
 */
public final class PacketMatcher extends Condition<Packet> {
  private final String description;
  private final Predicate<Packet> predicate;

  private PacketMatcher(String description, Predicate<Packet> predicate) {
    super(description);
    this.description = description;
    this.predicate = predicate;
  }

  /**
   * A packet that meets any condition.
   *
   * @param description how failures describe it, such as {@code a packet with ECN}
   * @param predicate whether a packet matches
   */
  public static PacketMatcher packet(String description, Predicate<Packet> predicate) {
    return new PacketMatcher(description, predicate);
  }

  /** Any packet. */
  public static PacketMatcher anyPacket() {
    return packet("a packet", packet -> true);
  }

  /** A TCP segment with SYN and without ACK. */
  public static PacketMatcher syn() {
    return tcp("a SYN", tcp -> tcp.isSyn() && !tcp.isAck());
  }

  /** A TCP segment with SYN and ACK. */
  public static PacketMatcher synAck() {
    return tcp("a SYN-ACK", tcp -> tcp.isSyn() && tcp.isAck());
  }

  /** A TCP segment with ACK alone and without data. */
  public static PacketMatcher ack() {
    return tcp(
        "a pure ACK",
        tcp ->
            tcp.isAck() && !hasAny(tcp, TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST) && !data(tcp));
  }

  /** A TCP segment with data. */
  public static PacketMatcher data() {
    return tcp("a segment with data", PacketMatcher::data);
  }

  /** A TCP segment with exactly this many bytes of data. */
  public static PacketMatcher data(int bytes) {
    return tcp(
        "a segment with " + bytes + " bytes of data", tcp -> tcp.length().orElse(-1) == bytes);
  }

  /** A TCP segment with FIN. */
  public static PacketMatcher fin() {
    return tcp("a FIN", TcpSegment::isFin);
  }

  /** A TCP segment with RST. */
  public static PacketMatcher rst() {
    return tcp("a RST", TcpSegment::isReset);
  }

  /** Any TCP segment. */
  public static PacketMatcher tcp() {
    return tcp("a TCP segment", tcp -> true);
  }

  /** Any UDP datagram. */
  public static PacketMatcher udp() {
    return packet("a UDP datagram", packet -> packet.payload() instanceof UdpDatagram);
  }

  /** An ICMP or ICMPv6 echo request. */
  public static PacketMatcher echoRequest() {
    return icmp("an echo request", IcmpMessage::isEchoRequest);
  }

  /** An ICMP or ICMPv6 echo reply. */
  public static PacketMatcher echoReply() {
    return icmp("an echo reply", IcmpMessage::isEchoReply);
  }

  /** An ICMP or ICMPv6 error. */
  public static PacketMatcher icmpError() {
    return icmp("an ICMP error", IcmpMessage::isError);
  }

  /** Also requires this TTL or hop limit, 0 to 255. */
  public PacketMatcher ttl(int ttl) {
    return and("with ttl " + ttl, packet -> packet.ip().ttl().orElse(-1) == ttl);
  }

  /**
   * Also requires this source, a host or a host's port: {@code 10.9.4.2} or {@code 10.9.4.2:22}.
   */
  public PacketMatcher from(String source) {
    Endpoint endpoint = Endpoint.of(source);
    return and("from " + source, packet -> endpoint.sent(packet));
  }

  /** Also requires this destination, a host or a host's port. */
  public PacketMatcher to(String destination) {
    Endpoint endpoint = Endpoint.of(destination);
    return and("to " + destination, packet -> endpoint.receives(packet));
  }

  /** Also requires another property. */
  public PacketMatcher and(String more, Predicate<Packet> property) {
    return new PacketMatcher(description + " " + more, predicate.and(property));
  }

  /** Whether a packet matches. */
  @Override
  public boolean matches(Packet packet) {
    return predicate.test(packet);
  }

  /** The description that failures use. */
  @Override
  public String toString() {
    return description;
  }

  private static PacketMatcher tcp(String description, Predicate<TcpSegment> predicate) {
    return packet(
        description,
        packet -> packet.payload() instanceof TcpSegment segment && predicate.test(segment));
  }

  private static PacketMatcher icmp(String description, Predicate<IcmpMessage> predicate) {
    return packet(
        description,
        packet -> packet.payload() instanceof IcmpMessage message && predicate.test(message));
  }

  private static boolean data(TcpSegment tcp) {
    return tcp.length().orElse(0) > 0;
  }

  private static boolean hasAny(TcpSegment tcp, int mask) {
    return tcp.flags().isPresent() && tcp.flags().get().has(mask);
  }
}
