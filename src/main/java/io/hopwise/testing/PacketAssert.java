package io.hopwise.testing;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.IpHeader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a captured packet, {@linkplain HopwiseAssertions#assertThat(Packet) made here}.
 *
 * @since 0.1
 */
public class PacketAssert extends HopwiseAssert<PacketAssert, Packet> {
  /** For AssertJ; use {@link HopwiseAssertions}. */
  public PacketAssert(@Nullable Packet actual) {
    super(actual, PacketAssert.class, actual == null ? Where.NOWHERE : Where.lone(actual));
  }

  /** Where it comes from: {@code 10.9.4.2:22}, or the host alone. */
  public PacketAssert isFrom(String source) {
    isNotNull();
    return expect(
        EndpointPair.isFrom(actual, Endpoint.of(source)),
        "Expecting source " + source + ", but found " + EndpointPair.source(actual));
  }

  /** Where it goes: {@code 10.9.4.2:22}, or the host alone. */
  public PacketAssert isTo(String destination) {
    isNotNull();
    return expect(
        EndpointPair.isTo(actual, Endpoint.of(destination)),
        "Expecting destination " + destination + ", but found " + EndpointPair.destination(actual));
  }

  /** The TTL or hop limit, 0 to 255. */
  public PacketAssert hasTtl(int ttl) {
    ip().hasTtl(ttl);
    return myself;
  }

  /** The number of {@code tcpdump -#}, 1 or more. */
  public PacketAssert hasNumber(long number) {
    isNotNull();
    String found = actual.number().isPresent() ? "" + actual.number().getAsLong() : "none printed";
    return expect("number", "" + number, found);
  }

  /** The line of the capture it starts on, 1 or more. */
  public PacketAssert isOnLine(long line) {
    isNotNull();
    return expect("line", line, actual.text().firstLine());
  }

  /** The interface of {@code tcpdump -i any}. */
  public PacketAssert isOnInterface(String name) {
    isNotNull();
    return expect("interface", name, actual.link().interfaceName().orElse("none printed"));
  }

  /**
   * The text tells where the packet begins and ends: it is none that another packet carried, as
   * {@code tcpdump -A} prints it.
   */
  public PacketAssert isSure() {
    isNotNull();
    return expect(
        !actual.text().isAmbiguous(), "Expecting a sure packet, but found an ambiguous one");
  }

  /** The text does not tell whether it is a packet, or was carried by another one. */
  public PacketAssert isAmbiguous() {
    isNotNull();
    return expect(
        actual.text().isAmbiguous(), "Expecting an ambiguous packet, but found a sure one");
  }

  /** The packet is such a one. */
  public PacketAssert is(PacketMatcher expected) {
    isNotNull();
    return expect(expected.matches(actual), "Expecting " + expected + ", but found another packet");
  }

  /** The packet is not such a one. */
  public PacketAssert isNot(PacketMatcher unexpected) {
    isNotNull();
    return expect(!unexpected.matches(actual), "Expecting anything but " + unexpected);
  }

  /** tcpdump's text of the packet contains this. */
  public PacketAssert saysText(String part) {
    isNotNull();
    return expect(
        actual.text().toString().contains(part), "Expecting a packet with \"" + part + "\"");
  }

  /** Leads to the IP header. */
  public IpHeaderAssert ip() {
    isNotNull();
    return part(IpHeaderAssert.class, IpHeader.class, actual.ip(), IpHeaderAssert::new, where());
  }

  /** Leads to the TCP segment it carries. */
  public TcpSegmentAssert tcp() {
    return carried(
        "a TCP segment", TcpSegmentAssert.class, TcpSegment.class, TcpSegmentAssert::new);
  }

  /** Leads to the UDP datagram it carries. */
  public UdpDatagramAssert udp() {
    return carried(
        "a UDP datagram", UdpDatagramAssert.class, UdpDatagram.class, UdpDatagramAssert::new);
  }

  /** Leads to the ICMP or ICMPv6 message it carries. */
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
