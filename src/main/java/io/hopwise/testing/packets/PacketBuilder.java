package io.hopwise.testing.packets;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.LinkLayer.Direction;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import io.hopwise.render.TcpdumpRenderer;
import io.hopwise.testing.capture.Endpoint;
import io.hopwise.text.RecordText;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes a packet as {@code tcpdump -n -v} would print it. Lengths and checksums are computed; the
 * addresses decide between IPv4 and IPv6. A payload consists of zero bytes, which tcpdump does not
 * decode.
 *
 * @param <B> the type of the builder itself
 * @since 0.1
 */
public abstract class PacketBuilder<B extends PacketBuilder<B>> {
  private static final int IPV4_HEADER = 20;

  private final Endpoint from;
  private final Endpoint to;
  private OptionalLong number = OptionalLong.empty();
  private Optional<PrintedTime> time = Optional.of(timeOfDay(0));
  private LinkLayer link = LinkLayer.NONE;
  private int ttl = 64;
  private int tos;
  private int id;
  private int flowLabel;
  private Ipv4Flags flags = Ipv4Flags.NONE;

  PacketBuilder(Endpoint from, Endpoint to) {
    if (isIpv6(from) != isIpv6(to)) {
      throw new IllegalArgumentException("one is IPv4, the other IPv6: " + from + ", " + to);
    }
    this.from = from;
    this.to = to;
  }

  /** This builder, for chaining. */
  @SuppressWarnings("unchecked") // B is the builder itself by its declaration
  final B self() {
    return (B) this;
  }

  /** Time to live or hop limit, 0 to 255; 64 by default. */
  public final B ttl(int value) {
    ttl = Checks.range("ttl", value, 255);
    return self();
  }

  /** Type of service or traffic class, 0 to 255; 0 by default. */
  public final B tos(int value) {
    tos = Checks.range("tos", value, 255);
    return self();
  }

  /** Identification, 0 to 65535, IPv4 only; 0 by default. */
  public final B id(int value) {
    id = Checks.range("id", value, 65535);
    return self();
  }

  /** Flow label, 0 to 1048575, IPv6 only; 0 by default. */
  public final B flowLabel(int value) {
    flowLabel = Checks.range("flow label", value, 0xfffff);
    return self();
  }

  /** Sets DF, IPv4 only. It is set by default for TCP. */
  public final B dontFragment() {
    flags = Ipv4Flags.DF;
    return self();
  }

  /** Clears DF. */
  public final B mayFragment() {
    flags = Ipv4Flags.NONE;
    return self();
  }

  /** The packet number printed by {@code tcpdump -#}, 1 or more; none by default. */
  public final B number(long value) {
    number = OptionalLong.of(value);
    return self();
  }

  /** The time of day of the packet; midnight by default. */
  public final B at(LocalTime value) {
    return at(Duration.ofNanos(value.toNanoOfDay()));
  }

  /** The time of day of the packet, as the time since midnight; midnight by default. */
  public final B at(Duration sinceMidnight) {
    time = Optional.of(timeOfDay(sinceMidnight.toNanos()));
    return self();
  }

  /** Leaves out the time, like {@code tcpdump -t}. */
  public final B withoutTime() {
    time = Optional.empty();
    return self();
  }

  /** The link layer of a capture with {@code -i any}. */
  static LinkLayer cooked(String name, Direction direction) {
    return new LinkLayer(
        Optional.of(name),
        Optional.of(direction),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        ImmutableList.of(),
        String.format(Locale.ROOT, "%-5s %-3s ", name, direction.word()));
  }

  /** The interface and direction that {@code tcpdump -i any} prints; none by default. */
  public final B onInterface(String name, Direction direction) {
    link = cooked(name, direction);
    return self();
  }

  /**
   * The packet.
   *
   * @throws IllegalArgumentException if it is longer than IP allows
   */
  public final Packet build() {
    return packet(asPrinted(wire().payload()));
  }

  /** The packet with all fields that are on the wire, even those tcpdump leaves out. */
  final Packet wire() {
    return packet(withChecksum(packet(payload())));
  }

  /** The packet as tcpdump would print it, each line with its line end. */
  public final String text() {
    return TcpdumpRenderer.create().render(build());
  }

  /** The payload, without fields that depend on the whole packet. */
  abstract Payload payload();

  /** The payload with fields that depend on the whole packet. */
  Payload withChecksum(Packet bare) {
    return bare.payload();
  }

  /** The payload without fields that tcpdump leaves out. */
  Payload asPrinted(Payload wire) {
    return wire;
  }

  abstract int protocol();

  /** Bytes after the IP header. */
  abstract int payloadBytes();

  final Endpoint from() {
    return from;
  }

  final Endpoint to() {
    return to;
  }

  final boolean isIpv6() {
    return isIpv6(from);
  }

  private static boolean isIpv6(Endpoint endpoint) {
    return InetAddresses.isInetAddress(endpoint.host()) && endpoint.host().contains(":");
  }

  private static PrintedTime timeOfDay(long nanos) {
    return new PrintedTime(PrintedTime.Form.TIME_OF_DAY, nanos, 6);
  }

  private Packet packet(Payload payload) {
    return new Packet(
        RecordText.NONE, number, time, link, header(), ImmutableList.of(), payload, "");
  }

  private IpHeader header() {
    if (isIpv6()) {
      return new Ipv6Header(
          new Host(from.host()),
          new Host(to.host()),
          OptionalInt.of(tos),
          OptionalInt.of(flowLabel),
          OptionalInt.of(ttl),
          OptionalInt.of(protocol()),
          OptionalInt.of(Checks.range("length", payloadBytes(), 65535)),
          "");
    }
    return new Ipv4Header(
        new Host(from.host()),
        new Host(to.host()),
        OptionalInt.of(tos),
        OptionalInt.of(ttl),
        OptionalInt.of(id),
        OptionalInt.of(0),
        Optional.of(flags),
        OptionalInt.of(protocol()),
        OptionalInt.of(Checks.range("length", IPV4_HEADER + payloadBytes(), 65535)),
        Checksum.NOT_PRINTED,
        "",
        "");
  }
}
