package io.hopwise.analysis.observation;

import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Port;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.device.DeviceNote;
import io.hopwise.packet.device.PfLog;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.text.RecordText;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a packet that judging needs. A number that was not printed is -1.
 *
 * <p>It does not hold the packet itself: while it waits for the thread that judges, the garbage
 * collector would have to trace the packet's many small objects.
 *
 * @since 0.1
 */
public final class PacketFacts {
  /** No name in the DNS is longer, however it is escaped. */
  private static final int LONGEST_HOST = 1024;

  public final RecordText text;
  public final Optional<PrintedTime> time;

  /** The message, if it is an ICMP error. */
  public final @Nullable IcmpMessage error;

  /** The tunnel it was seen in, which is appended to both hosts' names; empty outside tunnels. */
  public final String tunnel;

  public final String src;
  public final String dst;
  public final @Nullable Port srcPort;
  public final @Nullable Port dstPort;
  public final int srcCode;
  public final int dstCode;
  public final int protocol;

  /** Its kind, before it is known whether it went to a group. */
  public final PacketKind kind;

  /** What a packet filter that logged it says of it, if one did. */
  public final @Nullable PfLog logged;

  /** The two link-layer addresses; null where none is printed. */
  public final @Nullable LinkEnds link;

  public final InOrOut direction;
  public final @Nullable String interfaceName;
  public final PrintedTime.@Nullable Form timeForm;
  public final long printedNanos;
  public final OptionalInt printedTtl;
  public final short ttl;
  public final int ipLength;
  public final int id;
  public final byte df;
  public final long seq;
  public final long seqEnd;
  public final long ack;
  public final int window;
  public final int length;

  /** The bytes after the TCP, UDP or ICMP header. */
  public final int payload;

  public final short flags;
  public final boolean timestamps;

  /**
   * Whether its TCP checksum does not fit: mostly it was sent here, before the card filled it in.
   */
  public final boolean badSum;

  /** Whether it was printed with {@code -q}: of a TCP segment the length alone. */
  public final boolean quiet;

  public PacketFacts(Packet packet) {
    this(packet, packet, "");
  }

  /**
   * What the headers of a packet say that another carries.
   *
   * @param record the captured packet, whose lines and time are the other's, too
   * @param packet the carried packet, or the captured one itself
   * @param tunnel in which tunnel it is, empty for the captured packet
   */
  PacketFacts(Packet record, IpPacket packet, String tunnel) {
    text = record.text();
    time = record.time();
    this.tunnel = tunnel;
    src = host(packet.ip().src(), tunnel);
    dst = host(packet.ip().dst(), tunnel);
    srcPort = packet.payload().sourcePort().orElse(null);
    dstPort = packet.payload().targetPort().orElse(null);
    srcCode = PacketObserver.code(srcPort);
    dstCode = PacketObserver.code(dstPort);
    protocol = PacketObserver.protocol(packet.ip(), packet.payload());
    kind = PacketObserver.kind(packet);
    direction = tunnel.isEmpty() ? PacketObserver.direction(record) : InOrOut.UNKNOWN;
    DeviceNote device = record.link().device().orElse(null);
    logged = device instanceof PfLog log ? log : null;
    link = tunnel.isEmpty() ? PacketObserver.link(record.link()) : null;
    interfaceName = record.link().interfaceName().orElse(null);
    PrintedTime printed = time.orElse(null);
    timeForm = printed == null ? null : printed.form();
    printedNanos = printed == null ? 0 : printed.nanos();
    printedTtl = packet.ip().ttl();
    ttl = (short) printedTtl.orElse(-1);
    ipLength = packet.ip().length().orElse(-1);
    Ipv4Header v4 = packet.ip() instanceof Ipv4Header header ? header : null;
    id = v4 == null ? -1 : v4.id().orElse(-1);
    df = v4 == null ? -1 : PacketObserver.dontFragment(v4);
    TcpSegment tcp = packet.payload() instanceof TcpSegment segment ? segment : null;
    IcmpMessage icmp = packet.payload() instanceof IcmpMessage message ? message : null;
    error = kind == PacketKind.ICMP_ERROR ? icmp : null;
    seq = tcp != null ? tcp.seq().orElse(-1) : icmp != null ? icmp.seq().orElse(-1) : -1;
    seqEnd = tcp == null ? -1 : tcp.seqEnd().orElse(-1);
    ack = tcp != null ? tcp.ack().orElse(-1) : icmp != null ? icmp.id().orElse(-1) : -1;
    window = tcp == null ? -1 : tcp.window().orElse(-1);
    length = tcp == null ? -1 : tcp.length().orElse(-1);
    payload = tcp != null ? length : PacketObserver.payload(packet);
    flags = tcp == null ? -1 : PacketObserver.flags(tcp);
    quiet = tcp != null && flags < 0 && length >= 0 && seq < 0;
    badSum = tcp != null && tcp.checksum() instanceof Checksum.Incorrect;
    timestamps = tcp != null && PacketObserver.hasTimestamps(tcp.options());
  }

  /**
   * A host in a tunnel. Outside tunnels it stays the same string, which knows its hash code: that
   * is asked twice a packet (src/jmh/commands.py, analyze).
   */
  private static String host(Host host, String tunnel) {
    return tunnel.isEmpty() ? host(host) : host(host) + tunnel;
  }

  /** A host as it is remembered. */
  public static String host(Host host) {
    String text = host.text();
    return text.length() <= LONGEST_HOST ? text : text.substring(0, LONGEST_HOST);
  }
}
