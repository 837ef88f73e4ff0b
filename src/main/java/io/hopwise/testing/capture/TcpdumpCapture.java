package io.hopwise.testing.capture;

import com.google.common.net.InetAddresses;
import io.hopwise.packet.Packet;
import io.hopwise.packet.UdpDatagram;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
 * <p>Capturing needs rights: root, or {@code setcap cap_net_raw+ep} on tcpdump. {@link
 * #whyUnavailable} says beforehand what is missing, so that a test can be skipped. The process
 * never outlives {@link #close} or the JVM. Not thread-safe.
 *
 * @since 0.1
 */
public final class TcpdumpCapture implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * tcpdump gets packets up to a second late: immediate mode, which would avoid that, loses bursts.
   */
  private static final Duration SILENCE = Duration.ofMillis(1200);

  private static final String BUFFER_KIB = "16384";
  private static final Pattern DROPPED =
      Pattern.compile("(\\d+) packets? dropped by (?:kernel|interface)");

  private final String what;
  private final Process process;
  private final Thread reaper;
  private final TcpdumpOutput output;
  private final TcpdumpOutput messages;
  private final @Nullable Marker marker;

  private TcpdumpCapture(String what, Process process, @Nullable Marker marker) {
    this.what = what;
    this.process = process;
    this.marker = marker;
    this.reaper = new Thread(process::destroyForcibly);
    this.output = new TcpdumpOutput("tcpdump output", process.getInputStream());
    this.messages = new TcpdumpOutput("tcpdump messages", process.getErrorStream());
    Runtime.getRuntime().addShutdownHook(reaper);
    output.start();
    messages.start();
  }

  /**
   * Starts capturing. Everything sent after this method returns is captured.
   *
   * @param networkInterface the interface, such as {@code lo} or {@code any}
   * @param filter a tcpdump filter expression; empty to capture everything
   * @throws TcpdumpException if tcpdump is missing, may not capture, or rejects the filter; the
   *     message says which
   * @throws IOException if the process cannot be started
   */
  public static TcpdumpCapture start(String networkInterface, String filter) throws IOException {
    Tcpdump tcpdump = Tcpdump.installed();
    boolean local = networkInterface.equals("lo") || networkInterface.equals("any");
    Marker marker = local ? Marker.open() : null;
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-l", "-n", "-v", "-B", BUFFER_KIB, "-i", networkInterface, "--"));
    if (!filter.isBlank()) {
      options.add(marker == null ? filter : "(" + filter + ") or (" + marker.filter() + ")");
    }
    String what = "tcpdump on " + networkInterface + (filter.isBlank() ? "" : ", " + filter);
    TcpdumpCapture capture = new TcpdumpCapture(what, tcpdump.command(options).start(), marker);
    try {
      capture.awaitStart();
      return capture;
    } catch (IOException e) {
      capture.close();
      throw e;
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
      return attempt.process.isAlive() ? Optional.empty() : Optional.of("tcpdump ended at once");
    } catch (IOException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /**
   * Stops capturing and returns the capture. This takes about a second because tcpdump gets packets
   * in blocks.
   *
   * @throws TcpdumpException if packets were lost, or tcpdump ended early
   * @throws IOException if its output cannot be read
   */
  public PacketCapture stop() throws IOException {
    if (!process.isAlive()) {
      throw new TcpdumpException(what + " ended by itself: " + messages.sentence());
    }
    awaitDelivery();
    process.destroy();
    awaitEnd();
    int dropped = dropped(messages.sentence());
    if (dropped > 0) {
      throw new TcpdumpException(what + " lost " + dropped + " packets: use a narrower filter");
    }
    PacketCapture capture = PacketCapture.read(what, output.bytes());
    return marker == null ? capture : capture.without(marker.packets(capture));
  }

  /** Ends the process, whatever its state, and discards the capture. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (marker != null) {
      marker.close();
    }
    removeReaper();
  }

  /** The process, even if it has ended. */
  ProcessHandle child() {
    return process.toHandle();
  }

  private void removeReaper() {
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      // The JVM is shutting down, and the hook runs already.
    }
  }

  private void awaitStart() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!messages.sentence().contains("listening on ")) {
      if (!process.isAlive()) {
        messages.finish(PATIENCE);
        throw new TcpdumpException("cannot capture: " + what + ": " + advice(messages.sentence()));
      }
      if (System.nanoTime() > end) {
        throw new TcpdumpException(what + " did not start within " + PATIENCE.toSeconds() + " s");
      }
      pause();
    }
  }

  private static String advice(String reason) {
    boolean rights = reason.contains("permission") || reason.contains("not permitted");
    return rights
        ? reason + " (run as root, or: setcap cap_net_raw+ep on the tcpdump program)"
        : reason;
  }

  /**
   * Waits until everything sent so far has been captured. On the loopback interface, which keeps
   * the order of packets, a datagram of our own marks the end; elsewhere we wait for a short
   * silence.
   */
  private void awaitDelivery() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    if (marker != null) {
      marker.send();
    }
    while (marker != null
        ? !output.contains(marker.text())
        : output.silence() < SILENCE.toNanos()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new TcpdumpException(what + " did not deliver all packets: " + messages.sentence());
      }
      pause();
    }
  }

  private void awaitEnd() throws IOException {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TcpdumpException(what + " did not end within " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TcpdumpException("interrupted while waiting for " + what);
    }
    output.finish(PATIENCE);
    messages.finish(PATIENCE);
  }

  private static int dropped(String trailer) {
    int sum = 0;
    Matcher matcher = DROPPED.matcher(trailer);
    while (matcher.find()) {
      sum += Integer.parseInt(matcher.group(1));
    }
    return sum;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TcpdumpException("interrupted while waiting for tcpdump");
    }
  }

  /** A datagram to ourselves: once it is captured, so is everything sent before it. */
  private static final class Marker {
    private final DatagramSocket from;
    private final DatagramSocket to;

    private Marker(DatagramSocket from, DatagramSocket to) {
      this.from = from;
      this.to = to;
    }

    static Marker open() throws IOException {
      InetAddress loopback = InetAddresses.forString("127.0.0.1");
      return new Marker(new DatagramSocket(0, loopback), new DatagramSocket(0, loopback));
    }

    String filter() {
      return "udp and src host 127.0.0.1 and src port %d and dst port %d"
          .formatted(from.getLocalPort(), to.getLocalPort());
    }

    /**
     * How tcpdump's line for it begins; the rest depends on the application printer for the port.
     */
    String text() {
      return "127.0.0.1.%d > 127.0.0.1.%d: ".formatted(from.getLocalPort(), to.getLocalPort());
    }

    void send() throws IOException {
      from.send(new DatagramPacket(new byte[1], 1, to.getLocalSocketAddress()));
    }

    List<Packet> packets(PacketCapture capture) {
      Endpoint source = Endpoint.of("127.0.0.1:" + from.getLocalPort());
      Endpoint target = Endpoint.of("127.0.0.1:" + to.getLocalPort());
      return capture.packets().stream()
          .filter(packet -> packet.payload() instanceof UdpDatagram)
          .filter(packet -> source.sent(packet) && target.receives(packet))
          .toList();
    }

    void close() {
      from.close();
      to.close();
    }
  }
}
