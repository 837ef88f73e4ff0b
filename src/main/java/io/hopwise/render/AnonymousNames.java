package io.hopwise.render;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.hopwise.packet.Port;
import io.hopwise.packet.ip.Host;
import io.hopwise.render.PrefixCipher.Prefix;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Replacements for addresses, names, link-layer addresses and interfaces. */
final class AnonymousNames {
  private static final Pattern USUAL_INTERFACE =
      Pattern.compile(
          "[?]|any|lo|lo\\d{1,2}|(?:eth|en|em|eno|ens|wlan|wl|ww|tun|tap|ppp|br|bond|team|vlan|vmbr|utun"
              + "|bridge|docker|dummy|wg)\\d{1,4}|en[ops]\\d{1,3}(?:[sfdn]\\d{1,4}){0,3}");

  private static final String MAPPED = "::ffff:";

  /** Blocks that map to themselves; the addresses inside still change. */
  private static final List<Prefix> KEPT =
      List.of(
          prefix("0.0.0.0", 8),
          prefix("10.0.0.0", 8),
          prefix("127.0.0.0", 8),
          prefix("169.254.0.0", 16),
          prefix("172.16.0.0", 12),
          prefix("192.168.0.0", 16),
          prefix("224.0.0.0", 3),
          prefix("::", 64),
          prefix("fc00::", 7),
          prefix("fe80::", 64),
          prefix("ff00::", 8),
          prefix("ff02::1:ff00:0", 104));

  /** Addresses that identify nobody. */
  private static final List<Prefix> PUBLIC =
      List.of(
          prefix("0.0.0.0", 32),
          prefix("127.0.0.0", 8),
          prefix("224.0.0.0", 4),
          prefix("255.255.255.255", 32),
          prefix("::", 127),
          prefix("ff00::", 8));

  /** These addresses end in the last 24 bits of the address asked for. */
  private static final Prefix SOLICITED_NODE = prefix("ff02::1:ff00:0", 104);

  private final PrefixCipher cipher;
  private final HashFunction hash;
  private final Cache<String, String> known = CacheBuilder.newBuilder().maximumSize(65_536).build();
  private final Cache<String, String> knownNames =
      CacheBuilder.newBuilder().maximumSize(1_024).build();

  AnonymousNames(byte[] key) {
    cipher = new PrefixCipher(key, KEPT);
    hash = Hashing.hmacSha256(key);
  }

  Host host(Host host) {
    if (host.isAddress()) {
      return new Host(address(host.text()));
    }
    String mapped = name(host.text());
    knownNames.put(host.text(), mapped);
    return new Host(mapped);
  }

  /** Label by label, so that names of one domain still share a domain. */
  String name(String name) {
    if (name.equals("localhost") || name.equals("ip6-localhost")) {
      return name;
    }
    StringBuilder mapped = new StringBuilder();
    for (int start = 0; start <= name.length(); ) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      mapped.append(end > start ? label(name.substring(start)) : "");
      mapped.append(dot < 0 ? "" : ".");
      start = end + 1;
    }
    return mapped.toString();
  }

  private String label(String fromHere) {
    String lower = fromHere.toLowerCase(Locale.ROOT);
    return "n" + hash.hashString(lower, StandardCharsets.UTF_8).toString().substring(0, 8);
  }

  /** A link-layer address of six bytes or more; group addresses do not change. */
  String mac(String mac) {
    String lower = mac.toLowerCase(Locale.ROOT);
    String[] parts = lower.split(":", -1);
    boolean group = parts.length == 6 && (Integer.parseInt(parts[0], 16) & 1) != 0;
    boolean solicitedNode = lower.startsWith("33:33:ff:");
    if (group && !solicitedNode) {
      return mac;
    }
    byte[] random = hash.hashString(lower, StandardCharsets.UTF_8).asBytes();
    StringBuilder mapped = new StringBuilder(solicitedNode ? "33:33:ff" : "02");
    for (int i = solicitedNode ? 3 : 1; i < parts.length; i++) {
      mapped.append(':').append(PacketText.hex(random[i] & 0xff, 2));
    }
    return mapped.toString();
  }

  /** An IPv4 or IPv6 address. */
  String address(String text) {
    String seen = known.getIfPresent(text);
    if (seen != null) {
      return seen;
    }
    String mapped = newAddress(text);
    known.put(text, mapped);
    return mapped;
  }

  private String newAddress(String text) {
    if (text.startsWith(MAPPED) && text.contains(".")) {
      return MAPPED + address(text.substring(MAPPED.length()));
    }
    int zone = text.indexOf('%');
    if (zone >= 0) {
      return address(text.substring(0, zone)) + "%" + interfaceName(text.substring(zone + 1));
    }
    byte[] bytes = new Host(text).addressBytes();
    boolean says = SOLICITED_NODE.contains(bytes);
    if (!says && PUBLIC.stream().anyMatch(block -> block.contains(bytes))) {
      return text;
    }
    return Host.of(cipher.map(bytes)).text();
  }

  /**
   * The replacement of a host seen before, whose name the word is, alone or with a port after it.
   *
   * @param word a word of a text
   */
  Optional<String> known(String word) {
    String whole = knownNames.getIfPresent(word);
    int dot = word.lastIndexOf('.');
    if (whole != null || dot < 0) {
      return Optional.ofNullable(whole);
    }
    String port = word.substring(dot + 1);
    String host = knownNames.getIfPresent(word.substring(0, dot));
    boolean number = !port.isEmpty() && port.chars().allMatch(c -> c >= '0' && c <= '9');
    return Optional.ofNullable(host).map(name -> name + "." + (number ? port : label(port)));
  }

  /** A port. A service name that IANA does not know may be a private one, and is replaced. */
  Port port(Port port) {
    boolean own = port.number().isEmpty() && port.service().isPresent();
    return own ? new Port(OptionalInt.empty(), port.service().map(this::label)) : port;
  }

  /** An interface's name. Usual names are kept; others may name a place or hold an address. */
  String interfaceName(String name) {
    if (USUAL_INTERFACE.matcher(name).matches()) {
      return name;
    }
    String mapped = name(name);
    knownNames.put(name, mapped);
    return mapped;
  }

  private static Prefix prefix(String start, int bits) {
    return new Prefix(new Host(start).addressBytes(), bits);
  }
}
