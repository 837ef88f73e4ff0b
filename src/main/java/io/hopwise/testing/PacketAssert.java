package io.hopwise.testing;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.testing.capture.Endpoint;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a captured packet, {@linkplain HopwiseAssertions#assertThat(Packet) created here}.
 *
 * @since 0.1
 */
public class PacketAssert extends HopwiseAssert<PacketAssert, Packet> {
  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
  public PacketAssert(@Nullable Packet actual) {
    super(actual, PacketAssert.class, actual == null ? Context.NOWHERE : Context.lone(actual));
  }

  /** The source: {@code 10.9.4.2:22}, or the host alone. */
  public PacketAssert isFrom(String source) {
    isNotNull();
    return expect(
        Endpoint.of(source).sent(actual),
        "Expecting source " + source + ", but found " + Endpoint.sourceOf(actual));
  }

  /** The destination: {@code 10.9.4.2:22}, or the host alone. */
  public PacketAssert isTo(String destination) {
    isNotNull();
    return expect(
        Endpoint.of(destination).receives(actual),
        "Expecting destination " + destination + ", but found " + Endpoint.targetOf(actual));
  }

  /** The TTL or hop limit, 0 to 255. */
  public PacketAssert hasTtl(int ttl) {
    ip().hasTtl(ttl);
    return myself;
  }

  /** The number printed by {@code tcpdump -#}, 1 or more. */
  public PacketAssert hasNumber(long number) {
    isNotNull();
    String found = actual.number().isPresent() ? "" + actual.number().getAsLong() : "none printed";
    return expect("number", "" + number, found);
  }

  /** It starts on this line of the capture, 1 or more. */
  public PacketAssert isOnLine(long line) {
    isNotNull();
    return expect("line", line, actual.text().firstLine());
  }

  /** The interface printed by {@code tcpdump -i any}. */
  public PacketAssert isOnInterface(String name) {
    isNotNull();
    return expect("interface", name, actual.link().interfaceName().orElse("none printed"));
  }

  /**
   * It is certainly a packet of the capture, not text that another packet carried and {@code
   * tcpdump -A} printed.
   */
  public PacketAssert isSure() {
    isNotNull();
    return expect(
        !actual.text().isAmbiguous(), "Expecting a sure packet, but found an ambiguous one");
  }

  /** It may be text that another packet carried and {@code tcpdump -A} printed. */
  public PacketAssert isAmbiguous() {
    isNotNull();
    return expect(
        actual.text().isAmbiguous(), "Expecting an ambiguous packet, but found a sure one");
  }

  /** It matches. */
  public PacketAssert is(PacketMatcher expected) {
    isNotNull();
    return expect(expected.matches(actual), "Expecting " + expected + ", but found another packet");
  }

  /** It does not match. */
  public PacketAssert isNot(PacketMatcher unexpected) {
    isNotNull();
    return expect(!unexpected.matches(actual), "Expecting anything but " + unexpected);
  }

  /** tcpdump's text of the packet contains this text. */
  public PacketAssert saysText(String part) {
    isNotNull();
    return expect(
        actual.text().toString().contains(part), "Expecting a packet with \"" + part + "\"");
  }

  /** Continues with the IP header. */
  public IpHeaderAssert ip() {
    isNotNull();
    return part(IpHeaderAssert.class, IpHeader.class, actual.ip(), IpHeaderAssert::new, where());
  }

  /** Continues with the TCP segment it carries. */
  public TcpSegmentAssert tcp() {
    return carried(
        "a TCP segment", TcpSegmentAssert.class, TcpSegment.class, TcpSegmentAssert::new);
  }

  /** Continues with the UDP datagram it carries. */
  public UdpDatagramAssert udp() {
    return carried(
        "a UDP datagram", UdpDatagramAssert.class, UdpDatagram.class, UdpDatagramAssert::new);
  }

  /** Continues with the ICMP or ICMPv6 message it carries. */
  public IcmpMessageAssert icmp() {
    return carried(
        "an ICMP message", IcmpMessageAssert.class, IcmpMessage.class, IcmpMessageAssert::new);
  }

  private <C extends HopwiseAssert<C, P>, P extends Payload> C carried(
      String name, Class<C> type, Class<P> partType, Function<@Nullable P, C> make) {
    isNotNull();
    P payload = partType.isInstance(actual.payload()) ? partType.cast(actual.payload()) : null;
    if (payload == null) {
      missing("Expecting " + name + ", but found another payload");
    }
    return part(type, partType, payload, make, where());
  }
}
