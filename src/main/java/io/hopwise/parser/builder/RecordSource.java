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

/** The record being read, as the builders see it: its words, its numbers and the remaining text. */
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

  /** The text of a rule's tokens, lines joined by line feeds, without the dump after it. */
  String text(ParserRuleContext context) {
    int first = context.start.getTokenIndex();
    int last = Math.min(context.stop.getTokenIndex(), tokens.lastOfText());
    return first > last ? "" : between(first, last);
  }

  /**
   * The text after the typed fields of a payload: that of {@code rest} or, if the parser fell back
   * to text, everything from there on.
   */
  String rest(@Nullable ParserRuleContext rest) {
    String text = rest == null ? "" : text(rest);
    if (!text.isEmpty() || tokens.fellBackAt() < 0) {
      return text.isBlank() && headerAtEnd ? "" : text;
    }
    return between(tokens.fellBackAt(), tokens.lastOfText());
  }

  /** All text of the record from the beginning of a rule. */
  String textFrom(ParserRuleContext context) {
    return between(context.start.getTokenIndex(), tokens.lastBeforeDump());
  }

  /** The words printed in place of a quoted packet, with their line breaks. */
  String quotedText(ParserRuleContext quoted) {
    return between(quoted.start.getTokenIndex() - 1, tokens.lastOfText());
  }

  String textBetween(Token first, @Nullable ParserRuleContext last) {
    int end = last == null ? first.getTokenIndex() : last.stop.getTokenIndex();
    return between(first.getTokenIndex(), Math.min(end, tokens.lastBeforeDump()));
  }

  /** Whether the word IP6 precedes a flow. */
  boolean hasIp6Word(ParserRuleContext flow) {
    return typeBefore(flow) == TcpdumpParser.IP6;
  }

  /** Whether the word IP or IP6 precedes a flow. */
  boolean hasIpWord(ParserRuleContext flow) {
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

  /** The index of a rule's last word; less than that of the first if it has no words. */
  static int last(@Nullable ParserRuleContext rule) {
    return rule == null ? -1 : rule.stop.getTokenIndex();
  }

  /** The word at an index. */
  RecordToken word(int index) {
    return tokens.get(index);
  }

  /** Whether the type is of a link layer as tcpdump prints it since 3.8. */
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

  /** Whether a link layer of 3.8 or later was printed, so that no header comes at the end. */
  boolean hasModernLink() {
    return modernLink;
  }

  /** The header at the end of the record that belongs to the next inner flow, or an empty one. */
  TrailingHeaders.Header nextTrailingHeader() {
    if (headers == null) {
      headers = TrailingHeaders.of(tokens);
      headerAtEnd = headers.isPresent();
    }
    return headers.next();
  }

  /** The hex dump at the end of the record, lines joined by line feeds; empty if there is none. */
  String dump() {
    int first = tokens.lastBeforeDump() + 1;
    int last = tokens.size() - 2;
    return first > last ? "" : between(first, last).substring(1);
  }

  /** Makes the remaining text end before a token. */
  void endTextBefore(Token token) {
    tokens.endTextBefore(token.getTokenIndex());
  }

  /**
   * Makes the remaining text end before L2TP's own brace, which follows that of the inner packet.
   */
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
    // If lines end in line feeds, a carriage return within a line is no line end.
    boolean feeds = Bytes.indexOf(from.bytes, '\n') >= 0;
    return text.replace("\r\n", "\n").replace('\r', feeds ? ' ' : '\n');
  }
}
