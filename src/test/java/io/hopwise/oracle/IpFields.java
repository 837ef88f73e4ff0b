package io.hopwise.oracle;

import static io.hopwise.oracle.Field.found;
import static io.hopwise.oracle.Field.text;
import static io.hopwise.oracle.Field.wrong;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.hopwise.packet.Packet;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of the outermost IP header, and the addresses and TTLs of those below it. */
final class IpFields {
  private static final Pattern FRAGMENT6 =
      Pattern.compile("frag \\(0x([0-9a-f]+):(\\d+)\\|\\d+\\)");

  static final Field VERSION =
      new Field(
          "version",
          packet -> Optional.of("" + packet.ip().version()),
          row -> text(row.number("ip.version", "ipv6.version")));

  static final ImmutableList<Field> ALL =
      ImmutableList.of(
          VERSION,
          new Field(
              "src",
              packet -> Optional.of(address(packet.ip().src())),
              row -> address(row, "ip.src", "ipv6.src")),
          new Field(
              "dst",
              packet -> Optional.of(address(packet.ip().dst())),
              row ->
                  // With a source route, ip.dst is where that ends.
                  address(row, row.has("ip.cur_rt") ? "ip.cur_rt" : "ip.dst", "ipv6.dst")),
          new Field(
              "ttl, hop limit",
              packet -> text(packet.ip().ttl()),
              row -> text(row.number("ip.ttl", "ipv6.hlim"))),
          new Field(
              "tos, class",
              packet -> text(packet.ip().tos()),
              row -> text(row.number("ip.dsfield", "ipv6.tclass"))),
          new Field(
              "protocol, next header",
              packet -> text(packet.ip().protocol()),
              row -> text(row.number("ip.proto", "ipv6.nxt"))),
          new Field(
              "length, payload length",
              packet -> text(packet.ip().length()),
              row -> text(row.number("ip.len", "ipv6.plen"))),
          new Field(
              "id",
              packet -> either(packet, ip -> text(ip.id()), IpFields::fragmentId),
              row -> text(row.number("ip.id", "ipv6.fraghdr.ident"))),
          new Field(
              "offset",
              packet -> either(packet, ip -> text(ip.offset()), IpFields::fragmentOffset),
              row -> text(row.number("ip.frag_offset", "ipv6.fraghdr.offset"))),
          Field.of("DF", flag(Ipv4Flags::dontFragment), "ip.flags.df"),
          Field.of("MF", flag(Ipv4Flags::moreFragments), "ip.flags.mf"),
          Field.of("reserved flag", flag(Ipv4Flags::reserved), "ip.flags.rb"),
          new Field(
              "wrong header checksum",
              packet -> either(packet, ip -> found(ip.checksum()), p -> Optional.empty()),
              row -> wrong(row, "ip")),
          Field.of(
              "flow label",
              packet ->
                  packet.ip() instanceof Ipv6Header ip ? text(ip.flowLabel()) : Optional.empty(),
              "ipv6.flow"),
          new Field("inner headers", InnerHeaders::ours, InnerHeaders::theirs));

  private IpFields() {}

  /** An address in one spelling; 0.0.0.0 and :: differ in the version that is compared as well. */
  static String address(Host host) {
    return host.isAddress() ? canonical(host.text()) : host.text();
  }

  static String canonical(String address) {
    return InetAddresses.toAddrString(InetAddresses.forString(address));
  }

  private static Optional<String> address(TsharkRow row, String ofIpv4, String ofIpv6) {
    return row.text(row.isIpv4() ? ofIpv4 : ofIpv6).map(IpFields::canonical);
  }

  private static Optional<String> either(
      Packet packet,
      Function<Ipv4Header, Optional<String>> ofIpv4,
      Function<Packet, Optional<String>> ofIpv6) {
    return packet.ip() instanceof Ipv4Header ip ? ofIpv4.apply(ip) : ofIpv6.apply(packet);
  }

  private static Function<Packet, Optional<String>> flag(Predicate<Ipv4Flags> flag) {
    return packet ->
        either(
            packet,
            ip -> ip.flags().map(flags -> flag.test(flags) ? "1" : "0"),
            ofIpv6 -> Optional.empty());
  }

  private static Optional<String> fragmentId(Packet packet) {
    return fragment(packet).map(found -> "" + Long.parseLong(found.group(1), 16));
  }

  private static Optional<String> fragmentOffset(Packet packet) {
    return fragment(packet).map(found -> found.group(2));
  }

  private static Optional<Matcher> fragment(Packet packet) {
    return packet.extensions().stream()
        .map(ExtensionHeader::text)
        .map(FRAGMENT6::matcher)
        .filter(Matcher::matches)
        .findFirst();
  }
}
