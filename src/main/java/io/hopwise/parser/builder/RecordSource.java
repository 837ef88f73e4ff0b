package io.hopwise.parser.builder;

import com.google.common.primitives.Ints;
import io.hopwise.packet.ip.Host;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.LinksContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.Numbers;
import io.hopwise.parser.lexer.RecordToken;
import io.hopwise.parser.lexer.RecordTokens;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The record being read, as the builders see it: its words, numbers and the text left over. */
public final class RecordSource {
  private final RecordTokens tokens;
  private final Hosts hosts = new Hosts();
  private @Nullable TrailingHeaders headers;
  private boolean headerAtEnd;
  private boolean modernLink;

  public RecordSource(RecordTokens tokens) {
    this.tokens = tokens;
  }

  static RecordToken token(Token token) {
    return (RecordToken) token;
  }

  /** The last decimal number of a token. */
  static long number(Token token) {
    return Bytes.lastNumber(token(token));
  }

  static OptionalInt optionalInt(@Nullable Token token) {
    return token == null
        ? OptionalInt.empty()
        : Numbers.optional(Ints.saturatedCast(number(token)));
  }

  static OptionalLong optionalLong(@Nullable Token token) {
    return token == null ? OptionalLong.empty() : OptionalLong.of(number(token));
  }

  Host host(byte[] bytes, int from, int to) {
    return hosts.host(bytes, from, to);
  }

  /** The text of a rule's tokens, lines joined by line feeds, without the dump behind it. */
  String text(ParserRuleContext context) {
    int first = context.start.getTokenIndex();
    int last = Math.min(context.stop.getTokenIndex(), tokens.lastOfText());
    return first > last ? "" : between(first, last);
  }

  /**
   * The text behind the typed fields of a payload: that of {@code rest}, or where reading fell back
   * to text before or behind it, all from that place on.
   */
  String rest(@Nullable ParserRuleContext rest) {
    String text = rest == null ? "" : text(rest);
    if (!text.isEmpty() || tokens.fellBackAt() < 0) {
      return text.isBlank() && headerAtEnd ? "" : text;
    }
    return between(tokens.fellBackAt(), tokens.lastOfText());
  }

  /** All text of a record from the beginning of a rule. */
  String textFrom(ParserRuleContext context) {
    return between(context.start.getTokenIndex(), tokens.lastBeforeDump());
  }

  /** The words that stand in place of a quoted packet, on the lines they were printed on. */
  String quotedText(ParserRuleContext quoted) {
    return between(quoted.start.getTokenIndex() - 1, tokens.lastOfText());
  }

  String textBetween(Token first, @Nullable ParserRuleContext last) {
    int end = last == null ? first.getTokenIndex() : last.stop.getTokenIndex();
    return between(first.getTokenIndex(), Math.min(end, tokens.lastBeforeDump()));
  }

  /** Whether the word IP6 stands before a flow. */
  boolean saidIp6(ParserRuleContext flow) {
    return typeBefore(flow) == TcpdumpParser.IP6;
  }

  /** Whether the word IP or IP6 stands before a flow. */
  boolean saidIp(ParserRuleContext flow) {
    int type = typeBefore(flow);
    return type == TcpdumpParser.IP || type == TcpdumpParser.IP6;
  }

  private int typeBefore(ParserRuleContext flow) {
    int first = flow.start.getTokenIndex();
    return first == 0 ? 0 : tokens.get(first - 1).type;
  }

  /** Begins a record. */
  void begin(@Nullable LinksContext links) {
    headers = null;
    headerAtEnd = false;
    modernLink = false;
    for (int i = first(links); i <= last(links); i++) {
      modernLink |= isModern(word(i).type);
    }
  }

  /** The index of a rule's first word. */
  static int first(@Nullable ParserRuleContext rule) {
    return rule == null ? 0 : rule.start.getTokenIndex();
  }

  /** The index of a rule's last word, less than that of the first one where it has none. */
  static int last(@Nullable ParserRuleContext rule) {
    return rule == null ? -1 : rule.stop.getTokenIndex();
  }

  /** The word at an index. */
  RecordToken word(int index) {
    return tokens.get(index);
  }

  /** Links as tcpdump prints them since 3.8. */
  private static boolean isModern(int type) {
    return switch (type) {
      case TcpdumpParser.OLD_MACS,
          TcpdumpParser.OLD_ETHERTYPE,
          TcpdumpParser.VLAN,
          TcpdumpParser.PPPOE,
          TcpdumpParser.MAC_ONE,
          TcpdumpParser.COOKED,
          TcpdumpParser.MPLS,
          TcpdumpParser.MPLS_NEXT,
          TcpdumpParser.MPLS_END ->
          false;
      default -> true;
    };
  }

  /** Whether a link layer of 3.8 or later was printed, so that no header stands at the end. */
  boolean hasModernLink() {
    return modernLink;
  }

  /** The header at the end of the record that belongs to the next flow inwards, none otherwise. */
  TrailingHeaders.Header nextTrailingHeader() {
    if (headers == null) {
      headers = TrailingHeaders.of(tokens);
      headerAtEnd = headers.isPresent();
    }
    return headers.next();
  }

  /**
   * The hex dump at the end of the record, lines joined by line feeds; empty where there is none.
   */
  String dump() {
    int first = tokens.lastBeforeDump() + 1;
    int last = tokens.size() - 2;
    return first > last ? "" : between(first, last).substring(1);
  }

  /** Ends the text kept as printed before a token. */
  void endTextBefore(Token token) {
    tokens.endTextBefore(token.getTokenIndex());
  }

  /** L2TP's text ends with a brace of its own, behind that of the packet inside. */
  void endTextBeforeBrace() {
    RecordToken last = tokens.get(Math.max(0, tokens.lastOfText()));
    if (last.bytes[last.end - 1] == '}') {
      last.end--;
    }
  }

  private String between(int first, int last) {
    if (first > last) {
      return "";
    }
    RecordToken from = tokens.get(first);
    String text = Bytes.text(from.bytes, from.start, tokens.get(last).end);
    if (text.indexOf('\r') < 0) {
      return text;
    }
    // Where lines end in line feeds, a return amid one is no line end.
    boolean feeds = Bytes.indexOf(from.bytes, '\n') >= 0;
    return text.replace("\r\n", "\n").replace('\r', feeds ? ' ' : '\n');
  }
}
