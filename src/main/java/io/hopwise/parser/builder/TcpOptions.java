package io.hopwise.parser.builder;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpOption.Multipath;
import io.hopwise.packet.TcpOption.Sack;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.TcpOptionsContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads TCP options. */
final class TcpOptions {
  private static final String UNCHECKED = "md5 shared";

  /** Marks that there are timestamps; the numbers are not real. */
  private static final ImmutableList<TcpOption> TIMESTAMPS =
      ImmutableList.of(new TcpOption.Timestamps(0, 0));

  private TcpOptions() {}

  /** All options, in their order. */
  static ImmutableList<TcpOption> options(
      @Nullable TcpOptionsContext printed, RecordSource source) {
    if (printed == null) {
      return ImmutableList.of();
    }
    int last = RecordSource.last(printed);
    // The options are nearly always separated by commas.
    ImmutableList.Builder<TcpOption> options =
        ImmutableList.builderWithExpectedSize((last - RecordSource.first(printed)) / 2 + 1);
    for (int i = RecordSource.first(printed); i <= last; i++) {
      RecordToken word = source.word(i);
      if (word.type != TcpdumpParser.COMMA) {
        options.add(option(word));
      }
    }
    return options.build();
  }

  /** Only the timestamps among the options, if there are any, without their numbers. */
  static ImmutableList<TcpOption> timestamps(
      @Nullable TcpOptionsContext printed, RecordSource source) {
    if (printed == null) {
      return ImmutableList.of();
    }
    int last = RecordSource.last(printed);
    for (int i = RecordSource.first(printed); i <= last; i++) {
      if (source.word(i).type == TcpdumpParser.TIMESTAMPS) {
        return TIMESTAMPS;
      }
    }
    return ImmutableList.of();
  }

  private static TcpOption option(RecordToken token) {
    return switch (token.type) {
      case TcpdumpParser.NOP -> TcpOption.Flag.NOP;
      case TcpdumpParser.END_OPTION -> TcpOption.Flag.EOL;
      case TcpdumpParser.SACK_OK -> TcpOption.Flag.SACK_OK;
      case TcpdumpParser.MSS -> new TcpOption.Mss((int) Bytes.lastNumber(token));
      case TcpdumpParser.WSCALE -> new TcpOption.WindowScale((int) Bytes.lastNumber(token));
      case TcpdumpParser.TIMESTAMPS ->
          new TcpOption.Timestamps(Bytes.firstNumber(token), Bytes.lastNumber(token));
      case TcpdumpParser.SACK -> sack(token);
      case TcpdumpParser.VALUE_OPTION ->
          new TcpOption.Value(firstWord(token.getText()), Bytes.lastNumber(token));
      case TcpdumpParser.MD5 -> md5(token.getText());
      case TcpdumpParser.USER_TIMEOUT ->
          new TcpOption.UserTimeout(Bytes.hex(token), Bytes.lastNumber(token));
      case TcpdumpParser.TCP_AO -> authentication(token.getText());
      case TcpdumpParser.FAST_OPEN -> fastOpen(token.getText());
      case TcpdumpParser.MPTCP -> multipath(token.getText());
      case TcpdumpParser.UNKNOWN_OPTION -> unknown(token.getText());
      default -> other(token.getText());
    };
  }

  private static Sack sack(RecordToken token) {
    ImmutableList.Builder<Sack.Block> blocks = ImmutableList.builder();
    int open = Bytes.indexOf(token, '{', token.start);
    while (open < token.end) {
      int colon = Bytes.indexOf(token, ':', open);
      long left = Bytes.firstNumber(token, open - token.start);
      long right = Bytes.firstNumber(token, colon - token.start);
      blocks.add(new Sack.Block(left, right));
      open = Bytes.indexOf(token, '{', colon);
    }
    return new Sack(blocks.build());
  }

