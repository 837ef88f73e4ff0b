package io.hopwise.analysis.observation;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.LaterFragment;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.device.F5Trailer;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Header;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a packet what judging asks for.
 *
 * @since 0.1
 */
public final class PacketObserver {
  /** The code of an end without a port. */
  private static final int NO_PORT = -1;

  private static final int SHORT_HEADER = 8;

  private static final int IPV4_HEADER = 20;
  private static final int UDP = 17;
  private static final int ICMP6 = 58;

  private PacketObserver() {}

  /** Its kind, before it is known whether it went to a group. */
  static PacketKind kind(IpPacket packet) {
    OptionalInt ttl = packet.ip().ttl();
    Payload payload = packet.payload();
    if (payload instanceof LaterFragment || isLaterFragment(packet.ip())) {
      return PacketKind.LEFT_OUT;
    }
    if (payload instanceof TcpSegment segment) {
      return tcpKind(segment, ttl);
    }
    if (payload instanceof IcmpMessage message && message.isError()) {
      return PacketKind.ICMP_ERROR;
    }
    if (tooSmall(ttl)) {
      return PacketKind.LEFT_OUT;
    }
    if (payload instanceof UdpDatagram) {
      return PacketKind.UDP;
    }
    if (payload instanceof IcmpMessage message) {
      return icmpKind(message);
    }
    return PacketKind.OTHER;
  }

  private static PacketKind tcpKind(TcpSegment segment, OptionalInt ttl) {
    if (segment.flags().isEmpty()) {
      return PacketKind.LEFT_OUT;
    }
    if (segment.isReset()) {
      return PacketKind.RESET;
    }
    return tooSmall(ttl) ? PacketKind.LEFT_OUT : PacketKind.TCP;
  }

  private static PacketKind icmpKind(IcmpMessage message) {
    if (message.isEchoReply()) {
      return PacketKind.ECHO_REPLY;
    }
    return message.isEchoRequest() ? PacketKind.ECHO_REQUEST : PacketKind.ICMP;
  }

  private static boolean tooSmall(OptionalInt ttl) {
    return ttl.isPresent() && ttl.getAsInt() <= 1;
  }

  private static boolean isLaterFragment(IpHeader ip) {
    return ip instanceof Ipv4Header v4 && v4.offset().orElse(0) > 0;
  }

  /**
   * A number for a port: its own, -1 for none, and less for one that is known by name alone:
   * several names may share that, so {@link #name} tells which.
   */
  public static int code(@Nullable Port port) {
    if (port == null) {
      return NO_PORT;
    }
    if (port.number().isPresent()) {
      return port.number().getAsInt();
    }
    int name = Integer.MIN_VALUE | port.service().hashCode();
    return name == NO_PORT ? Integer.MIN_VALUE : name;
  }

  /** The name of a port that has no number; null for any other. */
  public static @Nullable String name(@Nullable Port port) {
    return port == null || port.number().isPresent() ? null : port.toString();
  }

  /** The protocol, as the payload tells it where the header does not. */
  public static int protocol(IpHeader ip, Payload payload) {
    if (payload instanceof TcpSegment) {
      return 6;
    }
    if (payload instanceof UdpDatagram) {
      return 17;
    }
    if (payload instanceof IcmpMessage message) {
      return message.family() == IcmpMessage.Family.ICMP ? 1 : 58;
    }
    return ip.protocol().orElse(-1);
  }

  /** How many bytes follow the UDP or ICMP header, -1 where nothing printed tells. */
  static int payload(IpPacket packet) {
    Payload payload = packet.payload();
    if (payload instanceof UdpDatagram udp) {
      return udp.length().isPresent() ? udp.length().getAsInt() : behindHeaders(packet.ip(), UDP);
    }
    if (!(payload instanceof IcmpMessage message)) {
      return -1;
    }
    int protocol = message.family() == IcmpMessage.Family.ICMP ? 1 : ICMP6;
    return message.length().isPresent()
        ? Math.max(0, message.length().getAsInt() - SHORT_HEADER)
        : behindHeaders(packet.ip(), protocol);
  }

  /** What the length in the IP header leaves: of DNS, SNMP and others tcpdump prints no other. */
  private static int behindHeaders(IpHeader ip, int protocol) {
    int length = ip.length().orElse(0);
    boolean whole = ip.protocol().orElse(-1) == protocol;
    if (ip instanceof Ipv4Header v4) {
      boolean first = v4.flags().isPresent() && v4.flags().get().moreFragments();
      whole &= v4.options().isEmpty() && !first;
      length -= IPV4_HEADER;
    }
    return whole && length >= SHORT_HEADER ? length - SHORT_HEADER : -1;
  }

  /** 1 if DF is set, 0 if not, -1 if it was not printed. */
  static byte dontFragment(Ipv4Header header) {
    return (byte) (header.flags().isEmpty() ? -1 : header.flags().get().dontFragment() ? 1 : 0);
  }

  /** The TCP flags, -1 if none were printed. */
  static short flags(TcpSegment segment) {
    return (short) (segment.flags().isEmpty() ? -1 : segment.flags().get().bits());
  }

  /** Which way the capture says that it went through the machine it was taken on. */
  static InOrOut direction(Packet record) {
    LinkLayer link = record.link();
    if (link.direction().isEmpty()) {
      // Where the payload is not known, a trailer may be words of it.
      boolean known = !(record.payload() instanceof OpaquePayload);
      return known && link.device().orElse(null) instanceof F5Trailer note
          ? direction(note)
          : InOrOut.UNKNOWN;
    }
    return switch (link.direction().get()) {
      case OUT -> InOrOut.OUT;
      // What a host sends to itself is printed as it comes in, and only then.
      case IN, OTHER_HOST -> isLoopback(link) ? InOrOut.UNKNOWN : InOrOut.IN;
      case BROADCAST, MULTICAST, UNKNOWN -> InOrOut.UNKNOWN;
    };
  }

  private static InOrOut direction(F5Trailer note) {
    return switch (note.direction()) {
      case "in" -> InOrOut.IN;
      case "out" -> InOrOut.OUT;
      default -> InOrOut.UNKNOWN;
    };
  }

  /** The two link-layer addresses; null where they are not printed. */
  static @Nullable LinkEnds link(LinkLayer link) {
    boolean printed = link.src().isPresent() && link.dst().isPresent();
    return printed ? new LinkEnds(link.src().get(), link.dst().get()) : null;
  }

  private static boolean isLoopback(LinkLayer link) {
    return link.interfaceName().isPresent() && link.interfaceName().get().equals("lo");
  }

  static boolean hasTimestamps(ImmutableList<TcpOption> options) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i) instanceof TcpOption.Timestamps) {
        return true;
      }
    }
    return false;
  }
}
