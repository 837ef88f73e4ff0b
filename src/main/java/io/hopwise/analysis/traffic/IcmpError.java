package io.hopwise.analysis.traffic;

import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.observation.PacketObserver;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Port;
import io.hopwise.packet.ip.IpHeader;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is remembered of an ICMP error.
 *
 * @param error the packet; its source is the device that sent it
 * @param family ICMP or ICMPv6
 * @param type the message type, 0 to 255, where the words name it
 * @param code the message code, 0 to 255, where the words name it
 * @param text tcpdump's words for the message
 * @param quotedSource who is said to have sent the packet it is about, where quoted
 * @param quotedTarget where that packet was going, where quoted or named
 * @param quotedTtl the TTL that packet had left when it got there, where quoted
 * @param namedPort the TCP port that the words name instead, 0 to 65535: of the packet's receiver
 * @param protocol that packet's IP protocol, 0 to 255, where quoted or named
 * @param targetPort the port it was going to, where quoted or named
 * @param mtu how large it may be, in bytes, where the error says that it is too big
 * @since 0.1
 */
public record IcmpError(
    ObservedPacket error,
    IcmpMessage.Family family,
    OptionalInt type,
    OptionalInt code,
    String text,
    Optional<String> quotedSource,
    Optional<String> quotedTarget,
    OptionalInt quotedTtl,
    OptionalInt namedPort,
    OptionalInt protocol,
    Optional<Port> targetPort,
    OptionalLong mtu) {

  private static final int TCP = 6;

  /** Whether the packet died of its TTL: what traceroute asks for. */
  public boolean isTimeExceeded() {
    return type.orElse(-1) == (family == IcmpMessage.Family.ICMP ? 11 : 3);
  }

  /** Whether it says that the packet cannot be delivered. */
  public boolean isUnreachable() {
    return type.orElse(-1) == (family == IcmpMessage.Family.ICMP ? 3 : 1);
  }

  /** Whether it says that nobody listens on the port. */
  public boolean isPortUnreachable() {
    return isUnreachable() && code.orElse(-1) == (family == IcmpMessage.Family.ICMP ? 3 : 4);
  }

  /** Whether it says that the host or its network cannot be reached, whatever was sent there. */
  public boolean isHostUnreachable() {
    int what = code.orElse(-1);
    boolean four = family == IcmpMessage.Family.ICMP;
    return isUnreachable() && (what == 0 || what == (four ? 1 : 3));
  }

  /** Whether it says that the packet is too big for the next link. */
  public boolean isTooBig() {
    boolean four = family == IcmpMessage.Family.ICMP;
    return four ? isUnreachable() && code.orElse(-1) == 4 : type.orElse(-1) == 2;
  }

  /** What an ICMP error says; {@code tunnel} is the one it was seen in, empty for none. */
  public static IcmpError of(IcmpMessage message, ObservedPacket error, String tunnel) {
    IpHeader quoted = message.quoted().map(InnerPacket::ip).orElse(null);
    return new IcmpError(
        error,
        message.family(),
        message.type(),
        message.code(),
        message.text(),
        quoted == null ? Optional.empty() : Optional.of(quoted.src().text() + tunnel),
        quoted == null
            ? message.subject().map(subject -> subject.text() + tunnel)
            : Optional.of(quoted.dst().text() + tunnel),
        quoted == null ? OptionalInt.empty() : quoted.ttl(),
        quoted == null ? tcpPort(message) : OptionalInt.empty(),
        quotedProtocol(message),
        message
            .quoted()
            .map(inner -> inner.payload().targetPort())
            .orElseGet(() -> message.port().stream().mapToObj(Port::of).findFirst()),
        message.mtu());
  }

  private static OptionalInt quotedProtocol(IcmpMessage message) {
    OptionalInt quoted = message.quoted().map(IcmpError::protocolOf).orElse(OptionalInt.empty());
    return quoted.isPresent() ? quoted : message.portProtocol();
  }

  private static OptionalInt protocolOf(InnerPacket inner) {
    int number = PacketObserver.protocol(inner.ip(), inner.payload());
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static OptionalInt tcpPort(IcmpMessage message) {
    return message.portProtocol().orElse(-1) == TCP ? message.port() : OptionalInt.empty();
  }

  /** The same about another packet. */
  IcmpError of(ObservedPacket newError) {
    return new IcmpError(
        newError,
        family,
        type,
        code,
        text,
        quotedSource,
        quotedTarget,
        quotedTtl,
        namedPort,
        protocol,
        targetPort,
        mtu);
  }

  /** What two errors of one device have in common that are counted together. */
  record GroupKey(
      OptionalInt type,
      OptionalInt code,
      OptionalInt protocol,
      Optional<String> target,
      Optional<Port> port,
      OptionalLong mtu) {}

  /**
   * ICMP errors of one device that say the same of the same.
   *
   * @param first the first one
   * @param count how many there are
   */
  public record Group(IcmpError first, long count) {}

  /**
   * The two ends of the packet that an ICMP error quotes.
   *
   * @param src the address or name that is said to have sent it
   * @param srcPort the port it was sent from, if it has one
   * @param dst where it was going
   * @param dstPort the port it was going to, if it has one
   * @param protocol its IP protocol, 0 to 255, where printed
   */
  public record Quoted(
      String src,
      Optional<Port> srcPort,
      String dst,
      Optional<Port> dstPort,
      OptionalInt protocol) {
    /** The ends of a packet; {@code tunnel} is the one its ICMP error was seen in. */
    public static Quoted of(InnerPacket inner, String tunnel) {
      return new Quoted(
          PacketFacts.host(inner.ip().src()) + tunnel,
          inner.payload().sourcePort(),
          PacketFacts.host(inner.ip().dst()) + tunnel,
          inner.payload().targetPort(),
          protocolOf(inner));
    }
  }

  GroupKey groupKey() {
    return new GroupKey(type, code, protocol, quotedTarget, targetPort, mtu);
  }

  /** Whether the packet it is about was going to this host. */
  public boolean isTo(String host) {
    return quotedTarget.isPresent() && quotedTarget.get().equals(host);
  }

  /** Whether it names the receiver of the packet it is about, and no more than that. */
  public boolean namesHostAlone() {
    return quotedSource.isEmpty() && namedPort.isEmpty();
  }

  /** Whether by its words alone it may be about a SYN: no other protocol, not its size. */
  public static boolean mayConcernSyn(IcmpMessage message) {
    int type = message.type().orElse(-1);
    int code = message.code().orElse(-1);
    boolean tcp = message.portProtocol().orElse(-1) == TCP;
    if (message.family() == IcmpMessage.Family.ICMP) {
      return type == 3 && (tcp || code < 2 || code > 4);
    }
    return type == 1 && (tcp || code != 4);
  }
}
