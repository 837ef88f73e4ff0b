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
          + " (invalid), [Invalid header]), or tcpdump does not look below what carries it",
      c -> isHeader(c) && c.ours().isEmpty() && !c.says(Pair.IP_HEADER)),
  NO_ADDRESSES(
      "tcpdump prints an IP header without addresses: its options or the ports were cut",
      c -> isHeader(c) && c.ours().isEmpty() && !c.says(Texts.ADDRESSES)),
  LINK_LAYER(
      "tshark finds no IP packet behind this link layer, tcpdump does",
      c -> isHeader(c) && !c.pair().row().isIp() && c.says(Pair.IP_HEADER)),
  OTHER_VERSION(
      "tshark goes no further where the link layer announces another version of IP",
      c -> c.theirs().isEmpty() && c.pair().row().number("ip.version").orElse(4) != 4),
  IP_OPTIONS(
      "tshark goes no further where IPv4 options are cut or contradict themselves, tcpdump does",
      c -> c.theirs().isEmpty() && c.says(Texts.BAD_IP_OPTION)),
  EMPTY_JUMBOGRAM(
      "tshark reads no fragment header in a packet of payload length 0, tcpdump does",
      c -> c.theirs().isEmpty() && c.is("id", "offset") && says0(c, "ipv6.plen")),

  INNER_NOT_PRINTED(
      "tcpdump does not print the IP header in there: not what an ICMPv6 error quotes, not what"
          + " stands behind ERSPAN, MPLS in GRE, sFlow, OpenFlow",
      c -> c.is("inner headers") && c.isBeginning() && c.count(Pair.IP_HEADER) == c.headersRead()),
  INNER_NOT_SHOWN(
      "tshark does not look into this tunnel, tcpdump does (OTV)",
      c ->
          c.is("inner headers")
              && c.theirs().isEmpty()
              && c.count(Pair.IP_HEADER) == c.headersRead()),

  CUT(
      "tcpdump prints nothing of a part that was not captured whole ([|tcp]), tshark what there is",
      c -> c.ours().isEmpty() && c.outer(Texts.CUT)),
  INVALID(
      "tcpdump stops where a header contradicts itself ((invalid), bad hdr length,"
          + " truncated-udp), tshark goes on",
      c -> c.ours().isEmpty() && c.outer(Texts.INVALID)),
  TCP_OPTION(
      "tcpdump stops at a TCP option that contradicts itself ([bad opt], invalid sack)",
      c -> c.ours().isEmpty() && c.says(Texts.BAD_TCP_OPTION)),
  FIRST_FRAGMENT(
      "tshark counts no TCP payload in a first fragment, tcpdump does",
      c -> c.theirs().isEmpty() && isFragment(c.pair().row()) && ofTcpLength(c)),
  LONGER_THAN_FRAME(
      "an IP packet longer than its frame: tcpdump counts what its header says, tshark what came",
      c -> c.says(Texts.LONGER_THAN_FRAME) && ofTcpLength(c)),
  SHORT_ICMP(
      "tshark shows nothing of an ICMP message shorter than its header, tcpdump its type",
      c -> c.theirs().isEmpty() && c.is("icmp type") && c.says(Texts.SHORT_ICMP)),
  CODE(
      "tcpdump does not print the code of such an ICMP message; it is read as 0 where that is all"
          + " there may be",
      c -> c.is("icmp code") && !IcmpFields.isCodePrinted(c.pair().row())),
  PRINTER(
      "an application's printer takes the place of \"UDP, length\"",
      c -> c.is("udp length") && c.ours().isEmpty() && !c.outer(Texts.UDP_LENGTH)),
  ZERO_LENGTH(
      "a UDP length of 0 in a jumbogram: tcpdump prints the one that follows from the packet's",
      c -> c.is("udp length") && says0(c, "udp.length")),

  CHECKSUM_OF_FRAGMENT(
      "tcpdump says nothing of checksums where there is a fragment header",
      c -> isChecksum(c) && c.ours().isEmpty() && c.pair().row().has("ipv6.fraghdr.offset")),
  CHECKSUM_OF_PART(
      "tcpdump says nothing of checksums where its packet is not whole: longer than the frame, or"
          + " cut at the file's snapshot length, which tshark pays no heed to",
      c ->
          isChecksum(c)
              && c.ours().isEmpty()
              && (c.says(Texts.LONGER_THAN_FRAME) || c.pair().isCut())),
  CHECKSUM_OF_TOO_LONG(
      "tshark does not judge the checksum of a datagram longer than its packet, tcpdump does",
      c -> isChecksum(c) && c.theirs().isEmpty() && isTooLong(c.pair().row())),
  CHECKSUM_MISSING(
      "tcpdump computes what a missing UDP checksum over IPv6 should be, tshark does not",
      c -> isChecksum(c) && c.theirs().isEmpty() && says0(c, "udp.checksum")),
  CHECKSUM_AND_ROUTE(
      "tcpdump and tshark do not agree which addresses the checksum of a packet with a home address"
          + " or a routing header covers",
      c -> isChecksum(c) && c.says(Texts.ROUTE));

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

  private static boolean isChecksum(Comparison c) {
    return c.field().name().contains("checksum");
  }

  private static boolean ofTcpLength(Comparison c) {
    return c.is("seq", "seq end", "tcp length");
  }

  private static boolean isFragment(TsharkRow row) {
    return row.number("ip.flags.mf", "ipv6.fraghdr.more").orElse(0) == 1;
  }

  private static boolean isTooLong(TsharkRow row) {
    return row.number("udp.length").orElse(0) > row.number("ip.len", "ipv6.plen").orElse(0);
  }

  private static boolean says0(Comparison c, String column) {
    return c.pair().row().number(column).orElse(-1) == 0;
  }

  /** What tcpdump's text says. */
  private static final class Texts {
    static final Pattern ADDRESSES = Pattern.compile("\\S > \\S+:( |$)", Pattern.MULTILINE);
    static final Pattern BAD_IP_OPTION =
        Pattern.compile("options \\([^\n]*\\[(bad |truncated-option)");
    static final Pattern CUT = Pattern.compile("\\[\\|[a-z0-9_-]+]");
    static final Pattern INVALID = Pattern.compile("\\(invalid\\)|\\[bad hdr length|truncated-udp");
    static final Pattern BAD_TCP_OPTION =
        Pattern.compile("options \\[[^\n]*(\\[bad opt]|invalid sack)");
    static final Pattern LONGER_THAN_FRAME =
        Pattern.compile("truncated-ip6? - |length \\d+ > length \\d+] \\(invalid\\)");
    static final Pattern SHORT_ICMP = Pattern.compile("ICMP [^\n]*, length [0-3]\\b");
    static final Pattern UDP_LENGTH = Pattern.compile("UDP, (bad )?length ");
    static final Pattern ROUTE = Pattern.compile("\\(homeaddr: |(RT6|srcrt) \\(len=");
  }
}
