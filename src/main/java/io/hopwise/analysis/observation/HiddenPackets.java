package io.hopwise.analysis.observation;

import com.google.common.collect.ImmutableSet;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Port;
import io.hopwise.packet.UdpDatagram;

/**
 * Finds in the hex dump of a datagram that tcpdump does not know the IP packet that it carries: in
 * FOU, GUE, or a tunnel of somebody's own.
 *
 * <p>A header counts if its version, its header length and its checksum fit, and its length lies
 * within the datagram; an IPv6 header, which has no checksum, if its length fills the datagram. A
 * random payload of 1,400 bytes has such a header once in a million.
 */
final class HiddenPackets {
  /** The longest headers of a link, of IP and of UDP, of a tunnel, and of the packet in it. */
  private static final int LOOKED_AT = 64 + 60 + 8 + 40 + 60;

  private static final int MOST_LINK = 64;

  /** The longest header of a tunnel's own, with an Ethernet header behind it. */
  private static final int MOST_TUNNEL = 40;

  private static final int UDP = 17;
  private static final int UDP_HEADER = 8;
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;

  /** The next headers that packets begin with: TCP, UDP, ICMPv6, fragments, ESP, options. */
  private static final ImmutableSet<Integer> NEXT_HEADERS = ImmutableSet.of(6, 17, 58, 44, 50, 0);

  private final byte[] bytes;

  private HiddenPackets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the dump of a packet shows another in the datagram, of so many bytes, that it is. */
  static boolean isIn(Packet packet, UdpDatagram datagram, int size) {
    String dump = packet.dump();
    if (dump.isEmpty()) {
      return false;
    }
    HiddenPackets dumped = new HiddenPackets(HexDump.bytes(dump, LOOKED_AT));
    int payload = dumped.payload(datagram, size);
    for (int at = payload; payload > 0 && at <= payload + MOST_TUNNEL; at++) {
      int room = payload + size - at;
      boolean aligned = (at - payload) % 4 == 0;
      if (dumped.isIpv4(at, room) || (aligned && dumped.isIpv6(at, room))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where the datagram's payload begins, 0 if it is not found: -xx dumps the link's header, too.
   */
  private int payload(UdpDatagram datagram, int size) {
    for (int link = 0; link <= MOST_LINK; link++) {
      int udp = link + ipHeader(link);
      if (udp > link
          && udp + UDP_HEADER <= bytes.length
          && isPort(datagram.srcPort(), udp)
          && isPort(datagram.dstPort(), udp + 2)
          && number(udp + 4) == size + UDP_HEADER) {
        return udp + UDP_HEADER;
      }
    }
    return 0;
  }

  /** How long the header of an IP packet with a datagram is that may begin here; 0 if none does. */
  private int ipHeader(int at) {
    if (at + IPV6_HEADER > bytes.length) {
      return 0;
    }
    int version = (bytes[at] & 0xff) >> 4;
    if (version == 6) {
      return bytes[at + 6] == UDP ? IPV6_HEADER : 0;
    }
    return version == 4 && bytes[at + 9] == UDP ? (bytes[at] & 0xf) * 4 : 0;
  }

  private boolean isPort(Port port, int at) {
    return port.number().isEmpty() || port.number().getAsInt() == number(at);
  }

  private boolean isIpv4(int at, int room) {
    if (at + IPV4_HEADER > bytes.length || (bytes[at] & 0xff) >> 4 != 4) {
      return false;
    }
    int header = (bytes[at] & 0xf) * 4;
    int length = number(at + 2);
    boolean fits = header >= IPV4_HEADER && length > header && length <= room;
    return fits && at + header <= bytes.length && sum(at, header) == 0xffff;
  }

  private int sum(int at, int length) {
    int sum = 0;
    for (int i = at; i < at + length; i += 2) {
      sum += number(i);
    }
    return (sum & 0xffff) + (sum >> 16);
  }

  private boolean isIpv6(int at, int room) {
    if (at + IPV6_HEADER > bytes.length || (bytes[at] & 0xff) >> 4 != 6) {
      return false;
    }
    boolean addresses = bytes[at + 8] != 0 && bytes[at + 8] != -1 && bytes[at + 24] != 0;
    boolean hops = bytes[at + 7] != 0;
    return addresses
        && hops
        && NEXT_HEADERS.contains(bytes[at + 6] & 0xff)
        && number(at + 4) + IPV6_HEADER == room;
  }

  private int number(int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
