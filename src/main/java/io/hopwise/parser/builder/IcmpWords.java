package io.hopwise.parser.builder;

import com.google.common.primitives.Ints;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What tcpdump's words for ICMP and ICMPv6 messages mean: type, code, and the hosts and numbers
 * among them.
 *
 * @see <a href="https://www.iana.org/assignments/icmp-parameters">IANA's list for ICMP</a>
 * @see <a href="https://www.iana.org/assignments/icmpv6-parameters">IANA's list for ICMPv6</a>
 */
final class IcmpWords {
  private static final int TCP = 6;
  private static final int UDP = 17;

  private IcmpWords() {}

  /** The position of a word in the record's bytes. */
  record Span(int from, int to) {}

  /** The meaning of the words; the position of an absent host is null. */
  static final class Meaning {
    final int type;
    OptionalInt code = OptionalInt.empty();
    OptionalInt id = OptionalInt.empty();
    OptionalInt seq = OptionalInt.empty();
    @Nullable Span subject;
    OptionalInt port = OptionalInt.empty();
    OptionalInt portProtocol = OptionalInt.empty();
    @Nullable Span gateway;
    OptionalLong mtu = OptionalLong.empty();

    private Meaning(int type) {
      this.type = type;
    }

    private static Meaning of(int type) {
      return new Meaning(type);
    }

    private static Meaning of(int type, int code) {
      Meaning meaning = new Meaning(type);
      meaning.code = OptionalInt.of(code);
      return meaning;
    }

    private Meaning about(Span host) {
      subject = host;
      return this;
    }

    private Meaning port(int protocol, OptionalInt number) {
      portProtocol = OptionalInt.of(protocol);
      port = number;
      return this;
    }

    private Meaning by(Span router) {
      gateway = router;
      return this;
    }

    private Meaning mtu(long bytes) {
      mtu = OptionalLong.of(bytes);
      return this;
    }

    private Meaning stamped(long identifier, long sequence) {
      id = OptionalInt.of(Ints.saturatedCast(identifier));
      seq = OptionalInt.of(Ints.saturatedCast(sequence));
      return this;
    }
  }

  static Meaning icmp(RecordToken word) {
    return switch (word.type) {
      case TcpdumpParser.ECHO_REPLY -> Meaning.of(0, 0);
      case TcpdumpParser.NET_UNREACHABLE -> unreachable(word, 0, 1);
      case TcpdumpParser.HOST_UNREACHABLE -> unreachable(word, 1, 1);
      case TcpdumpParser.PROTOCOL_UNREACHABLE -> unreachable(word, 2, 0);
      case TcpdumpParser.UDP_PORT_UNREACHABLE -> unreachable(word, 3, 0).port(UDP, port(word, 3));
      case TcpdumpParser.TCP_PORT_UNREACHABLE -> unreachable(word, 3, 0).port(TCP, port(word, 3));
      case TcpdumpParser.OTHER_PORT_UNREACHABLE -> unreachable(word, 3, 0);
      case TcpdumpParser.NEED_FRAG -> unreachable(word, 4, 0);
      case TcpdumpParser.NEED_FRAG_MTU -> unreachable(word, 4, 0).mtu(Bytes.lastNumber(word));
      case TcpdumpParser.SOURCE_ROUTE_FAILED -> unreachable(word, 5, 0);
      case TcpdumpParser.NET_UNKNOWN -> unreachable(word, 6, 1);
      case TcpdumpParser.HOST_UNKNOWN -> unreachable(word, 7, 1);
      case TcpdumpParser.HOST_ISOLATED -> unreachable(word, 8, 0);
      case TcpdumpParser.NET_PROHIBITED -> unreachable(word, 9, 1);
      case TcpdumpParser.HOST_PROHIBITED -> unreachable(word, 10, 1);
      case TcpdumpParser.NET_TOS -> unreachable(word, 11, 1);
      case TcpdumpParser.HOST_TOS -> unreachable(word, 12, 1);
      case TcpdumpParser.FILTER_PROHIBITED -> unreachable(word, 13, 1);
      case TcpdumpParser.PRECEDENCE_VIOLATION -> unreachable(word, 14, 1);
      case TcpdumpParser.PRECEDENCE_CUTOFF -> unreachable(word, 15, 1);
      case TcpdumpParser.OTHER_UNREACHABLE -> unreachable(word, (int) Bytes.lastNumber(word), 0);
      case TcpdumpParser.OLD_OTHER_UNREACHABLE ->
          unreachable(word, (int) Bytes.firstNumber(word), 1);
      case TcpdumpParser.SOURCE_QUENCH -> Meaning.of(4);
      case TcpdumpParser.REDIRECT_NET -> redirect(word, 0);
      case TcpdumpParser.REDIRECT_HOST -> redirect(word, 1);
      case TcpdumpParser.REDIRECT_TOS_NET -> redirect(word, 2);
      case TcpdumpParser.REDIRECT_TOS_HOST -> redirect(word, 3);
      case TcpdumpParser.REDIRECT_OTHER -> redirect(word, (int) Bytes.firstNumber(word));
      case TcpdumpParser.ECHO_REQUEST -> Meaning.of(8, 0);
      case TcpdumpParser.ROUTER_ADVERTISEMENT -> Meaning.of(9);
      case TcpdumpParser.ROUTER_SOLICITATION -> Meaning.of(10);
      case TcpdumpParser.TIME_EXCEEDED -> Meaning.of(11, 0);
      case TcpdumpParser.REASSEMBLY_EXCEEDED -> Meaning.of(11, 1);
      case TcpdumpParser.OTHER_EXCEEDED -> Meaning.of(11, (int) Bytes.lastNumber(word));
      case TcpdumpParser.PARAMETER_OCTET -> Meaning.of(12, 0);
      case TcpdumpParser.PARAMETER_CODE -> Meaning.of(12, (int) Bytes.lastNumber(word));
      case TcpdumpParser.STAMP_QUERY -> stamp(word, 13);
      case TcpdumpParser.STAMP_REPLY -> stamp(word, 14);
      case TcpdumpParser.INFORMATION_REQUEST -> Meaning.of(15);
      case TcpdumpParser.INFORMATION_REPLY -> Meaning.of(16);
      case TcpdumpParser.MASK_REQUEST -> Meaning.of(17);
      case TcpdumpParser.MASK_REPLY -> Meaning.of(18);
      case TcpdumpParser.EXTENDED_ECHO_REQUEST -> Meaning.of(42);
      case TcpdumpParser.EXTENDED_ECHO_REPLY -> Meaning.of(43);
      case TcpdumpParser.OTHER_TYPE -> Meaning.of((int) Bytes.lastNumber(word));
      default -> throw new IllegalStateException("not an ICMP word: " + word);
    };
  }

