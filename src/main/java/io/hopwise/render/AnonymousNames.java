package io.hopwise.render;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.hopwise.packet.Host;
import io.hopwise.render.PrefixCipher.Prefix;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for an address, a name, or a link-layer address, and all of these in a text. */
final class AnonymousNames {
  private static final String HEX = "[0-9a-fA-F]";

  /** Link-layer, IPv6 and IPv4 addresses, in the order they must be tried. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<mac>(?<![\\w:.])"
              + HEX
              + "{1,2}(?::"
              + HEX
              + "{1,2}){5}(?![\\w:]))"
              + "|(?<six>(?<![\\w:.])"
              + HEX
              + "{0,4}(?::"
              + HEX
              + "{0,4}){2,8}(?:(?<=:)\\d{1,3}(?:\\.\\d{1,3}){3}|(?<=:"
              + HEX
              + "{1,4})(?:\\.\\d{1,3}){3})?)"
              + "|(?<four>(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d))");

  private static final Pattern WORD = Pattern.compile("[\\w.-]+");

  private static final String MAPPED = "::ffff:";

  /** Blocks that keep their meaning; the addresses in them still change. */
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

  /** Addresses that say nothing of anybody. */
  private static final List<Prefix> PUBLIC =
      List.of(
          prefix("0.0.0.0", 32),
          prefix("127.0.0.0", 8),
          prefix("224.0.0.0", 4),
          prefix("255.255.255.255", 32),
          prefix("::", 127),
          prefix("ff00::", 8));

  /** They end in the last bits of the address they ask for. */
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

  /** Label by label, so that names of one domain keep one domain. */
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

  /** A link-layer address: what is not sent to a group becomes another one. */
  String mac(String mac) {
    String[] parts = mac.split(":", -1);
    boolean group = (Integer.parseInt(parts[0], 16) & 1) != 0;
    boolean solicitedNode = mac.startsWith("33:33:ff:");
    if (group && !solicitedNode) {
      return mac;
    }
    byte[] random = hash.hashString(mac, StandardCharsets.UTF_8).asBytes();
    StringBuilder mapped = new StringBuilder(solicitedNode ? "33:33:ff" : "02");
    for (int i = solicitedNode ? 3 : 1; i < 6; i++) {
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
      return address(text.substring(0, zone)) + text.substring(zone);
    }
    byte[] bytes = new Host(text).addressBytes();
    boolean says = SOLICITED_NODE.contains(bytes);
    if (!says && PUBLIC.stream().anyMatch(block -> block.contains(bytes))) {
      return text;
    }
    return Host.of(cipher.map(bytes)).text();
  }

  /** A text with all addresses in it replaced, and all names seen as a host before. */
  String text(String text) {
    Matcher matcher = ADDRESS.matcher(text);
    StringBuilder mapped = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(mapped, Matcher.quoteReplacement(found(matcher)));
    }
    return knownNames(matcher.appendTail(mapped).toString());
  }

  private String knownNames(String text) {
    if (knownNames.size() == 0) {
      return text;
    }
    return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(knownName(word.group())));
  }

  /** A name stands alone, with a port or another label behind it, or before a full stop. */
  private String knownName(String word) {
    String whole = knownNames.getIfPresent(word);
    if (whole != null) {
      return whole;
    }
    int dot = word.lastIndexOf('.');
    String front = dot < 0 ? null : knownNames.getIfPresent(word.substring(0, dot));
    return front == null ? word : front + word.substring(dot);
  }

  private String found(Matcher matcher) {
    String all = matcher.group();
    if (matcher.group("mac") != null) {
      return mac(all);
    }
    // The colon that ends an address belongs to tcpdump, the two of "::" to the address.
    String text =
        all.endsWith(":") && !new Host(all).isAddress() ? all.substring(0, all.length() - 1) : all;
    return new Host(text).isAddress() ? address(text) + all.substring(text.length()) : all;
  }

  private static Prefix prefix(String start, int bits) {
    return new Prefix(new Host(start).addressBytes(), bits);
  }
}
