package io.hopwise.parser.builder;

import com.google.common.primitives.Ints;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.EarlyWordsContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import io.hopwise.parser.lexer.RecordTokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the IP headers that tcpdump up to 3.7.2 (for IPv6 up to 3.8.3) prints at the end of a
 * record: {@code … (DF) [tos 0x10] (ttl 64, id 1, len 40)}. The header of an inner packet comes
 * before the outer one's, so the last is the captured packet's.
 */
final class TrailingHeaders {
  private final Deque<Header> headers = new ArrayDeque<>();

  private TrailingHeaders() {}

  /** Reads the headers from the end of a record, and makes its text end before them. */
  static TrailingHeaders of(RecordTokens tokens) {
    TrailingHeaders found = new TrailingHeaders();
    int at = tokens.lastOfText();
    Header open = null;
    for (; at >= 0; at--) {
      RecordToken token = tokens.get(at);
      if (!isPart(token)) {
        break;
      }
      if (open == null || open.isBefore(token)) {
        open = new Header();
        found.headers.add(open);
      }
      open.parts[part(token)] = token;
    }
    tokens.endTextBefore(at + 1);
    return found;
  }

  private static boolean isPart(RecordToken token) {
    return part(token) >= 0;
  }

  /** The position of a part in a header, in printing order. */
  private static int part(RecordToken token) {
    return switch (token.type) {
      case TcpdumpParser.OLD_DF -> Header.DF;
      case TcpdumpParser.OLD_FRAGMENT -> Header.FRAGMENT;
      case TcpdumpParser.OLD_TOS -> Header.TOS;
      case TcpdumpParser.OLD_CLASS -> Header.CLASS;
      case TcpdumpParser.OLD_LABEL -> Header.LABEL;
      case TcpdumpParser.OLD_TTL, TcpdumpParser.OLD_HLIM -> Header.TTL;
      case TcpdumpParser.OLD_HEADER -> Header.LENGTHS;
      default -> -1;
    };
  }

  boolean isPresent() {
    return !headers.isEmpty();
  }

  /** The outermost header not yet returned, or an empty one if there is none left. */
  Header next() {
    Header next = headers.poll();
    return next == null ? new Header() : next;
  }

  /** The same words before the addresses, where canonical text has them. */
  static Header early(RecordSource source, EarlyWordsContext words) {
    Header header = new Header();
    for (int i = RecordSource.first(words); i <= RecordSource.last(words); i++) {
      RecordToken word = source.word(i);
      header.parts[early(word)] = word;
    }
    return header;
  }

  private static int early(RecordToken word) {
    return switch (word.bytes[word.start + 1]) {
      case 'D' -> Header.DF;
      case 'c' -> Header.CLASS;
      case 'f' -> Header.LABEL;
      case 't' -> word.bytes[word.start + 2] == 'o' ? Header.TOS : Header.TTL;
      default -> Header.TTL; // hlim
    };
  }

  /** The fields of one header. */
  static final class Header {
    private static final int DF = 0;
    private static final int FRAGMENT = 1;
    private static final int TOS = 2;
    private static final int CLASS = 3;
    private static final int LABEL = 4;
    private static final int TTL = 5;
    private static final int LENGTHS = 6;

    private final @Nullable RecordToken[] parts = new RecordToken[LENGTHS + 1];

    /** Whether a token, read backwards, belongs to the previous header. */
    private boolean isBefore(RecordToken token) {
      int part = part(token);
      for (int i = 0; i <= part; i++) {
        if (parts[i] != null) {
          return true;
        }
      }
      return false;
    }

    /** Whether it has the parentheses of {@code -v}, so that missing fields are zero. */
    boolean isWhole() {
      return parts[LENGTHS] != null;
    }

    boolean isOfIpv6() {
      return parts[CLASS] != null || parts[LABEL] != null || text().contains("hlim ");
    }

    OptionalInt tos() {
      return hex(parts[TOS]);
    }

    OptionalInt trafficClass() {
      return hex(parts[CLASS]);
    }

    OptionalInt flowLabel() {
      return hex(parts[LABEL]);
    }

    /** The TTL or hop limit. */
    OptionalInt ttl() {
      RecordToken outside = parts[TTL];
      if (outside != null) {
        return OptionalInt.of(Ints.saturatedCast(Bytes.lastNumber(outside)));
      }
      OptionalInt inside = after(parts[LENGTHS], "ttl ");
      return inside.isPresent() ? inside : after(parts[LENGTHS], "hlim ");
    }

    OptionalInt id() {
      RecordToken fragment = parts[FRAGMENT];
      return fragment == null
          ? after(parts[LENGTHS], "id ")
          : OptionalInt.of(Ints.saturatedCast(Bytes.firstNumber(fragment)));
    }

    OptionalInt offset() {
      RecordToken fragment = parts[FRAGMENT];
      return fragment == null
          ? zeroIfWhole()
          : OptionalInt.of(Ints.saturatedCast(Bytes.lastNumber(fragment)));
    }

    Optional<Ipv4Flags> flags() {
      RecordToken fragment = parts[FRAGMENT];
      if (fragment != null) {
        boolean more = Bytes.indexOf(fragment, '+', fragment.start) < fragment.end;
        return Optional.of(new Ipv4Flags(false, more, false));
      }
      if (parts[DF] != null) {
        return Optional.of(Ipv4Flags.DF);
      }
      return isWhole() ? Optional.of(Ipv4Flags.NONE) : Optional.empty();
    }

    OptionalInt length() {
      return after(parts[LENGTHS], "len ");
    }

    OptionalInt zeroIfWhole() {
      return isWhole() ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** The IPv4 options; empty if there are none. */
    String options() {
      String text = text();
      int at = text.indexOf("optlen=");
      if (at < 0) {
        return "";
      }
      int end = text.indexOf(", bad cksum ", at);
      String options = text.substring(at, end < 0 ? text.lastIndexOf(')') : end);
      return options.replaceFirst("optlen=\\d+", "").strip();
    }

    /** {@code bad cksum beef!}, {@code bad ip cksum beef! -> 1}: the found header checksum. */
    OptionalInt badChecksum() {
      String text = text();
      int at = text.indexOf("cksum ");
      return at < 0
          ? OptionalInt.empty()
          : OptionalInt.of(
              Integer.parseInt(text, at + "cksum ".length(), text.indexOf('!', at), 16));
    }

    private String text() {
      RecordToken lengths = parts[LENGTHS];
      return lengths == null ? "" : lengths.getText();
    }

    private static OptionalInt hex(@Nullable RecordToken token) {
      return token == null ? OptionalInt.empty() : OptionalInt.of(Bytes.hex(token));
    }

    private static OptionalInt after(@Nullable RecordToken token, String label) {
      if (token == null) {
        return OptionalInt.empty();
      }
      int at = token.getText().indexOf(label);
      return at < 0
          ? OptionalInt.empty()
          : OptionalInt.of(Ints.saturatedCast(Bytes.firstNumber(token, at)));
    }
  }
}
