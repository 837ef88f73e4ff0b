package io.hopwise.render;

import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.LaterFragment;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Writes a packet and the packets inside it, from the IP header on. */
final class PacketText {
  private static final Pattern SPACED = Pattern.compile("\\[\\|\\w|l2tp:");
  private static final Pattern INNER_LINK = Pattern.compile("length \\d+$");

  /** {@code IP5}, printed in place of {@code IP} or {@code IP6}. */
  private static final Pattern OTHER_VERSION = Pattern.compile("IP\\d+");

  /** {@code gre}, up to 3.7.2, and {@code [K] key=0x2a}, of 3.8: before the inner packet. */
  private static final Pattern OLD_GRE = Pattern.compile("gre\\b|\\[[CRKSsA]*]");

  private static final Pattern BAD_LENGTH = Pattern.compile(" > \\d+");

  private final StringBuilder out;
  private final TcpdumpRelease release;
  private final boolean familyWord;

  PacketText(StringBuilder out, TcpdumpRelease release, boolean familyWord) {
    this.out = out;
    this.release = release;
    this.familyWord = familyWord;
  }

  void append(IpPacket packet) {
    if (packet.ip() instanceof Ipv4Header ip) {
      header(ip);
    } else {
      header((Ipv6Header) packet.ip());
    }
    flow(packet);
    payload(packet);
  }

  /**
   * Fields that 3.8 and older print even without -v, at the end of the record. Here they come
   * first, where nothing in the packet can imitate them.
   */
  private void early(Ipv4Header ip) {
    boolean whole = ip.offset().orElse(0) == 0 && ip.flags().isPresent();
    out.append(whole && ip.flags().get().dontFragment() ? "(DF) " : "");
    ip.tos().ifPresent(tos -> said("tos 0x", hex(tos) + ecn(tos)));
    ip.ttl().ifPresent(ttl -> said("ttl ", Integer.toString(ttl)));
  }

  private void early(Ipv6Header ip) {
    ip.trafficClass().ifPresent(cls -> said("class 0x", hex(cls)));
    ip.flowLabel().ifPresent(label -> said("flowlabel 0x", hex(label)));
    ip.hopLimit().ifPresent(hops -> said("hlim ", Integer.toString(hops)));
  }

  private void said(String word, String value) {
    out.append('[').append(word).append(value).append("] ");
  }

  private void header(Ipv4Header ip) {
    boolean verbose = ip.length().isPresent();
    if (!OTHER_VERSION.matcher(ip.note()).matches()) {
      word("IP ");
    }
    boolean noteInside = ip.note().startsWith("[was ");
    if (!ip.note().isEmpty() && !noteInside) {
      out.append(ip.note()).append(' ');
    }
    if (!verbose) {
      early(ip);
      return;
    }
    out.append("(tos 0x").append(Integer.toHexString(ip.tos().orElse(0)));
    out.append(ecn(ip.tos().orElse(0)));
    if (ip.ttl().orElse(0) != 0) {
      out.append(", ttl ").append(ip.ttl().getAsInt());
    }
    ip.id().ifPresent(id -> out.append(", id ").append(id));
    out.append(", offset ").append(ip.offset().orElse(0));
    out.append(", flags [").append(flags(ip.flags().orElse(Ipv4Flags.NONE))).append(']');
    ip.protocol().ifPresent(number -> protocol(", proto ", number));
    out.append(", length ").append(ip.length().getAsInt());
    if (noteInside) {
      out.append(' ').append(ip.note());
    }
    if (!ip.options().isEmpty()) {
      out.append(", options (").append(ip.options());
      // The only option after which tcpdump prints a space.
      out.append(ip.options().endsWith("not recorded]}") ? " )" : ")");
    }
    if (ip.checksum() instanceof Checksum.Incorrect wrong) {
      out.append(", bad cksum ").append(hex(wrong.found()));
      wrong.expected().ifPresent(value -> out.append(" (->").append(hex(value)).append(')'));
      out.append('!');
    }
    out.append(")\n    ");
  }