  static Meaning icmp6(RecordToken word) {
    return switch (word.type) {
      case TcpdumpParser.NO_ROUTE6 -> Meaning.of(1, 0).about(last(word));
      case TcpdumpParser.PROHIBITED6 -> Meaning.of(1, 1).about(last(word));
      case TcpdumpParser.BEYOND_SCOPE6 -> Meaning.of(1, 2).about(after(word, " beyond scope "));
      case TcpdumpParser.ADDRESS_UNREACHABLE6 -> Meaning.of(1, 3).about(last(word));
      case TcpdumpParser.PORT_UNREACHABLE6 ->
          portUnreachable6(word, after(word, "unreachable port, "), last(word));
      case TcpdumpParser.UNKNOWN_CODE6 -> Meaning.of(1, (int) Bytes.lastNumber(word));
      case TcpdumpParser.OLD_ROUTE6 -> Meaning.of(1, 0).about(word(word, 0));
      case TcpdumpParser.OLD_PROHIBITED6 -> Meaning.of(1, 1).about(word(word, 0));
      case TcpdumpParser.OLD_SCOPE6 -> Meaning.of(1, 2).about(word(word, 0));
      case TcpdumpParser.OLD_ADDRESS6 -> Meaning.of(1, 3).about(word(word, 0));
      case TcpdumpParser.OLD_PORT6 -> portUnreachable6(word, word(word, 0), word(word, 3));
      case TcpdumpParser.OLD_CODE6 ->
          Meaning.of(1, (int) Bytes.lastNumber(word)).about(word(word, 0));
      case TcpdumpParser.CUT_UNREACHABLE6 -> Meaning.of(1);
      case TcpdumpParser.CUT_PORT6 -> Meaning.of(1, 4);
      case TcpdumpParser.CUT_SCOPE6 -> Meaning.of(1, 2);
      case TcpdumpParser.CUT_TOO_BIG6 -> Meaning.of(2);
      case TcpdumpParser.CUT_EXCEEDED6 -> Meaning.of(3);
      case TcpdumpParser.CUT_PARAMETER6 -> Meaning.of(4);
      case TcpdumpParser.CUT_SOLICIT6 -> Meaning.of(135);
      case TcpdumpParser.CUT_ADVERTISE6 -> Meaning.of(136);
      case TcpdumpParser.CUT_REDIRECT6 -> Meaning.of(137);
      case TcpdumpParser.TOO_BIG6 -> Meaning.of(2, 0).mtu(Bytes.lastNumber(word));
      case TcpdumpParser.TIME_EXCEEDED6 -> Meaning.of(3, 0).about(last(word));
      case TcpdumpParser.REASSEMBLY6 -> Meaning.of(3, 1);
      case TcpdumpParser.OTHER_EXCEEDED6 -> Meaning.of(3, (int) Bytes.lastNumber(word));
      case TcpdumpParser.PARAMETER_HEADER6 -> Meaning.of(4, 0);
      case TcpdumpParser.PARAMETER_NEXT6 -> Meaning.of(4, 1);
      case TcpdumpParser.PARAMETER_OPTION6 -> Meaning.of(4, 2);
      case TcpdumpParser.PARAMETER_CHAIN6 -> Meaning.of(4, 3);
      case TcpdumpParser.PARAMETER_CODE6 -> Meaning.of(4, (int) Bytes.lastNumber(word));
      case TcpdumpParser.ECHO_REQUEST6 -> Meaning.of(128, 0);
      case TcpdumpParser.ECHO_REPLY6 -> Meaning.of(129, 0);
      case TcpdumpParser.LISTENER_QUERY6 -> Meaning.of(130);
      case TcpdumpParser.LISTENER_REPORT6 -> Meaning.of(131);
      case TcpdumpParser.LISTENER_DONE6 -> Meaning.of(132);
      case TcpdumpParser.SOLICIT_ROUTER6 -> Meaning.of(133);
      case TcpdumpParser.ADVERTISE_ROUTER6 -> Meaning.of(134);
      case TcpdumpParser.SOLICIT_NEIGHBOR6 -> Meaning.of(135).about(last(word));
      case TcpdumpParser.ADVERTISE_NEIGHBOR6 -> Meaning.of(136).about(last(word));
      case TcpdumpParser.REDIRECT6 -> Meaning.of(137).about(beforeTo(word)).by(last(word));
      case TcpdumpParser.RENUMBERING6 -> Meaning.of(138);
      case TcpdumpParser.NODE_QUERY6 -> Meaning.of(139);
      case TcpdumpParser.NODE_REPLY6 -> Meaning.of(140);
      case TcpdumpParser.INVERSE_SOLICIT6 -> Meaning.of(141);
      case TcpdumpParser.INVERSE_ADVERTISE6 -> Meaning.of(142);
      case TcpdumpParser.LISTENER_REPORT_V2 -> Meaning.of(143);
      case TcpdumpParser.HA_REQUEST6 -> Meaning.of(144);
      case TcpdumpParser.HA_REPLY6 -> Meaning.of(145);
      case TcpdumpParser.MOBILE_SOLICIT6 -> Meaning.of(146);
      case TcpdumpParser.MOBILE_ADVERTISE6 -> Meaning.of(147);
      case TcpdumpParser.RPL6 -> Meaning.of(155);
      case TcpdumpParser.EXTENDED_REQUEST6 -> Meaning.of(160);
      case TcpdumpParser.EXTENDED_REPLY6 -> Meaning.of(161);
      case TcpdumpParser.MTRACE_RESPONSE6 -> Meaning.of(200);
      case TcpdumpParser.MTRACE_MESSAGE6 -> Meaning.of(201);
      case TcpdumpParser.OTHER_TYPE6 -> Meaning.of((int) Bytes.lastNumber(word));
      default -> throw new IllegalStateException("not an ICMPv6 word: " + word);
    };
  }

