package io.hopwise.parser.builder;

import static io.hopwise.parser.builder.RecordSource.token;

import com.google.common.collect.ImmutableSet;
import io.hopwise.packet.Detail;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.LaterFragment;
import io.hopwise.packet.OpaquePayload;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.BodyContext;
import io.hopwise.parser.grammar.TcpdumpParser.CarriedContext;
import io.hopwise.parser.grammar.TcpdumpParser.FlowContext;
import io.hopwise.parser.grammar.TcpdumpParser.LinksContext;
import io.hopwise.parser.grammar.TcpdumpParser.PayloadContext;
import io.hopwise.parser.grammar.TcpdumpParser.TunnelContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Chooses the builder for a packet's payload, and keeps unknown payloads as text. */
final class PayloadBuilder {
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int DCCP = 33;
  private static final int SCTP = 132;
  private static final int UDP_LITE = 136;
  private static final int NFS = 2049;
  private static final int IPV4 = 20;
  private static final int IP_IN_IP = 4;
  private static final int IP6_IN_IP = 41;
  private static final int UNKNOWN = -1;

  /** AH and the extension headers of IPv6, which any protocol can follow. */
  private static final ImmutableSet<Integer> TELLING_NOTHING =
      ImmutableSet.of(UNKNOWN, 0, 43, 44, 51, 60, 135);

  private final RecordSource source;
  private final IpPacketBuilder packets;
  private final TcpBuilder tcp;
  private final UdpBuilder udp;
  private final IcmpBuilder icmp;
  private final Detail detail;

  PayloadBuilder(RecordSource source, IpPacketBuilder packets, Detail detail) {
    this.source = source;
    this.packets = packets;
    this.tcp = new TcpBuilder(source);
    this.udp = new UdpBuilder(source, this);
    this.icmp = new IcmpBuilder(source, this);
    this.detail = detail;
  }

  private boolean readsAll() {
    return detail == Detail.ALL;
  }

  Payload payload(BodyContext body, IpHeader header, Endpoints ends, boolean laterFragment) {
    PayloadContext payload = body.p;
    if (payload == null) {
      String text = keepsWords(header) ? source.rest(null).strip() : "";
      return new OpaquePayload(Optional.empty(), Optional.empty(), text);
    }
    if (laterFragment) {
      return new LaterFragment(readsAll() ? source.text(payload).strip() : "");
    }
    Port srcPort = ends.havePorts() ? ends.srcPort() : afterExtension(body, true);
    Port dstPort = ends.havePorts() ? ends.dstPort() : afterExtension(body, false);
    if (srcPort != null && dstPort != null) {
      Payload transport = transport(payload, header, srcPort, dstPort);
      if (transport != null) {
        return transport;
      }
    }
    return withoutPorts(payload, header, srcPort, dstPort);
  }

  /** {@code HBH (padn) 51000 > 40001:}: after extension headers the ports are printed alone. */
  private static @Nullable Port afterExtension(BodyContext body, boolean src) {
    if (body.ports == null) {
      return null;
    }
    // Not stripped: a port may also consist of control characters.
    String ports = TcpBuilder.withoutSpace(token(body.ports).getText());
    int arrow = ports.indexOf(" > ");
    String word = src ? ports.substring(0, arrow) : ports.substring(arrow + 3, ports.length() - 1);
    byte[] bytes = word.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Ports.port(bytes, 0, bytes.length);
  }

  private @Nullable Payload transport(PayloadContext p, IpHeader header, Port src, Port dst) {
    if (p.segment != null) {
      return switch (detail) {
        case ALL -> tcp.segment(p.segment, src, dst, room(header));
        case JUDGED -> tcp.judged(p.segment, src, dst, room(header));
        case ESSENTIALS -> TcpBuilder.essentials(p.segment, src, dst);
      };
    }
    if (p.oldSegment != null && p.oldSegment.win != null) {
      return tcp.oldSegment(p.oldSegment, src, dst);
    }
    if (p.quietSegment != null) {
      return tcp.quietSegment(p.quietSegment, src, dst);
    }
    if (p.dgram != null) {
      return readsAll() ? udp.datagram(p.dgram, src, dst) : udp.essentials(p.dgram, src, dst);
    }
    Payload rpc = p.rpc == null ? null : rpc(p, header, src, dst);
    if (rpc != null) {
      return rpc;
    }
    String text = source.text(p);
    int named = header.protocol().orElse(UNKNOWN);
    return switch (TELLING_NOTHING.contains(named) ? protocolOf(p, text) : named) {
      case TCP -> tcp.untyped(src, dst, text);
      case UDP -> udp.untyped(src, dst, text);
      default -> null;
    };
  }

