package io.hopwise.packet;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.text.RecordText;
import io.hopwise.text.SafeText;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A captured IP packet.
 *
 * @param text the lines it was read from
 * @param number the packet number, 1 or more, printed with {@code tcpdump -#}
 * @param time when it was captured, absent with {@code tcpdump -t}
 * @param link what was printed between the time and the IP header, or {@link LinkLayer#NONE}
 * @param ip the IP header
 * @param extensions IPv6 extension headers and AH, outermost first
 * @param payload what the packet carries; never absent, an {@link OpaquePayload} if not typed
 * @param dump the hex or ASCII dump of {@code tcpdump -x -X -A} with its line ends, empty if there
 *     is none
 * @since 0.1
 */
public record Packet(
    RecordText text,
    OptionalLong number,
    Optional<PrintedTime> time,
    LinkLayer link,
    IpHeader ip,
    ImmutableList<ExtensionHeader> extensions,
    Payload payload,
    String dump)
    implements Entry, IpPacket {

  /**
   * Whether the other packet is equal but for its text: where it was read and how it was printed.
   */
  public boolean hasSameContentAs(Packet other) {
    return withText(RecordText.NONE).equals(other.withText(RecordText.NONE));
  }

  /** This packet, read from other lines. */
  public Packet withText(RecordText newText) {
    return new Packet(newText, number, time, link, ip, extensions, payload, dump);
  }

  /** This packet, with another number. */
  public Packet withNumber(OptionalLong newNumber) {
    return new Packet(text, newNumber, time, link, ip, extensions, payload, dump);
  }

  /** This packet, with another IP header. */
  public Packet withIp(IpHeader newIp) {
    return new Packet(text, number, time, link, newIp, extensions, payload, dump);
  }

  /** This packet, with another payload. */
  public Packet withPayload(Payload newPayload) {
    return new Packet(text, number, time, link, ip, extensions, newPayload, dump);
  }

  /** The lines it was read from, safe to show; for a made packet who sent what to whom. */
  @Override
  public String toString() {
    return text.length() > 0
        ? text.shown()
        : SafeText.line(
            end(ip.src().text(), payload.sourcePort())
                + " > "
                + end(ip.dst().text(), payload.targetPort())
                + (ip.ttl().isPresent() ? ", TTL " + ip.ttl().getAsInt() : "")
                + ", "
                + payload);
  }

  private static String end(String host, Optional<Port> port) {
    return port.isEmpty() ? host : host + "." + port.get();
  }

  /** This packet, with another dump. */
  public Packet withDump(String newDump) {
    return new Packet(text, number, time, link, ip, extensions, payload, newDump);
  }
}
