package io.hopwise.testing.capture;

import io.hopwise.input.CollectedText;
import io.hopwise.input.LiveTcpdump;
import io.hopwise.input.LoopbackMarker;
import io.hopwise.packet.Packet;
import io.hopwise.packet.UdpDatagram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running tcpdump that captures while a test runs.
 *
 * <pre>{@code
 * try (TcpdumpCapture live = TcpdumpCapture.start("lo", "tcp port " + port)) {
 *   client.send(request, BodyHandlers.ofString());
 *   assertThat(live.stop()).inFlow(…).next(syn()).next(synAck());
 * }
 * }</pre>
 *
 * <p>If the test fails before {@link #stop}, {@link #soFar} has what was captured; if stopping
 * fails, {@link TcpdumpException#capture} has it, and the message ends with the last lines.
 *
 * <p>Capturing needs rights: root, or {@code setcap cap_net_raw+ep} on tcpdump. {@link
 * #whyUnavailable} says beforehand what is missing, so that a test can be skipped. The process
 * never outlives {@link #close} or the JVM. Not thread-safe.
 *
 * @since 0.1
 */
public final class TcpdumpCapture implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LiveTcpdump tcpdump;
  private final CollectedText output;

  private TcpdumpCapture(LiveTcpdump tcpdump) {
    this.tcpdump = tcpdump;
    this.output = new CollectedText("tcpdump output", tcpdump.output());
    output.start();
  }

  /**
   * Starts capturing. Everything sent after this method returns is captured.
   *
   * @param networkInterface the interface, such as {@code lo} or {@code any}
   * @param filter a tcpdump filter expression; empty to capture everything
   * @throws TcpdumpException if tcpdump is missing, may not capture, or rejects the filter; the
   *     message says which
   */
  public static TcpdumpCapture start(String networkInterface, String filter)
      throws TcpdumpException {
    try {
      return new TcpdumpCapture(LiveTcpdump.start(networkInterface, filter));
    } catch (IOException e) {
      throw new TcpdumpException(e);
    }
  }

  /**
   * Why capturing on an interface is impossible here; empty if it is possible. For assumptions:
   *
   * <pre>{@code
   * Optional<String> reason = TcpdumpCapture.whyUnavailable("lo");
   * assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
   * }</pre>
   */
  public static Optional<String> whyUnavailable(String networkInterface) {
    try (TcpdumpCapture attempt = start(networkInterface, "")) {
      return attempt.child().isAlive() ? Optional.empty() : Optional.of("tcpdump ended at once");
    } catch (IOException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /**
   * Stops capturing and returns the capture. This takes about a second because tcpdump gets packets
   * in blocks.
   *
   * @throws TcpdumpException if packets were lost, or tcpdump ended early; it has what was captured
   */
  public PacketCapture stop() throws TcpdumpException {
    try {
      tcpdump.stop();
      output.finish(PATIENCE);
    } catch (IOException e) {
      throw new TcpdumpException(e, soFar());
    }
    long dropped = tcpdump.dropped();
    if (dropped > 0) {
      String lost = tcpdump.what() + " lost " + dropped + " packets: use a narrower filter";
      throw new TcpdumpException(new IOException(lost), soFar());
    }
    return soFar();
  }

  /**
   * What has been captured and printed up to now, while it runs or after its end. tcpdump prints
   * packets up to a second late, and the last one may be incomplete.
   */
  public PacketCapture soFar() {
    PacketCapture capture = PacketCapture.read(tcpdump.what(), output.bytes());
    return tcpdump
        .marker()
        .map(marker -> capture.without(packets(marker, capture)))
        .orElse(capture);
  }

  private static List<Packet> packets(LoopbackMarker marker, PacketCapture capture) {
    Endpoint source = Endpoint.of("127.0.0.1:" + marker.sourcePort());
    Endpoint target = Endpoint.of("127.0.0.1:" + marker.targetPort());
    return capture.packets().stream()
        .filter(packet -> packet.payload() instanceof UdpDatagram)
        .filter(packet -> source.sent(packet) && target.receives(packet))
        .toList();
  }

  /** Ends the process, whatever its state, and discards the capture. */
  @Override
  public void close() {
    tcpdump.close();
  }

  /** The process, even if it has ended. */
  ProcessHandle child() {
    return tcpdump.child();
  }
}
