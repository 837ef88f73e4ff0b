package io.hopwise.testing;

import io.hopwise.packet.UdpDatagram;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a datagram, {@linkplain HopwiseAssertions#assertThat(UdpDatagram) created here}.
 *
 * @since 0.1
 */
public class UdpDatagramAssert extends HopwiseAssert<UdpDatagramAssert, UdpDatagram> {
  /** Called by AssertJ; use {@link HopwiseAssertions} instead. */
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

  /** Payload bytes. tcpdump does not print them if an application printer handles the port. */
  public UdpDatagramAssert hasDataLength(int bytes) {
    isNotNull();
    return expect("data length", Integer.toString(bytes), IpHeaderAssert.printed(actual.length()));
  }

  /** The text of tcpdump's application printer contains this text. */
  public UdpDatagramAssert saysText(String part) {
    isNotNull();
    return expect(
        actual.text().contains(part),
        "Expecting a text with \"" + part + "\", but found \"" + actual.text() + "\"");
  }
}
