package io.hopwise.parser.builder;

import io.hopwise.packet.Port;
import io.hopwise.packet.ip.Host;
import io.hopwise.parser.grammar.TcpdumpParser.PayloadContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import io.hopwise.parser.lexer.Swar;

/**
 * The two ends of a packet: the words before and after {@code >}, each split at its last dot if the
 * protocol has ports.
 */
final class Endpoints {
  /** An IPv6 address without {@code ::} has so many. */
  private static final int IPV6_COLONS = 7;

  private final RecordToken src;
  private final RecordToken dst;
  private final int srcStart;
  private final int srcEnd;
  private final int dstEnd;
  private final int srcSplit;
  private final int dstSplit;

  Endpoints(RecordToken src, RecordToken dst, boolean ports) {
    this.src = src;
    this.dst = dst;
    // In an inner packet a space comes first.
    this.srcStart = src.bytes[src.start] == ' ' ? src.start + 1 : src.start;
    this.srcEnd = src.end - " > ".length();
    this.dstEnd = dst.end - ":".length();
    int srcDot = ports ? lastDot(src, srcEnd) : srcEnd;
    int dstDot = ports ? lastDot(dst, dstEnd) : dstEnd;
    // If one end has no port, neither has: what looks like a port is the end of a name.
    boolean both = srcDot < srcEnd && dstDot < dstEnd;
    this.srcSplit = both ? srcDot : srcEnd;
    this.dstSplit = both ? dstDot : dstEnd;
  }

  private static int lastDot(RecordToken token, int end) {
    int near = end - Long.BYTES;
    if (near > token.start) {
      // A number has a dot before it; a search by byte would mispredict its length.
      long dots = Swar.bytes(Swar.at(token.bytes, near), '.');
      if (dots != 0) {
        return end - 1 - Swar.countAfter(dots);
      }
    }
    for (int at = end - 1; at > token.start; at--) {
      if (token.bytes[at] == '.') {
        return at;
      }
    }
    return end;
  }

  Host src(RecordSource source) {
    return source.host(src.bytes, srcStart, srcSplit);
  }

  Host dst(RecordSource source) {
    return source.host(dst.bytes, dst.start, dstSplit);
  }

  /** Whether both ends are split into host and port. */
  boolean havePorts() {
    return srcSplit < srcEnd && dstSplit < dstEnd;
  }

  Port srcPort() {
    return Ports.port(src.bytes, srcSplit + 1, srcEnd);
  }

  Port dstPort() {
    return Ports.port(dst.bytes, dstSplit + 1, dstEnd);
  }

  /**
   * Whether these are ports without addresses: {@code 51000 > 40001:}, printed up to 4.9.3 if the
   * IP version is not the one the frame announces.
   */
  boolean arePortsAlone(PayloadContext payload) {
    boolean transport =
        payload.segment != null || payload.oldSegment != null || payload.dgram != null;
    return transport && isNumber(src, srcEnd) && isNumber(dst, dstEnd);
  }

  private static boolean isNumber(RecordToken token, int end) {
    for (int at = token.start; at < end; at++) {
      if (!Bytes.isDigit(token.bytes[at])) {
        return false;
      }
    }
    return true;
  }

  /** Whether these are link-layer addresses or IPX addresses, which end in one. */
  boolean areOfAnotherLayer() {
    return isLinkAddress(src, srcEnd);
  }

  private static boolean isLinkAddress(RecordToken token, int end) {
    int colons = 0;
    for (int at = token.start; at < end; at++) {
      if (token.bytes[at] == ':') {
        colons++;
        if (at + 1 < end && token.bytes[at + 1] == ':') {
          return false;
        }
      }
    }
    return colons == 5;
  }

  boolean looksLikeIpv6() {
    return Bytes.indexOf(src, ':', srcStart) < srcSplit;
  }

  /**
   * Whether the word behind {@code >} is the beginning of an IPv6 address alone, as a wrapped line
   * leaves it: {@code 2001:db8:9:}. Its own colon then looks like the one behind addresses.
   */
  boolean endAmidAddress() {
    if (havePorts()) {
      return false;
    }
    int colons = 0;
    boolean shortened = false;
    for (int at = dst.start; at < dstEnd; at++) {
      byte b = dst.bytes[at];
      if (b != ':' && !isHexDigit(b)) {
        return false;
      }
      shortened |= b == ':' && at > dst.start && dst.bytes[at - 1] == ':';
      colons += b == ':' ? 1 : 0;
    }
    boolean broken = dst.bytes[dstEnd - 1] == ':' && dst.bytes[dstEnd - 2] != ':';
    if (colons == 0) {
      return looksLikeIpv6() && isNumber(dst, dstEnd);
    }
    return broken || (!shortened && colons < IPV6_COLONS);
  }

  /**
   * Whether the word alone shows that it ends in a port: an IPv4 address with a fifth part, or an
   * IPv6 address followed by a dot.
   */
  static boolean showsPort(RecordToken token, int end) {
    int dots = 0;
    int colons = 0;
    for (int at = token.start; at < end; at += Long.BYTES) {
      long own = Swar.first(Math.min(Long.BYTES, end - at));
      long word = Swar.at(token.bytes, at);
      long dot = Swar.bytes(word, '.') & own;
      long colon = Swar.bytes(word, ':') & own;
      long others = Swar.notDigits(word) & ~Swar.hexLetters(word) & own & ~dot & ~colon;
      if (others != 0) {
        return showsPortAfterName(token, end);
      }
      dots += Long.bitCount(dot);
      colons += Long.bitCount(colon);
    }
    return dots == 4 || (colons > 1 && dots == 1);
  }

  /** Whether the name after an address is that of a port, not of a zone. */
  private static boolean showsPortAfterName(RecordToken token, int end) {
    int dots = 0;
    int colons = 0;
    for (int at = token.start; at < end; at++) {
      byte b = token.bytes[at];
      if (b == '.') {
        dots++;
      } else if (b == ':') {
        colons++;
      } else if (dots < 4 && colons < 2 && !isHexDigit(b)) {
        return false;
      }
    }
    return dots == 4 || (colons > 1 && dots == 1);
  }

  private static boolean isHexDigit(byte b) {
    return Bytes.isDigit(b) || (b >= 'a' && b <= 'f');
  }
}