  /** The protocol of untyped words after two ports, if no header tells it. */
  private static int protocolOf(PayloadContext p, String text) {
    String words = text.strip();
    boolean summed = p.oldSegment != null && p.oldSegment.sum != null;
    if (summed || words.startsWith("[|tcp]") || words.startsWith("tcp ")) {
      return TCP;
    }
    if (words.startsWith("sctp")) {
      return SCTP;
    }
    return words.startsWith("DCCP") ? DCCP : UDP;
  }

  /** The bytes after an IP header without options; -1 if unknown. */
  private static int room(IpHeader header) {
    if (header.length().isEmpty()) {
      return -1;
    }
    boolean plain = header instanceof Ipv4Header v4 && v4.options().isEmpty();
    return plain ? header.length().getAsInt() - IPV4 : -1;
  }

  /**
   * For NFS, tcpdump up to 4.4 prints the id of the remote procedure call in place of the client's
   * port.
   */
  private @Nullable Payload rpc(PayloadContext p, IpHeader header, Port src, Port dst) {
    boolean call = token(p.rpc.word).type == TcpdumpParser.NFS_CALL;
    if (!isNfs(call ? dst : src)) {
      return null;
    }
    Port from = call ? Port.NOT_PRINTED : src;
    Port to = call ? dst : Port.NOT_PRINTED;
    String text = source.text(p);
    return switch (header.protocol().orElse(0)) {
      case TCP -> tcp.untyped(from, to, text);
      case UDP -> udp.untyped(from, to, text);
      default -> new OpaquePayload(Optional.of(from), Optional.of(to), text.strip());
    };
  }

  /** Where the header does not tell the protocol, as without -v, its words do: ESP, for example. */
  private boolean keepsWords(IpHeader header) {
    return readsAll() || (detail == Detail.JUDGED && header.protocol().isEmpty());
  }

  private static boolean isNfs(Port port) {
    return port.number().isPresent() && port.number().getAsInt() == NFS;
  }

  private Payload withoutPorts(
      PayloadContext p, IpHeader header, @Nullable Port src, @Nullable Port dst) {
    if (p.message != null) {
      return detail == Detail.ESSENTIALS ? icmp.essentials(p.message) : icmp.icmp(p.message);
    }
    if (p.message6 != null) {
      return detail == Detail.ESSENTIALS ? IcmpBuilder.ESSENTIALS_OF_ICMP6 : icmp.icmp6(p.message6);
    }
    if (p.through != null && (p.through.bare == null || carriesIp(p.through.bare, header))) {
      Payload tunnel = tunnel(p.through);
      if (tunnel != null) {
        return tunnel;
      }
    }
    String text = keepsWords(header) ? TcpBuilder.withoutSpace(source.text(p)) : "";
    return new OpaquePayload(Optional.ofNullable(src), Optional.ofNullable(dst), text);
  }

  /**
   * Whether the words lead to an inner IP packet. Protocols such as PGM and SCTP print addresses,
   * too, but repeat the outer ones.
   */
  private static boolean carriesIp(FlowContext bare, IpHeader header) {
    int protocol = header.protocol().orElse(IP_IN_IP);
    boolean repeated = begins(bare.src, header.src()) && begins(bare.dst, header.dst());
    return (protocol == IP_IN_IP || protocol == IP6_IN_IP) && !repeated;
  }

  private static boolean begins(@Nullable Token end, Host host) {
    return end != null
        && TcpBuilder.withoutSpace(token(end).getText()).startsWith(host.text() + ".");
  }

