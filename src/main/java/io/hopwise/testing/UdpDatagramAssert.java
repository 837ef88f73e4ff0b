package io.hopwise.testing;

import io.hopwise.packet.UdpDatagram;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a datagram, {@linkplain HopwiseAssertions#assertThat(UdpDatagram) made here}.
 *
 * @since 0.1
 */
public class UdpDatagramAssert extends HopwiseAssert<UdpDatagramAssert, UdpDatagram> {
  /** For AssertJ; use {@link HopwiseAssertions}. */
  public UdpDatagramAssert(@Nullable UdpDatagram actual) {
    super(actual, UdpDatagramAssert.class);
  }

  /** The sender's port. */
  public UdpDatagramAssert hasSourcePort(int port) {
    isNotNull();
    return expect(
        "source port", Integer.toString(port), IpHeaderAssert.printed(actual.srcPort().number()));
  }

  /** The receiver's port. */
  public UdpDatagramAssert hasDestinationPort(int port) {
    isNotNull();
    return expect(
        "destination port",
        Integer.toString(port),
        IpHeaderAssert.printed(actual.dstPort().number()));
  }

  /** Payload bytes, where no application printer took the line. */
  public UdpDatagramAssert hasDataLength(int bytes) {
    isNotNull();
    return expect("data length", Integer.toString(bytes), IpHeaderAssert.printed(actual.length()));
  }

  /** What an application printer of tcpdump said contains this. */
  public UdpDatagramAssert saysText(String part) {
    isNotNull();
    return expect(
        actual.text().contains(part),
        "Expecting a text with \"" + part + "\", but found \"" + actual.text() + "\"");
  }
}
