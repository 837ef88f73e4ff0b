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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions whose failures are collected and reported together, including AssertJ's own.
 *
 * <pre>{@code
 * HopwiseSoftAssertions.check(softly -> {
 *   softly.assertThat(capture).hasNoRejects();
 *   softly.assertThat(capture).packet(1).hasTtl(64);
 * });
 * }</pre>
 *
 * @since 0.1
 */
public class HopwiseSoftAssertions extends SoftAssertions {
  private static final String OWN_PACKAGE = "io.hopwise.testing.";

  /** Starts collecting failures; {@link #assertAll} reports them. */
  public HopwiseSoftAssertions() {}

  /**
   * Collects a failure. AssertJ names the first line outside its own packages: without the lines of
   * this library that is the test's.
   */
  @Override
  public void collectAssertionError(AssertionError error) {
    error.setStackTrace(
        Stream.of(error.getStackTrace())
            .filter(frame -> !frame.getClassName().startsWith(OWN_PACKAGE))
            .toArray(StackTraceElement[]::new));
    super.collectAssertionError(error);
  }

  /** Collects the failures of a block and reports them at its end. */
  public static void check(Consumer<HopwiseSoftAssertions> block) {
    HopwiseSoftAssertions softly = new HopwiseSoftAssertions();
    block.accept(softly);
    softly.assertAll();
  }

  /** Assertions on a capture. */
  public PacketCaptureAssert assertThat(@Nullable PacketCapture actual) {
    return proxy(PacketCaptureAssert.class, PacketCapture.class, actual).softly(this);
  }

  /** Assertions on any entry of a capture. */
  public EntryAssert assertThat(@Nullable Entry actual) {
    return proxy(EntryAssert.class, Entry.class, actual).softly(this);
  }

  /** Assertions on a packet. */
  public PacketAssert assertThat(@Nullable Packet actual) {
    return proxy(PacketAssert.class, Packet.class, actual).softly(this);
  }

  /** Assertions on an IP header. */
  public IpHeaderAssert assertThat(@Nullable IpHeader actual) {
    return proxy(IpHeaderAssert.class, IpHeader.class, actual).softly(this);
  }

  /** Assertions on a TCP segment. */
  public TcpSegmentAssert assertThat(@Nullable TcpSegment actual) {
    return proxy(TcpSegmentAssert.class, TcpSegment.class, actual).softly(this);
  }

  /** Assertions on a UDP datagram. */
  public UdpDatagramAssert assertThat(@Nullable UdpDatagram actual) {
    return proxy(UdpDatagramAssert.class, UdpDatagram.class, actual).softly(this);
  }

  /** Assertions on an ICMP or ICMPv6 message. */
  public IcmpMessageAssert assertThat(@Nullable IcmpMessage actual) {
    return proxy(IcmpMessageAssert.class, IcmpMessage.class, actual).softly(this);
  }

  /** Assertions on a finding. */
  public FindingAssert assertThat(@Nullable Finding actual) {
    return proxy(FindingAssert.class, Finding.class, actual).softly(this);
  }

  /** Assertions on the result of an analysis. */
  public ReportAssert assertThat(@Nullable Report actual) {
    return proxy(ReportAssert.class, Report.class, actual).softly(this);
  }
}
