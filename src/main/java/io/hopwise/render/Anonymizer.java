package io.hopwise.render;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.device.DeviceNote;
import io.hopwise.packet.device.F5Trailer;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import io.hopwise.text.RecordText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces everything that identifies hosts and people, consistently and at every depth: in
 * headers, quoted packets, tunnels, options and tcpdump's own words.
 *
 * <ul>
 *   <li>Addresses map one to one and keep common prefixes: two addresses share as many leading bits
 *       afterwards as before. Private and link-local addresses stay private and link-local.
 *       Loopback, unspecified, broadcast and multicast addresses do not change.
 *   <li>Names map label by label, so that hosts of one domain still share a domain.
 *   <li>Link-layer addresses of stations map to locally administered ones.
 *   <li>Application text, dumps, rejects, and the detail lines of protocols other than IP and ICMP
 *       are dropped, because they may hold anything.
 *   <li>Of a checksum only "correct" is kept: its value would confirm a guess at the addresses.
 *   <li>Keys, digests, cookies and tunnel identifiers become zeros. Untyped text keeps only words
 *       that tcpdump itself prints; quoted strings and all other words are masked.
 * </ul>
 *
 * <p>TTLs, ports, lengths, flags, sequence numbers, TCP timestamps, IP ids and VLANs do not change,
 * so the findings are the same. Times do not change unless a shift is given. The same secret gives
 * the same replacements in every run; whoever knows the secret can search for an address. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class Anonymizer {
  private static final Pattern TRUNCATION = Pattern.compile("\\s*\\[\\|[\\w -]+]");
  private static final Pattern NAMED_PORT = Pattern.compile("(?<= port )[^ ]+(?= unreachable)");

  /** Lines of bytes in hexadecimal, printed with {@code -vvv}. */
  private static final Pattern DUMP = Pattern.compile("\n[ \t]*0x[0-9a-f]{4}: .*");

  private final AnonymousNames names;
  private final MaskedText masked;
  private final AnonymousOptions options;
  private final AnonymousNotices notices;
  private final TimeShift shift;
  private final TcpdumpRenderer renderer = TcpdumpRenderer.create();

  /**
   * An anonymiser that leaves times as they are.
   *
   * @param secret any text; the same secret gives the same replacements. Use a long random one if
   *     the result is published
   */
  public Anonymizer(String secret) {
    this(secret, TimeShift.NONE);
  }

  /**
   * An anonymiser that also shifts times.
   *
   * @param secret any text; the same secret gives the same replacements. Use a long random one if
   *     the result is published
   * @param shift how far to move every time
   */
  public Anonymizer(String secret, TimeShift shift) {
    names = new AnonymousNames(Hashing.sha256().hashString(secret, UTF_8).asBytes());
    masked = new MaskedText(names);
    options = new AnonymousOptions(masked);
    notices = new AnonymousNotices(names, masked);
    this.shift = shift;
  }

  /**
   * The entry without anything that identifies hosts or people; empty for a reject, which may hold
   * anything.
   *
   * @param entry any entry of a capture
   */
  public Optional<Entry> anonymize(Entry entry) {
    if (entry instanceof Packet packet) {
      return Optional.of(anonymize(packet));
    }
    if (entry instanceof OtherRecord other) {
      return Optional.of(other(other));
    }
    return entry instanceof Notice notice ? Optional.of(notice(notice)) : Optional.empty();
  }

  /**
   * The packet without anything that identifies hosts or people; its text is what {@link
   * TcpdumpRenderer} prints.
   */
  public Packet anonymize(Packet packet) {
    Packet mapped =
        new Packet(
            RecordText.NONE,
            packet.number(),
            packet.time().map(shift::moved),
            link(packet.link()),
            header(packet.ip()),
            extensions(packet.extensions()),
            payload(packet.ip(), packet.payload()),
            "");
    return mapped.withText(newText(packet.text(), renderer.render(mapped)));
  }

  private OtherRecord other(OtherRecord other) {
    OtherRecord mapped =
        new OtherRecord(
            RecordText.NONE,
            other.number(),
            other.time().map(shift::moved),
            link(other.link()),
            masked.free(firstLine(other.description())));
    RecordText text = newText(other.text(), renderer.render(mapped));
    return new OtherRecord(
        text, mapped.number(), mapped.time(), mapped.link(), mapped.description());
  }

  private Notice notice(Notice notice) {
    return new Notice(
        newText(notice.text(), notices.text(notice)),
        notice.kind(),
        notice.count(),
        notices.subject(notice),
        notice.linkType(),
        notice.snapshotLength(),
        notice.place().map(names::name));
  }

  /** How many lines: they end in LF, CRLF or CR, and the last may have no end. */
  private static int lines(String text) {
    int lines = 0;
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      boolean feed = text.charAt(i) == '\n';
      boolean within = feed && i > 0 && text.charAt(i - 1) == '\r';
      boolean ends = (feed && !within) || text.charAt(i) == '\r';
      lines += ends ? 1 : 0;
      open = !ends && !within;
    }
    return open ? lines + 1 : lines;
  }

  private static RecordText newText(RecordText old, String text) {
    int lines = lines(text);
    byte[] bytes = text.getBytes(UTF_8);
    return old.isAmbiguous()
        ? RecordText.wrapAmbiguous(old.firstLine(), lines, bytes)
        : RecordText.wrap(old.firstLine(), lines, bytes);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** A link-layer address, or without {@code -n} the name of a host. */
  private String station(String address) {
    boolean named = address.indexOf(':') < 0 && !address.equals("Broadcast");
    return named ? names.host(new Host(address)).text() : masked.ofHeader(address);
  }

  private LinkLayer link(LinkLayer link) {
    return new LinkLayer(
        link.interfaceName().map(names::interfaceName),
        link.direction(),
        link.src().map(this::station),
        link.dst().map(this::station),
        link.ethertype(),
        link.vlan(),
        linkText(link),
        link.device().map(this::device));
  }

  /** Some of F5's fields hold addresses, and the name of the virtual server may name a customer. */
  private DeviceNote device(DeviceNote note) {
    if (note instanceof F5Trailer f5) {
      return new F5Trailer(
          f5.direction(), f5.process(), Optional.empty(), f5.port(), f5.trunk(), ImmutableMap.of());
    }
    return note;
  }

  /** Starts with the interface, whose name may look like a word, a number or an address. */
  private String linkText(LinkLayer link) {
    String name = link.interfaceName().orElse("");
    return link.text().startsWith(name)
        ? names.interfaceName(name) + masked.ofHeader(link.text().substring(name.length()))
        : masked.ofHeader(link.text());
  }

  private IpHeader header(IpHeader header) {
    Host src = names.host(header.src());
    Host dst = names.host(header.dst());
    if (header instanceof Ipv4Header ip) {
      return new Ipv4Header(
          src,
          dst,
          ip.tos(),
          ip.ttl(),
          ip.id(),
          ip.offset(),
          ip.flags(),
          ip.protocol(),
          ip.length(),
          checksum(ip.checksum()),
          masked.ofHeader(ip.options()),
          masked.ofHeader(ip.note()));
    }
    Ipv6Header ip = (Ipv6Header) header;
    return new Ipv6Header(
        src,
        dst,
        ip.trafficClass(),
        ip.flowLabel(),
        ip.hopLimit(),
        ip.nextHeader(),
        ip.payloadLength(),
        masked.ofHeader(ip.note()));
  }

  private ImmutableList<ExtensionHeader> extensions(ImmutableList<ExtensionHeader> headers) {
    return headers.stream()
        .map(header -> new ExtensionHeader(header.name(), masked.ofHeader(header.text())))
        .collect(toImmutableList());
  }

  private Payload payload(IpHeader ip, Payload payload) {
    if (payload instanceof TcpSegment tcp) {
      return segment(tcp);
    }
    if (payload instanceof UdpDatagram udp) {
      return datagram(ip, udp);
    }
    if (payload instanceof IcmpMessage icmp) {
      return message(icmp);
    }
    if (payload instanceof Tunnel tunnel) {
      return new Tunnel(masked.ofHeader(tunnel.text()), inner(tunnel.inner()));
    }
    if (payload instanceof OpaquePayload opaque) {
      String words = masked.free(firstLine(opaque.text()));
      return new OpaquePayload(
          opaque.srcPort().map(names::port), opaque.dstPort().map(names::port), words);
    }
    return payload;
  }

  private InnerPacket inner(InnerPacket inner) {
    return new InnerPacket(
        header(inner.ip()), extensions(inner.extensions()), payload(inner.ip(), inner.payload()));
  }

  private TcpSegment segment(TcpSegment tcp) {
    return tcp.withPorts(names.port(tcp.srcPort()), names.port(tcp.dstPort()))
        .withChecksum(checksum(tcp.checksum()))
        .withOptions(options.of(tcp.options()))
        .withText(withoutApplication(tcp.text()));
  }

  private UdpDatagram datagram(IpHeader ip, UdpDatagram udp) {
    Optional<InnerPacket> inner = udp.inner().map(this::inner);
    String words = inner.isPresent() ? masked.ofHeader(udp.text()) : withoutApplication(udp.text());
    boolean printed = udp.length().isPresent() || inner.isPresent() || !words.isEmpty();
    OptionalInt length = printed ? udp.length() : lengthOf(ip);
    return new UdpDatagram(
        names.port(udp.srcPort()),
        names.port(udp.dstPort()),
        length,
        checksum(udp.checksum()),
        words,
        inner);
  }

  /** The length tcpdump prints if no application printer does. */
  private static OptionalInt lengthOf(IpHeader ip) {
    int headers = ip.version() == 4 ? 20 + 8 : 8;
    return OptionalInt.of(Math.max(0, ip.length().orElse(headers) - headers));
  }

  private IcmpMessage message(IcmpMessage icmp) {
    Optional<Host> subject = icmp.subject().map(names::host);
    Optional<Host> gateway = icmp.gateway().map(names::host);
    return icmp.withChecksum(checksum(icmp.checksum()))
        .withText(words(icmp))
        .withHosts(subject, gateway)
        .withQuoted(icmp.quoted().map(this::inner));
  }

  /** After its first line ICMPv6 prints options: a description of each, and its bytes. */
  private String words(IcmpMessage icmp) {
    String withoutDumps = DUMP.matcher(icmp.text()).replaceAll("");
    Matcher port = NAMED_PORT.matcher(withoutDumps);
    return masked.ofHeader(
        icmp.port().isPresent() && port.find()
            ? port.replaceFirst(Integer.toString(icmp.port().getAsInt()))
            : withoutDumps);
  }

  /**
   * The value of a checksum would confirm a guess at the addresses; that it is correct does not.
   */
  private static Checksum checksum(Checksum checksum) {
    if (checksum instanceof Checksum.Correct) {
      return Checksum.CORRECT;
    }
    return checksum instanceof Checksum.Incorrect ? Checksum.NOT_PRINTED : checksum;
  }

  private static String withoutApplication(String text) {
    return TRUNCATION.matcher(text).matches() ? text : "";
  }
}