  /**
   * {@code md5 0001…}, {@code md5:0001…}, {@code md50001…}, {@code md5 valid}, {@code md5 shared
   * secret not supplied with -M, can't check - 0001…}.
   */
  private static TcpOption md5(String text) {
    if (text.endsWith("valid") || text.startsWith(UNCHECKED)) {
      return new TcpOption.Md5(text.substring("md5 ".length()));
    }
    return new TcpOption.Md5(text.substring(text.length() - 32));
  }

  private static TcpOption authentication(String text) {
    String[] words = text.split(" ", -1);
    return new TcpOption.Authentication(
        Integer.parseInt(words[2]), Integer.parseInt(words[4]), words[6].substring(2));
  }

  private static TcpOption fastOpen(String text) {
    String cookie = text.endsWith("cookiereq") ? "" : text.substring(text.lastIndexOf(' ') + 1);
    return new TcpOption.FastOpen(text.startsWith("exp-"), cookie);
  }

  /** {@code mptcp 12 join id 2 token 0x1 nonce 0x2}; up to 4.9 the length is missing. */
  private static TcpOption multipath(String text) {
    String rest = text.substring("mptcp ".length());
    OptionalInt length = OptionalInt.empty();
    String first = firstWord(rest);
    if (!first.isEmpty() && Character.isDigit(first.charAt(0))) {
      length =
          OptionalInt.of(
              (int)
                  Math.min(255, Long.parseLong(first.substring(0, Math.min(18, first.length())))));
      rest = rest.substring(first.length() + 1);
    }
    String word = firstWord(rest);
    String details = rest.length() > word.length() ? rest.substring(word.length() + 1) : "";
    for (Multipath.Subtype subtype : Multipath.Subtype.values()) {
      if (subtype.word().equals(word)) {
        return new Multipath(subtype, length, details);
      }
    }
    return other(text);
  }

  /** {@code unknown-201 0xcafe}, {@code opt-201:cafe}, {@code Unknown Option 201cafe}. */
  private static TcpOption unknown(String text) {
    if (text.startsWith("opt-")) {
      int colon = text.indexOf(':');
      return new TcpOption.Unknown(
          Integer.parseInt(text, "opt-".length(), colon, 10), text.substring(colon + 1));
    }
    if (text.startsWith("unknown-")) {
      int space = text.indexOf(' ');
      int end = space < 0 ? text.length() : space;
      return new TcpOption.Unknown(
          Integer.parseInt(text, "unknown-".length(), end, 10),
          space < 0 ? "" : text.substring(space + " 0x".length()));
    }
    return glued(text.substring("Unknown Option ".length()), text);
  }

  /**
   * Releases 4.0 to 4.4 print {@code Unknown Option 288005} for kind 28 with the bytes 8005. The
   * kind has one to three digits and each byte two; if several readings are possible, none is
   * chosen.
   */
  private static TcpOption glued(String digits, String text) {
    TcpOption found = null;
    for (int length = 1; length <= Math.min(3, digits.length()); length++) {
      String kind = digits.substring(0, length);
      if ((digits.length() - length) % 2 != 0 || !isUnknownKind(kind)) {
        continue;
      }
      if (found != null) {
        return new TcpOption.Other("Unknown", text.substring("Unknown ".length()));
      }
      found = new TcpOption.Unknown(Integer.parseInt(kind), digits.substring(length));
    }
    return found == null ? other(text) : found;
  }

  /** Whether a kind is one that releases 4.0 to 4.4 do not know. */
  private static boolean isUnknownKind(String digits) {
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9') || digits.startsWith("0")) {
      return false;
    }
    int kind = Integer.parseInt(digits);
    return kind > 8 && kind < 256 && (kind < 11 || kind > 13) && kind != 19 && kind != 20;
  }

  private static TcpOption other(String text) {
    int space = text.indexOf(' ');
    return space <= 0
        ? new TcpOption.Other(text, "")
        : new TcpOption.Other(text.substring(0, space), text.substring(space + 1));
  }

  private static String firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }
}