  private static Meaning unreachable(RecordToken word, int code, int subjectWord) {
    return Meaning.of(3, code).about(word(word, subjectWord));
  }

  private static Meaning redirect(RecordToken word, int code) {
    return Meaning.of(5, code).about(word(word, 1)).by(last(word));
  }

  private static Meaning stamp(RecordToken word, int type) {
    return Meaning.of(type).stamped(Bytes.firstNumber(word), Bytes.lastNumber(word));
  }

  /** {@code destination unreachable, unreachable port, 2001:db8::20 udp port 33434}. */
  private static Meaning portUnreachable6(RecordToken word, Span host, Span port) {
    String text = word.getText();
    Meaning meaning = Meaning.of(1, 4).about(host);
    OptionalInt number = Ports.port(word.bytes, port.from(), port.to()).number();
    if (text.contains(" udp port ")) {
      return meaning.port(UDP, number);
    }
    return text.contains(" tcp port ") ? meaning.port(TCP, number) : meaning;
  }

  private static OptionalInt port(RecordToken token, int index) {
    Span place = word(token, index);
    return Ports.port(token.bytes, place.from(), place.to()).number();
  }

  /** The word of a token at an index, from 0. */
  private static Span word(RecordToken token, int index) {
    int from = token.start;
    for (int i = 0; i < index; i++) {
      from = Bytes.indexOf(token, ' ', from) + 1;
    }
    return new Span(from, Bytes.indexOf(token, ' ', from));
  }

  private static Span last(RecordToken token) {
    int from = token.end;
    while (from > token.start && token.bytes[from - 1] != ' ') {
      from--;
    }
    return new Span(from, token.end);
  }

  /** The word after a label. */
  private static Span after(RecordToken token, String label) {
    int from = token.start + token.getText().indexOf(label) + label.length();
    int to = Bytes.indexOf(token, ' ', from);
    return new Span(from, token.bytes[to - 1] == ',' ? to - 1 : to);
  }

  /** The word before {@code to }. */
  private static Span beforeTo(RecordToken token) {
    int to = token.start + token.getText().lastIndexOf(" to ");
    int from = to;
    while (from > token.start && token.bytes[from - 1] != ' ') {
      from--;
    }
    return new Span(from, to);
  }
}
