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
    Parts parts = new Parts(this);
    parts.type = newType;
    parts.code = newCode;
    return parts.whole();
  }

  /** This message, with another checksum. */
  public IcmpMessage withChecksum(Checksum newChecksum) {
    Parts parts = new Parts(this);
    parts.checksum = newChecksum;
    return parts.whole();
  }

  /** This message, with another text. */
  public IcmpMessage withText(String newText) {
    Parts parts = new Parts(this);
    parts.text = newText;
    return parts.whole();
  }

  /** This message, about another host and with another gateway. */
  public IcmpMessage withHosts(Optional<Host> newSubject, Optional<Host> newGateway) {
    Parts parts = new Parts(this);
    parts.subject = newSubject;
    parts.gateway = newGateway;
    return parts.whole();
  }

  /** This message, quoting another packet. */
  public IcmpMessage withQuoted(Optional<InnerPacket> newQuoted) {
    Parts parts = new Parts(this);
    parts.quoted = newQuoted;
    return parts.whole();
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

  /** The parts of a message, while some are replaced: nothing else repeats their order. */
  private static final class Parts {
    private Family family;
    private OptionalInt type;
    private OptionalInt code;
    private OptionalInt id;
    private OptionalInt seq;
    private OptionalInt length;
    private Checksum checksum;
    private String text;
    private Optional<Host> subject;
    private OptionalInt port;
    private OptionalInt portProtocol;
    private Optional<Host> gateway;
    private OptionalLong mtu;
    private Optional<InnerPacket> quoted;

    Parts(IcmpMessage from) {
      family = from.family;
      type = from.type;
      code = from.code;
      id = from.id;
      seq = from.seq;
      length = from.length;
      checksum = from.checksum;
      text = from.text;
      subject = from.subject;
      port = from.port;
      portProtocol = from.portProtocol;
      gateway = from.gateway;
      mtu = from.mtu;
      quoted = from.quoted;
    }

    IcmpMessage whole() {
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
          quoted);
    }
  }
}
