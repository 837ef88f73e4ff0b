package io.hopwise.oracle;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kinds of difference that are not the parser's: what tcpdump prints is not what tshark shows.
 * Each is told by what both said, never by where it stood.
 */
enum TcpdumpsOwn {
  NO_HEADER(
      "tcpdump prints no IP header: the packet is too short or contradicts itself ([|ip], bad-len,"
          + " bad-hlen, (invalid), [Invalid header]), or nothing is looked for below what carries it",
      c -> isHeader(c) && c.ours().isEmpty() && !c.says(Texts.IP_HEADER)),
  NO_ADDRESSES(
      "tcpdump prints no addresses: the header's options were not captured whole",
      c -> isHeader(c) && c.ours().isEmpty() && c.says(Texts.OPTIONS_CUT)),
  LINK_LAYER(
      "tshark finds no IP packet behind this link layer, tcpdump does",
      c -> isHeader(c) && !c.pair().row().isIp() && c.says(Texts.IP_HEADER)),
  CUT(
      "tcpdump prints nothing of a part that was not captured whole ([|tcp]), tshark what there is",
      c -> c.ours().isEmpty() && c.says(Texts.CUT)),
  BROKEN_OPTIONS(
      "tshark shows nothing below an IPv4 header whose options contradict themselves",
      c -> c.theirs().isEmpty() && c.says(Texts.BAD_IP_OPTION)),
  INVALID(
      "tcpdump stops where a header contradicts itself ((invalid), bad hdr length), tshark goes on",
      c -> c.ours().isEmpty() && c.says(Texts.INVALID)),
  FIRST_FRAGMENT(
      "tshark counts no TCP payload in a first fragment, tcpdump does",
      c ->
          c.theirs().isEmpty()
              && isFragment(c.pair().row())
              && isOneOf(c, "seq", "seq end", "tcp length")),
  FRAGMENT_CHECKSUM(
      "tcpdump says nothing of checksums where there is a fragment header",
      c -> c.ours().isEmpty() && isChecksum(c) && c.pair().row().has("ipv6.fraghdr.offset")),
  BAD_UDP_LENGTH(
      "tshark does not judge the checksum of a datagram longer than its packet",
      c -> c.theirs().isEmpty() && isChecksum(c) && c.says(Texts.BAD_UDP_LENGTH)),
  NO_UDP_CHECKSUM(
      "tcpdump computes what a missing UDP checksum over IPv6 should be, tshark does not",
      c ->
          c.theirs().isEmpty()
              && isChecksum(c)
              && c.pair().row().number("udp.checksum").orElse(-1) == 0),
  PRINTER(
      "an application's printer takes the place of \"UDP, length\"",
      c -> c.ours().isEmpty() && isOneOf(c, "udp length") && !c.says(Texts.UDP_LENGTH)),
  CODE(
      "tcpdump does not print the code of such an ICMP message",
      c -> isOneOf(c, "icmp code") && !IcmpFields.isCodePrinted(c.pair().row())),
  QUOTED6(
      "tcpdump prints of a packet quoted through ICMPv6 the destination at most",
      c -> c.ours().isEmpty() && isOneOf(c, "inner headers") && c.pair().row().has("icmpv6.type"));

  private final String reason;
  // Each is a function of its argument alone.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Predicate<Comparison> condition;

  TcpdumpsOwn(String reason, Predicate<Comparison> condition) {
    this.reason = reason;
    this.condition = condition;
  }

  /** The first kind that explains a difference. */
  static Optional<TcpdumpsOwn> of(Comparison comparison) {
    return Stream.of(values()).filter(kind -> kind.condition.test(comparison)).findFirst();
  }

  String reason() {
    return reason;
  }

  private static boolean isHeader(Comparison c) {
    return c.field().equals(IpFields.VERSION);
  }

  private static boolean isOneOf(Comparison c, String... names) {
    return Stream.of(names).anyMatch(c.field().name()::equals);
  }

  private static boolean isChecksum(Comparison c) {
    return c.field().name().contains("checksum");
  }

  private static boolean isFragment(TsharkRow row) {
    return row.number("ip.flags.mf", "ipv6.fraghdr.more").orElse(0) == 1;
  }

  /** What tcpdump's text says. */
  private static final class Texts {
    static final Pattern IP_HEADER =
        Pattern.compile("\\((tos 0x|class 0x|flowlabel 0x|hlim )", Pattern.MULTILINE);
    static final Pattern OPTIONS_CUT = Pattern.compile("^.*options \\([^)\n]*\\[\\|ip]\\s*$");
    static final Pattern CUT = Pattern.compile("\\[\\|[a-z0-9_-]+]");
    static final Pattern BAD_IP_OPTION = Pattern.compile("options \\([^\n]*\\[bad ");
    static final Pattern INVALID = Pattern.compile("\\(invalid\\)|\\[bad hdr length");
    static final Pattern BAD_UDP_LENGTH = Pattern.compile("UDP, bad length ");
    static final Pattern UDP_LENGTH = Pattern.compile("UDP, (bad )?length ");
  }
}
