package io.hopwise.packet;

import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Host;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An ICMP or ICMPv6 message.
 *
 * @param family ICMP (IPv4) or ICMPv6
 * @param type the message type, 0 to 255, if tcpdump's words determine it
 * @param code the message code, 0 to 255, if tcpdump's words determine it
 * @param id the identifier of an echo or time stamp, 0 to 65535
 * @param seq the sequence number of an echo or time stamp, 0 to 65535
 * @param length bytes of the message, header included, where printed
 * @param checksum incorrect is always printed, correct for ICMPv6 only
 * @param text tcpdump's words for the message, such as {@code echo reply}, {@code host 192.0.2.9
 *     unreachable - admin prohibited filter}, without id, seq and length, and the text that follows
 * @param subject the host the message is about: the original destination of an unreachable, the
 *     target of a solicitation
 * @param port the port found closed, 0 to 65535, of a port unreachable
 * @param portProtocol the protocol number of that port: 6 or 17
 * @param gateway the gateway a redirect names
 * @param mtu the next hop's MTU in bytes, of need to frag (0 to 65535) and packet too big (0 to
 *     4294967295)
 * @param quoted the packet that caused an error, as far as it was quoted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792">RFC 792</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443">RFC 4443</a>
 * @since 0.1
 */
public record IcmpMessage(
    Family family,
    OptionalInt type,
    OptionalInt code,
    OptionalInt id,
    OptionalInt seq,
    OptionalInt length,
    Checksum checksum,
    String text,
    Optional<Host> subject,
    OptionalInt port,
    OptionalInt portProtocol,
    Optional<Host> gateway,
    OptionalLong mtu,
    Optional<InnerPacket> quoted)
    implements Payload {

  /** The protocol family. */
  public enum Family {
    /** ICMP, IP protocol 1. */
    ICMP,
    /** ICMPv6, IP protocol 58. */
    ICMP6
  }

  /** This message, with another type and code. */
  public IcmpMessage withType(OptionalInt newType, OptionalInt newCode) {
    return new IcmpMessage(
        family,
        newType,
        newCode,
        id,
        seq,
        length,
        checksum,
        text,
        subject,
        port,
        portProtocol,
        gateway,
        mtu,
        quoted);
  }

  /** This message, with another checksum. */
  public IcmpMessage withChecksum(Checksum newChecksum) {
    return new IcmpMessage(
        family,
        type,
        code,
        id,
        seq,
        length,
        newChecksum,
        text,
        subject,
        port,
        portProtocol,
        gateway,
        mtu,
        quoted);
  }

  /** This message, with another text. */
  public IcmpMessage withText(String newText) {
    return new IcmpMessage(
        family,
        type,
        code,
        id,
        seq,
        length,
        checksum,
        newText,
        subject,
        port,
        portProtocol,
        gateway,
        mtu,
        quoted);
  }

  /** This message, about another host and with another gateway. */
  public IcmpMessage withHosts(Optional<Host> newSubject, Optional<Host> newGateway) {
    return new IcmpMessage(
        family,
        type,
        code,
        id,
        seq,
        length,
        checksum,
        text,
        newSubject,
        port,
        portProtocol,
        newGateway,
        mtu,
        quoted);
  }

  /** This message, quoting another packet. */
  public IcmpMessage withQuoted(Optional<InnerPacket> newQuoted) {
    return new IcmpMessage(
        family,
        type,
        code,
        id,
        seq,
        length,
        checksum,
        text,
        subject,
        port,
        portProtocol,
        gateway,
        mtu,
        newQuoted);
  }

  /** Whether the message reports an error about another packet, rather than asking or answering. */
  public boolean isError() {
    if (type.isEmpty()) {
      return false;
    }
    int number = type.getAsInt();
    return switch (family) {
      case ICMP -> number == 3 || number == 4 || number == 5 || number == 11 || number == 12;
      case ICMP6 -> number < 128;
    };
  }

  /** Whether this is an echo request. */
  public boolean isEchoRequest() {
    return type.isPresent() && type.getAsInt() == (family == Family.ICMP ? 8 : 128);
  }

  /** Whether this is an echo reply. */
  public boolean isEchoReply() {
    return type.isPresent() && type.getAsInt() == (family == Family.ICMP ? 0 : 129);
  }
}