  private static String ecn(int tos) {
    return switch (tos & 3) {
      case 1 -> ",ECT(1)";
      case 2 -> ",ECT(0)";
      case 3 -> ",CE";
      default -> "";
    };
  }

  private static String flags(Ipv4Flags flags) {
    List<String> words = new ArrayList<>();
    if (flags.moreFragments()) {
      words.add("+");
    }
    if (flags.dontFragment()) {
      words.add("DF");
    }
    if (flags.reserved()) {
      words.add("rsvd");
    }
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  private void header(Ipv6Header ip) {
    word("IP6 ");
    if (!ip.note().isEmpty()) {
      // Like tcpdump: no space after these words for IPv6.
      out.append(ip.note()).append(ip.note().startsWith("truncated-ip6") ? "" : " ");
    }
    if (ip.payloadLength().isEmpty()) {
      early(ip);
      return;
    }
    out.append('(');
    if (ip.trafficClass().orElse(0) != 0) {
      out.append("class 0x").append(hex(ip.trafficClass().getAsInt(), 2)).append(", ");
    }
    if (ip.flowLabel().orElse(0) != 0) {
      out.append("flowlabel 0x").append(hex(ip.flowLabel().getAsInt(), 5)).append(", ");
    }
    ip.hopLimit().ifPresent(value -> out.append("hlim ").append(value));
    ip.nextHeader().ifPresent(number -> protocol(", next-header ", number));
    out.append(release == TcpdumpRelease.V4_99_3 ? " payload length: " : ", payload length ");
    out.append(ip.payloadLength().getAsInt()).append(") ");
  }

  private void word(String family) {
    if (familyWord) {
      out.append(family);
    }
  }

  private void protocol(String label, int number) {
    out.append(label).append(ProtocolNames.of(number, release));
    out.append(" (").append(number).append(')');
  }

  /** The two end points. With extension headers, the ports follow those headers by themselves. */
  private void flow(IpPacket packet) {
    IpHeader ip = packet.ip();
    Optional<Port> srcPort = packet.payload().sourcePort();
    Optional<Port> dstPort = packet.payload().targetPort();
    boolean portsHere = packet.extensions().isEmpty();
    out.append(ip.src());
    if (portsHere) {
      srcPort.ifPresent(port -> out.append('.').append(port));
    }
    out.append(" > ").append(ip.dst());
    if (portsHere) {
      dstPort.ifPresent(port -> out.append('.').append(port));
    }
    out.append(": ");
    for (ExtensionHeader header : packet.extensions()) {
      out.append(header.text()).append(after(header, packet.payload()));
    }
    if (!portsHere && srcPort.isPresent() && dstPort.isPresent()) {
      out.append(srcPort.get()).append(" > ").append(dstPort.get()).append(": ");
    }
  }

  /** tcpdump prints a space after these options, and another one after each header. */
  private static String after(ExtensionHeader header, Payload payload) {
    String text = header.text();
    if (text.endsWith(" missing!")) {
      return payload.text().startsWith("ip-proto-") ? " " : "";
    }
    int last = Math.max(0, text.lastIndexOf('('));
    return text.startsWith("(jumbo:", last) || text.startsWith("(rtalert:", last) ? "  " : " ";
  }

  private void payload(IpPacket packet) {
    Payload payload = packet.payload();
    if (payload instanceof TcpSegment tcp) {
      TcpText.append(out, tcp);
    } else if (payload instanceof UdpDatagram udp) {
      udp(udp);
    } else if (payload instanceof IcmpMessage icmp) {
      IcmpText.append(out, icmp, packet.ip().length().isPresent(), this);
    } else if (payload instanceof Tunnel tunnel) {
      tunnel(packet, tunnel);
    } else if (payload instanceof LaterFragment fragment) {
      fragment(fragment.text());
    } else {
      boolean ports = payload.sourcePort().isPresent();
      boolean cutTcp = payload.text().equals("[|tcp]") && !ports;
      out.append(cutTcp ? payload.text() : spaced(payload.text()));
    }
  }

  /** A later IPv6 fragment ends with its fragment header. */
  private void fragment(String text) {
    out.append(spaced(text));
    if (text.isEmpty()) {
      out.setLength(out.length() - 1);
    }
  }

  /** Current releases print a second space before a truncation mark and before L2TP. */
  static String spaced(String text) {
    return SPACED.matcher(text).lookingAt() ? " " + text : text;
  }

  private void udp(UdpDatagram udp) {
    Checksum checksum = udp.checksum();
    if (checksum instanceof Checksum.Correct) {
      out.append("[udp sum ok] ");
    } else if (checksum instanceof Checksum.Absent) {
      out.append("[no cksum] ");
    } else if (checksum instanceof Checksum.Incorrect wrong) {
      out.append("[bad udp cksum ").append(change(wrong)).append("!] ");
    }
    if (udp.length().isPresent()) {
      boolean bad = BAD_LENGTH.matcher(udp.text()).lookingAt();
      out.append(bad ? "UDP, bad length " : "UDP, length ").append(udp.length().getAsInt());
      out.append(udp.text());
    } else {
      out.append(spaced(udp.text()));
    }
    udp.inner().ifPresent(inner -> carried(udp.text(), inner));
  }

  private void tunnel(IpPacket packet, Tunnel tunnel) {
    out.append(tunnel.text());
    if (tunnel.text().isEmpty()) {
      carriedAtOnce(packet, tunnel.inner());
      return;
    }
    carried(tunnel.text(), tunnel.inner());
  }

  /** PGM repeats the addresses without a header: that is not an inner packet. */
  private void carriedAtOnce(IpPacket packet, InnerPacket inner) {
    boolean bare = packet.ip().length().isPresent() && inner.ip().length().isEmpty();
    PacketText writer = bare ? new PacketText(out, release, false) : this;
    writer.append(inner);
  }

  private void carried(String words, InnerPacket inner) {
    out.append(separator(words, inner.ip().length().isPresent()));
    append(inner);
    out.append(words.endsWith("{") ? "}" : "");
  }

  /** The separator between a tunnel's own words and the inner packet. */
  private static String separator(String words, boolean verbose) {
    String lastLine = words.substring(words.lastIndexOf('\n') + 1);
    boolean innerLink = !lastLine.equals(words) || words.startsWith("l2tp:");
    if (words.endsWith("{")) {
      return "";
    }
    if (OLD_GRE.matcher(words).lookingAt()) {
      return words.contains(" ppp: ") ? ": " : " ";
    }
    if (words.endsWith(",")) {
      return " ";
    }
    if (innerLink && INNER_LINK.matcher(lastLine).find()) {
      return ": ";
    }
    if (words.startsWith("VXLAN") || words.startsWith("OTV")) {
      return words.startsWith("VXLAN-GPE") ? "\n    " : "\n";
    }
    if (verbose) {
      return "\n\t";
    }
    return words.endsWith(")") && lastLine.contains("MPLS (") ? " " : ": ";
  }

  /** {@code 0x0001 -> 0xa1cf}, as UDP and ICMPv6 print an incorrect checksum. */
  static String change(Checksum.Incorrect wrong) {
    if (wrong.found().isEmpty()) {
      return "";
    }
    int found = wrong.found().getAsInt();
    if (wrong.expected().isEmpty()) {
      return hex(found);
    }
    return "0x" + hex(found, 4) + " -> 0x" + hex(wrong.expected().getAsInt(), 4);
  }

  static String hex(OptionalInt value) {
    return hex(value.orElse(0));
  }

  static String hex(int value) {
    return Integer.toHexString(value);
  }

  static String hex(int value, int digits) {
    String text = Integer.toHexString(value);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