  private @Nullable Tunnel tunnel(TunnelContext tunnel) {
    if (tunnel.v4 != null || tunnel.v6 != null) {
      InnerPacket inner =
          tunnel.v4 != null ? packets.ipv4(tunnel.v4, null) : packets.ipv6(tunnel.v6, null);
      return inner == null ? null : new Tunnel("", inner);
    }
    if (tunnel.bare != null) {
      InnerPacket inner = packets.withoutHeader(null, tunnel.bare, null);
      return inner == null ? null : new Tunnel("", inner);
    }
    if (tunnel.head == null) {
      return null;
    }
    InnerPacket inner = inner(tunnel.inner);
    if (inner == null) {
      return null;
    }
    RecordToken head = token(tunnel.head);
    boolean words = head.type == TcpdumpParser.GRE || head.type == TcpdumpParser.PIM_REGISTER;
    return new Tunnel(words ? label(head, tunnel.inner) : "", inner);
  }

  /** The words before an inner packet, its link layer included, without the separator. */
  String label(RecordToken head, @Nullable CarriedContext carried) {
    LinksContext links = carried == null ? null : carried.link;
    String text = links == null ? head.getText() : source.textBetween(head, links);
    String words = text.strip();
    return words.endsWith(":") ? words.substring(0, words.length() - 1) : words;
  }

  /** The inner packet, or null if tcpdump printed no addresses for it. */
  @Nullable InnerPacket inner(@Nullable CarriedContext carried) {
    return carried == null ? null : packets.packet(carried.ip, carried.note);
  }

  /** Whether the ends of a flow are host and port, by the protocol number or else by their text. */
  static boolean hasPorts(FlowContext flow, OptionalInt protocol) {
    BodyContext body = flow.carries;
    if (body.ports != null || body.p == null) {
      return false;
    }
    PayloadContext p = body.p;
    if (p.message != null || p.message6 != null) {
      return false;
    }
    if (p.through != null && p.through.bare == null) {
      return false;
    }
    RecordToken src = token(flow.src);
    RecordToken dst = token(flow.dst);
    if (Endpoints.showsPort(src, src.end - 3) && Endpoints.showsPort(dst, dst.end - 1)) {
      return protocol.isEmpty() || isTransport(protocol.getAsInt());
    }
    if (isAddress(src, src.end - 3) || isAddress(dst, dst.end - 1)) {
      return false;
    }
    if (p.other == null) {
      return true;
    }
    return isTransport(protocol.orElse(UDP)) && !isCut(p);
  }

  private static boolean isTransport(int protocol) {
    return protocol == TCP
        || protocol == UDP
        || protocol == DCCP
        || protocol == SCTP
        || protocol == UDP_LITE;
  }

  private static boolean isAddress(RecordToken token, int end) {
    return new io.hopwise.packet.ip.Host(Bytes.text(token.bytes, token.start, end)).isAddress();
  }

  /** {@code [|tcp]}: truncated before the ports. */
  private static boolean isCut(PayloadContext p) {
    RecordToken first = token(p.start);
    int at = first.start;
    while (at < first.bytes.length && first.bytes[at] == ' ') {
      at++;
    }
    return at + 1 < first.bytes.length && first.bytes[at] == '[' && first.bytes[at + 1] == '|';
  }

  /** Whether the words are those of 3.8.3 and older. */
  static boolean isOldStyle(@Nullable PayloadContext p) {
    if (p == null) {
      return false;
    }
    if (p.oldSegment != null) {
      RecordToken flags = token(p.oldSegment.flags);
      return flags.bytes[flags.end - 1] == ' ' && p.oldSegment.win != null;
    }
    if (p.dgram != null && p.dgram.len != null) {
      RecordToken length = token(p.dgram.len);
      int colon = Bytes.indexOf(length, ':', length.start);
      return colon < length.end || Bytes.indexOf(length, 'u', length.start) < length.end;
    }
    return p.message6 != null && token(p.message6.head).type == TcpdumpParser.OLD_ICMP6;
  }
}
