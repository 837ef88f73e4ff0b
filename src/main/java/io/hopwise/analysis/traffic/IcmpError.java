package io.hopwise.analysis.traffic;

import io.hopwise.packet.IcmpMessage;
import java.util.OptionalInt;

/**
 * What is remembered of an ICMP error.
 *
 * @param error the packet; its source is the device that sent it
 * @param family ICMP or ICMPv6
 * @param type the message type, 0 to 255
 * @param code the message code, 0 to 255, or -1 where the words do not tell it
 * @param text tcpdump's words for the message
 * @param quotedSource who is said to have sent the packet it is about; may be empty
 * @param quotedTarget where that packet was going; may be empty
 * @param quotedTtl the TTL that packet had left when it got there, where quoted
 * @param namedPort the TCP port that the words name instead, 0 to 65535: of the packet's receiver
 */
public record IcmpError(
    ObservedPacket error,
    IcmpMessage.Family family,
    int type,
    int code,
    String text,
    String quotedSource,
    String quotedTarget,
    OptionalInt quotedTtl,
    OptionalInt namedPort) {

  private static final int TCP = 6;

  /** Whether the packet died of its TTL: what traceroute asks for. */
  public boolean isTimeExceeded() {
    return family == IcmpMessage.Family.ICMP ? type == 11 : type == 3;
  }

  /** Whether it says that the packet cannot be delivered. */
  public boolean isUnreachable() {
    return family == IcmpMessage.Family.ICMP ? type == 3 : type == 1;
  }

  /** Whether it names the receiver of the packet it is about, and no more than that. */
  public boolean namesHostAlone() {
    return quotedSource.isEmpty() && namedPort.isEmpty();
  }

  /** Whether the words alone tell that it may be about a SYN: no other protocol, not its size. */
  static boolean mayConcernSyn(IcmpMessage message) {
    int type = message.type().orElse(-1);
    int code = message.code().orElse(-1);
    boolean tcp = message.portProtocol().orElse(-1) == TCP;
    if (message.family() == IcmpMessage.Family.ICMP) {
      return type == 3 && (tcp || code < 2 || code > 4);
    }
    return type == 1 && (tcp || code != 4);
  }
}
