package io.hopwise.testing.packets;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import io.hopwise.render.TcpdumpRenderer;
import io.hopwise.testing.capture.Endpoint;
import io.hopwise.testing.capture.PacketCapture;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes a capture of packets, conversations, pings and traceroutes, ordered by time.
 *
 * <pre>{@code
 * PacketCapture capture =
 *     new CaptureBuilder()
 *         .add(Conversation.between("10.9.1.1:55538", "10.9.4.2:22").serverTtl(61).handshake())
 *         .ping("10.9.1.1", "10.9.4.2", 4, 61)
 *         .capture();
 * }</pre>
 *
 * <p>A mutable builder. Not thread-safe.
 *
 * @since 0.1
 */
public final class CaptureBuilder {
  private static final int TRACEROUTE_PORT = 33434;
  private static final int TRACEROUTE_SOURCE = 40000;

  private final List<Packet> packets = new ArrayList<>();
  private Duration time = Duration.ZERO;
  private boolean numbered;

  /**
   * The time at which the next ping or traceroute starts; by default right after the previous
   * packet.
   */
  public CaptureBuilder at(LocalTime when) {
    time = Duration.ofNanos(when.toNanoOfDay());
    return this;
  }

  /** Numbers the packets, like {@code tcpdump -#}. */
  public CaptureBuilder numbered() {
    numbered = true;
    return this;
  }

  /** Adds packets as they are. */
  public CaptureBuilder add(Packet... more) {
    return add(List.of(more));
  }

  /** Adds packets as they are. */
  public CaptureBuilder add(List<Packet> more) {
    packets.addAll(more);
    more.forEach(packet -> time = max(time, sinceMidnight(packet)));
    return this;
  }

  /** Adds the packets of a conversation so far. */
  public CaptureBuilder add(Conversation conversation) {
    return add(conversation.packets());
  }

  /**
   * Adds an echo request per second, each answered after 20 ms.
   *
   * @param from the host that sends the requests
   * @param to the host that answers
   * @param count how many requests
   * @param replyTtl the TTL with which the answers arrive, 0 to 255
   */
  public CaptureBuilder ping(String from, String to, int count, int replyTtl) {
    for (int seq = 1; seq <= count; seq++) {
      time = time.plusSeconds(1);
      Duration answered = time.plusMillis(20);
      add(
          Packets.echoRequest(from, to).seq(seq).dontFragment().at(time).build(),
          Packets.echoReply(to, from).seq(seq).ttl(replyTtl).at(answered).build());
    }
    return this;
  }

  /**
   * Adds a UDP traceroute with one probe per hop. Each router reports that the TTL ran out, the
   * target that the port is closed. The answer of the n-th router arrives with TTL 65 − n, that of
   * the target with one less than the last router's.
   *
   * @param from the host that sends the probes
   * @param to the target host
   * @param routers the routers on the way, nearest first
   */
  public CaptureBuilder traceroute(String from, String to, String... routers) {
    for (int hop = 1; hop <= routers.length + 1; hop++) {
      boolean arrives = hop > routers.length;
      time = time.plusMillis(50);
      Packet probe =
          Packets.udp(withPort(from, TRACEROUTE_SOURCE), withPort(to, TRACEROUTE_PORT + hop - 1))
              .data(32)
              .id(hop)
              .ttl(hop)
              .at(time)
              .build();
      IcmpErrorBuilder answer =
          arrives
              ? Packets.portUnreachable(to, probe).quotedTtl(1)
              : Packets.timeExceeded(routers[hop - 1], probe);
      add(probe, answer.ttl(65 - hop).at(time.plusMillis(hop)).build());
    }
    return this;
  }

  private static String withPort(String host, int port) {
    return new Endpoint(Endpoint.of(host).host(), OptionalInt.of(port)).toString();
  }

  /** The packets so far, ordered by time. */
  public ImmutableList<Packet> packets() {
    List<Packet> sorted = new ArrayList<>(packets);
    sorted.sort(Comparator.comparing(CaptureBuilder::sinceMidnight));
    if (!numbered) {
      return ImmutableList.copyOf(sorted);
    }
    ImmutableList.Builder<Packet> counted = ImmutableList.builder();
    for (int i = 0; i < sorted.size(); i++) {
      counted.add(sorted.get(i).withNumber(OptionalLong.of(i + 1)));
    }
    return counted.build();
  }

  /** The capture of the packets so far. */
  public PacketCapture capture() {
    return PacketCapture.of(packets());
  }

  /** The capture's text, as {@code tcpdump -n -v} would print it. */
  public String text() {
    TcpdumpRenderer renderer = TcpdumpRenderer.create();
    StringBuilder text = new StringBuilder();
    packets().forEach(packet -> text.append(renderer.render(packet)));
    return text.toString();
  }

  private static Duration sinceMidnight(Packet packet) {
    return Duration.ofNanos(packet.time().map(PrintedTime::nanos).orElse(0L));
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }
}
