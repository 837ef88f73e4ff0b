package io.hopwise.render;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import io.hopwise.packet.DeviceNote;
import io.hopwise.packet.Entry;
import io.hopwise.packet.ExtensionHeader;
import io.hopwise.packet.F5Trailer;
import io.hopwise.packet.Host;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.IpHeader;
import io.hopwise.packet.Ipv4Header;
import io.hopwise.packet.Ipv6Header;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.text.RecordText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Replaces what tells who was talking, always the same by the same, at every depth: in headers,
 * quoted packets, tunnels, options and tcpdump's own words.
 *
 * <ul>
 *   <li>Addresses map one to one and keep their prefixes: two addresses share as many leading bits
 *       afterwards as before. Private, link-local and multicast addresses stay such; loopback,
 *       unspecified, broadcast and multicast addresses stay the same.
 *   <li>Names map label by label, so that hosts of one domain keep one domain.
 *   <li>Link-layer addresses of stations map to locally administered ones.
 *   <li>Application text, dumps, and the detail lines of protocols other than IP and ARP are left
 *       out: what they hold cannot be known. So are rejects.
 * </ul>
 *
 * <p>TTLs, ports, numbers, lengths, flags and times stay, and so do findings. The same secret gives
 * the same replacements in every run; who knows the secret can search for an address. Instances are
 * for one thread.
 *
 * @since 0.1
 */
public final class Anonymizer {
  private static final Pattern TRUNCATION = Pattern.compile("\\s*\\[\\|[\\w -]+]");
  private static final Pattern SEARCH_DOMAINS = Pattern.compile("(?<=domain\\(s\\):) .*");

  private final AnonymousNames names;
  private final TcpdumpRenderer renderer = TcpdumpRenderer.create();

  /**
   * An anonymiser whose replacements only its secret can repeat.
   *
   * @param secret any text; a long random one where the result is published
   */
  public Anonymizer(String secret) {
    names = new AnonymousNames(Hashing.sha256().hashString(secret, UTF_8).asBytes());
  }

  /**
   * The entry without what identifies anybody; empty for a reject, of which nothing is known.
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

  /** The packet without what identifies anybody; its text is what {@link TcpdumpRenderer} makes. */
  public Packet anonymize(Packet packet) {
    Packet mapped =
        new Packet(
            RecordText.NONE,
            packet.number(),
            packet.time(),
            link(packet.link()),
            header(packet.ip()),
            extensions(packet.extensions()),
            payload(packet.ip(), packet.payload()),
            "");
    return mapped.withText(newText(packet.text(), renderer.render(mapped)));
  }

  private OtherRecord other(OtherRecord other) {
    boolean arp = other.description().contains("who-has") || other.description().contains("is-at");
    String words = arp ? other.description() : firstLine(other.description());
    OtherRecord mapped =
        new OtherRecord(
            RecordText.NONE, other.number(), other.time(), link(other.link()), names.text(words));
    RecordText text = newText(other.text(), renderer.render(mapped));
    return mapped.withText(text);
  }

  private Notice notice(Notice notice) {
    return new Notice(
        newText(notice.text(), names.text(notice.text().toString())),
        notice.kind(),
        notice.count(),
        notice.subject().map(names::text),
        notice.linkType(),
        notice.snapshotLength(),
        notice.place().map(names::text));
  }

  /** A line ends in LF, CRLF or CR; the last one may lack its end. */
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
    return named ? names.host(new Host(address)).text() : names.text(address);
  }

  private LinkLayer link(LinkLayer link) {
    return new LinkLayer(
        link.interfaceName(),
        link.direction(),
        link.src().map(this::station),
        link.dst().map(this::station),
        link.ethertype(),
        link.vlan(),
        names.text(link.text()),
        link.device().map(this::device));
  }

  /** Of F5's fields some hold addresses, and the virtual server's name may be anybody's. */
  private DeviceNote device(DeviceNote note) {
    if (note instanceof F5Trailer f5) {
      return new F5Trailer(
          f5.direction(), f5.process(), Optional.empty(), f5.port(), f5.trunk(), ImmutableMap.of());
    }
    return note;
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
          ip.checksum(),
          names.text(ip.options()),
          ip.note());
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
        ip.note());
  }

  private ImmutableList<ExtensionHeader> extensions(ImmutableList<ExtensionHeader> headers) {
    return headers.stream()
        .map(header -> new ExtensionHeader(header.name(), names.text(header.text())))
        .collect(toImmutableList());
  }

  private Payload payload(IpHeader ip, Payload payload) {
    if (payload instanceof TcpSegment tcp) {
      return tcp.withText(withoutApplication(tcp.text()));
    }
    if (payload instanceof UdpDatagram udp) {
      return datagram(ip, udp);
    }
    if (payload instanceof IcmpMessage icmp) {
      return message(icmp);
    }
    if (payload instanceof Tunnel tunnel) {
      return new Tunnel(names.text(tunnel.text()), inner(tunnel.inner()));
    }
    if (payload instanceof OpaquePayload opaque) {
      String words = names.text(firstLine(opaque.text()));
      return new OpaquePayload(opaque.srcPort(), opaque.dstPort(), words);
    }
    return payload;
  }

  private InnerPacket inner(InnerPacket inner) {
    return new InnerPacket(
        header(inner.ip()), extensions(inner.extensions()), payload(inner.ip(), inner.payload()));
  }

  private UdpDatagram datagram(IpHeader ip, UdpDatagram udp) {
    Optional<InnerPacket> inner = udp.inner().map(this::inner);
    String words = inner.isPresent() ? names.text(udp.text()) : withoutApplication(udp.text());
    boolean printed = udp.length().isPresent() || inner.isPresent() || !words.isEmpty();
    OptionalInt length = printed ? udp.length() : lengthOf(ip);
    return new UdpDatagram(udp.srcPort(), udp.dstPort(), length, udp.checksum(), words, inner);
  }

  /** What tcpdump prints where no application printer takes the line. */
  private static OptionalInt lengthOf(IpHeader ip) {
    int headers = ip.version() == 4 ? 20 + 8 : 8;
    return OptionalInt.of(Math.max(0, ip.length().orElse(headers) - headers));
  }

  private IcmpMessage message(IcmpMessage icmp) {
    String words = names.text(icmp.text());
    String nobody =
        SEARCH_DOMAINS
            .matcher(words)
            .replaceAll(domain -> " " + names.name(domain.group().strip()));
    return icmp.withText(nobody)
        .withHosts(icmp.subject().map(names::host), icmp.gateway().map(names::host))
        .withQuoted(icmp.quoted().map(this::inner));
  }

  private static String withoutApplication(String text) {
    return TRUNCATION.matcher(text).matches() ? text : "";
  }
}
