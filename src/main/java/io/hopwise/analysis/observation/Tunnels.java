package io.hopwise.analysis.observation;

import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.IpPacket;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Tunnel;
import io.hopwise.packet.UdpDatagram;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The packets that others carry (IP in IP, 6in4, GRE, VXLAN, Geneve, Teredo …). What was seen in a
 * tunnel is not compared with anything outside it, because its TTLs count the routers inside.
 *
 * @since 0.1
 */
public final class Tunnels {
  /** Between an address and the tunnel it was seen in. */
  private static final String IN = " in the tunnel ";

  /** The deepest nesting that is unpacked; nobody nests tunnels deeper on purpose. */
  private static final int MAX_DEPTH = 4;

  private static final Pattern NUMBER = Pattern.compile("\\b(vni |key=|session )(\\w+)");

  private Tunnels() {}

  /** The packets inside a captured one, outermost first; mostly none. */
  static List<PacketFacts> within(Packet packet) {
    InnerPacket inner = carried(packet.payload());
    if (inner == null) {
      return List.of();
    }
    List<PacketFacts> all = new ArrayList<>();
    IpPacket outer = packet;
    String tunnel = "";
    while (inner != null && all.size() < MAX_DEPTH) {
      tunnel += IN + name(outer);
      all.add(new PacketFacts(packet, inner, tunnel));
      outer = inner;
      inner = carried(inner.payload());
    }
    return all;
  }

  /** Whether a captured packet carries others in more tunnels than are unpacked. */
  static boolean goDeeper(Packet packet) {
    InnerPacket inner = carried(packet.payload());
    for (int depth = 0; depth < MAX_DEPTH && inner != null; depth++) {
      inner = carried(inner.payload());
    }
    return inner != null;
  }

  private static @Nullable InnerPacket carried(Payload payload) {
    if (payload instanceof Tunnel tunnel) {
      return tunnel.inner();
    }
    return payload instanceof UdpDatagram datagram ? datagram.inner().orElse(null) : null;
  }

  /** A tunnel's name, the same both ways: {@code 192.0.2.1 - 192.0.2.2 (VXLAN vni 42)}. */
  private static String name(IpPacket outer) {
    String one = PacketFacts.host(outer.ip().src());
    String other = PacketFacts.host(outer.ip().dst());
    String ends = one.compareTo(other) <= 0 ? one + " - " + other : other + " - " + one;
    return ends + " (" + kind(outer.payload()) + ")";
  }

  private static String kind(Payload payload) {
    String text = payload.text();
    int comma = text.indexOf(',');
    String word = comma < 0 ? "" : text.substring(0, comma);
    boolean known = !word.isEmpty() && word.chars().allMatch(c -> c > ' ' && c < 0x7f);
    String name = known ? word : payload instanceof Tunnel ? "IP in IP" : "UDP";
    Matcher number = NUMBER.matcher(text);
    return number.find() ? name + " " + number.group(1) + number.group(2) : name;
  }

  /** The address or name alone of a host seen in a tunnel or not. */
  public static String address(String host) {
    int in = host.indexOf(IN);
    return in < 0 ? host : host.substring(0, in);
  }

  /** In which tunnel a host was seen, in words; empty where in none. */
  public static String of(String host) {
    int in = host.indexOf(IN);
    return in < 0 ? "" : host.substring(in + 1);
  }
}
