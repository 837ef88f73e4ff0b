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
import org.jspecify.annotations.Nullable;

/**
 * Entry points of all assertions on captures. Import them statically beside AssertJ's own.
 *
 * @see HopwiseSoftAssertions to collect failures
 * @since 0.1
 */
public final class HopwiseAssertions {
  private HopwiseAssertions() {}

  /** Assertions on a capture. */
  public static PacketCaptureAssert assertThat(@Nullable PacketCapture actual) {
    return new PacketCaptureAssert(actual);
  }

  /** Assertions on any entry of a capture. */
  public static EntryAssert assertThat(@Nullable Entry actual) {
    return new EntryAssert(actual);
  }

  /** Assertions on a packet. */
  public static PacketAssert assertThat(@Nullable Packet actual) {
    return new PacketAssert(actual);
  }

  /** Assertions on an IP header. */
  public static IpHeaderAssert assertThat(@Nullable IpHeader actual) {
    return new IpHeaderAssert(actual);
  }

  /** Assertions on a TCP segment. */
  public static TcpSegmentAssert assertThat(@Nullable TcpSegment actual) {
    return new TcpSegmentAssert(actual);
  }

  /** Assertions on a UDP datagram. */
  public static UdpDatagramAssert assertThat(@Nullable UdpDatagram actual) {
    return new UdpDatagramAssert(actual);
  }

  /** Assertions on an ICMP or ICMPv6 message. */
  public static IcmpMessageAssert assertThat(@Nullable IcmpMessage actual) {
    return new IcmpMessageAssert(actual);
  }

  /** Assertions on a finding. */
  public static FindingAssert assertThat(@Nullable Finding actual) {
    return new FindingAssert(actual);
  }

  /** Assertions on the result of an analysis. */
  public static ReportAssert assertThat(@Nullable Report actual) {
    return new ReportAssert(actual);
  }
}
