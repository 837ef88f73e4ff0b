package io.hopwise.testing;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.testing.capture.PacketCapture;
import org.assertj.core.api.InstanceOfAssertFactory;

/**
 * From AssertJ's own assertions to those on captures, like {@link
 * org.assertj.core.api.InstanceOfAssertFactories}.
 *
 * <pre>{@code
 * assertThat(capture.packets()).first(PACKET).hasTtl(64);
 * assertThat(message).asInstanceOf(REPORT).isClean();
 * }</pre>
 *
 * @since 0.1
 */
public final class HopwiseAssertFactories {
  /** To assertions on a capture. */
  public static final InstanceOfAssertFactory<PacketCapture, PacketCaptureAssert> CAPTURE =
      new InstanceOfAssertFactory<>(PacketCapture.class, HopwiseAssertions::assertThat);

  /** To assertions on any entry. */
  public static final InstanceOfAssertFactory<Entry, EntryAssert> ENTRY =
      new InstanceOfAssertFactory<>(Entry.class, HopwiseAssertions::assertThat);

  /** To assertions on a packet. */
  public static final InstanceOfAssertFactory<Packet, PacketAssert> PACKET =
      new InstanceOfAssertFactory<>(Packet.class, HopwiseAssertions::assertThat);

  /** To assertions on an IP header. */
  public static final InstanceOfAssertFactory<IpHeader, IpHeaderAssert> IP_HEADER =
      new InstanceOfAssertFactory<>(IpHeader.class, HopwiseAssertions::assertThat);

  /** To assertions on a TCP segment. */
  public static final InstanceOfAssertFactory<TcpSegment, TcpSegmentAssert> TCP_SEGMENT =
      new InstanceOfAssertFactory<>(TcpSegment.class, HopwiseAssertions::assertThat);

  /** To assertions on a UDP datagram. */
  public static final InstanceOfAssertFactory<UdpDatagram, UdpDatagramAssert> UDP_DATAGRAM =
      new InstanceOfAssertFactory<>(UdpDatagram.class, HopwiseAssertions::assertThat);

  /** To assertions on an ICMP or ICMPv6 message. */
  public static final InstanceOfAssertFactory<IcmpMessage, IcmpMessageAssert> ICMP_MESSAGE =
      new InstanceOfAssertFactory<>(IcmpMessage.class, HopwiseAssertions::assertThat);

  /** To assertions on a finding. */
  public static final InstanceOfAssertFactory<Finding, FindingAssert> FINDING =
      new InstanceOfAssertFactory<>(Finding.class, HopwiseAssertions::assertThat);

  /** To assertions on the result of an analysis. */
  public static final InstanceOfAssertFactory<Report, ReportAssert> REPORT =
      new InstanceOfAssertFactory<>(Report.class, HopwiseAssertions::assertThat);

  private HopwiseAssertFactories() {}
}
