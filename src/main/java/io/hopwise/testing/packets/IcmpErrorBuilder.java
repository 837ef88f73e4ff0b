package io.hopwise.testing.packets;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.IcmpMessage.Family;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.testing.capture.Endpoint;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes an ICMP or ICMPv6 error about another packet, sent to that packet's source. It quotes as
 * much of the packet as fits into a message of 576 bytes (RFC 1812 section 4.3.2.3). For ICMPv6
 * tcpdump does not print the quoted packet.
 *
 * @since 0.1
 */
public final class IcmpErrorBuilder extends PacketBuilder<IcmpErrorBuilder> {
  private static final int QUOTABLE = 576 - 20 - 8;
  private static final int QUOTABLE_IPV6 = 1280 - 40 - 8;
  private static final int TCP = 6;

  /** Which error. */
  enum ErrorType {
    TIME_EXCEEDED,
    NET_UNREACHABLE,
    HOST_UNREACHABLE,
    PORT_UNREACHABLE,
    ADMIN_PROHIBITED,
    TOO_BIG
  }

  private final Packet about;
  private final ErrorType errorType;
  private OptionalInt quotedTtl = OptionalInt.empty();
  private OptionalInt mtu = OptionalInt.empty();

  IcmpErrorBuilder(String reporter, Packet about, ErrorType errorType) {
    super(Endpoint.of(reporter), Endpoint.of(about.ip().src().text()));
    this.about = about;
    this.errorType = errorType;
  }

  /** The TTL of the quoted packet, 0 to 255; that of the original packet by default. */
  public IcmpErrorBuilder quotedTtl(int value) {
    quotedTtl = OptionalInt.of(Checks.range("quoted ttl", value, 255));
    return this;
  }

  IcmpErrorBuilder mtu(int value) {
    mtu = OptionalInt.of(Checks.range("mtu", value, 65535));
    return this;
  }

  @Override
  int protocol() {
    return isIpv6() ? 58 : 1;
  }

  @Override
  int payloadBytes() {
    return 8 + Math.min(aboutBytes(), isIpv6() ? QUOTABLE_IPV6 : QUOTABLE);
  }

  private int aboutBytes() {
    return about.ip().length().orElse(0) + (isIpv6() ? 40 : 0);
  }

  @Override
  Payload payload() {
    boolean six = isIpv6();
    boolean port = errorType == ErrorType.PORT_UNREACHABLE;
    boolean named = six ? errorType != ErrorType.TOO_BIG : errorType != ErrorType.TIME_EXCEEDED;
    return new IcmpMessage(
        six ? Family.ICMP6 : Family.ICMP,
        OptionalInt.of(type(six)),
        OptionalInt.of(code(six)),
        OptionalInt.empty(),
        OptionalInt.empty(),
        six ? OptionalInt.empty() : OptionalInt.of(payloadBytes()),
        six ? Checksum.CORRECT : Checksum.NOT_PRINTED,
        six ? words6() : words4(),
        named ? Optional.of(subject()) : Optional.empty(),
        port ? OptionalInt.of(port()) : OptionalInt.empty(),
        port ? about.ip().protocol() : OptionalInt.empty(),
        Optional.empty(),
        errorType == ErrorType.TOO_BIG ? OptionalLong.of(mtu.orElse(0)) : OptionalLong.empty(),
        six ? Optional.empty() : Optional.of(quoted()));
  }

  private Host subject() {
    return about.ip().dst();
  }

  private int type(boolean six) {
    return switch (errorType) {
      case TIME_EXCEEDED -> six ? 3 : 11;
      case TOO_BIG -> six ? 2 : 3;
      default -> six ? 1 : 3;
    };
  }

  private int code(boolean six) {
    return switch (errorType) {
      case TIME_EXCEEDED, NET_UNREACHABLE -> 0;
      case HOST_UNREACHABLE -> six ? 3 : 1;
      case PORT_UNREACHABLE -> six ? 4 : 3;
      case ADMIN_PROHIBITED -> six ? 1 : 13;
      case TOO_BIG -> six ? 0 : 4;
    };
  }

  private String words4() {
    return switch (errorType) {
      case TIME_EXCEEDED -> "time exceeded in-transit";
      case NET_UNREACHABLE -> "net " + subject() + " unreachable";
      case HOST_UNREACHABLE -> "host " + subject() + " unreachable";
      case PORT_UNREACHABLE -> subject() + " " + portWords() + " unreachable";
      case ADMIN_PROHIBITED -> "host " + subject() + " unreachable - admin prohibited filter";
      case TOO_BIG ->
          subject()
              + " unreachable - need to frag"
              + (mtu.orElse(0) == 0 ? "" : " (mtu " + mtu.getAsInt() + ")");
    };
  }

  private String words6() {
    return switch (errorType) {
      case TIME_EXCEEDED -> "time exceeded in-transit for " + subject();
      case NET_UNREACHABLE -> "destination unreachable, unreachable route " + subject();
      case HOST_UNREACHABLE -> "destination unreachable, unreachable address " + subject();
      case PORT_UNREACHABLE ->
          "destination unreachable, unreachable port, " + subject() + " " + portWords();
      case ADMIN_PROHIBITED -> "destination unreachable,  unreachable prohibited " + subject();
      case TOO_BIG -> "packet too big, mtu " + mtu.orElse(0);
    };
  }

  private String portWords() {
    return (about.ip().protocol().orElse(0) == TCP ? "tcp" : "udp") + " port " + port();
  }

  private int port() {
    Port port =
        about
            .payload()
            .targetPort()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("a packet without ports cannot find one closed"));
    return port.number().orElse(0);
  }

  private InnerPacket quoted() {
    boolean cut = aboutBytes() > QUOTABLE;
    Payload payload = about.payload();
    // A checksum over bytes that are missing cannot be checked, so tcpdump says nothing of it.
    if (cut && payload instanceof TcpSegment tcp) {
      payload = tcp.withChecksum(Checksum.NOT_PRINTED);
    }
    return new InnerPacket(quotedHeader(), about.extensions(), payload);
  }

  private IpHeader quotedHeader() {
    if (quotedTtl.isEmpty() || !(about.ip() instanceof Ipv4Header ip)) {
      return about.ip();
    }
    return ip.withTtl(quotedTtl);
  }
}
