package io.hopwise.parser.builder;

import static io.hopwise.parser.builder.RecordSource.number;
import static io.hopwise.parser.builder.RecordSource.optionalInt;
import static io.hopwise.parser.builder.RecordSource.optionalLong;
import static io.hopwise.parser.builder.RecordSource.token;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.OldTcpContext;
import io.hopwise.parser.grammar.TcpdumpParser.QuietTcpContext;
import io.hopwise.parser.grammar.TcpdumpParser.TcpContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads a TCP segment, in the form of 4.0 and later and in that of 3.9.8 and older. */
final class TcpBuilder {
  /** A checksum that does not fit; nobody asks for its value. */
  private static final Checksum WRONG =
      new Checksum.Incorrect(OptionalInt.empty(), OptionalInt.empty());

  private static final int HEADER = 20;
  private static final int MOST = 65535;

  private final RecordSource source;

  TcpBuilder(RecordSource source) {
    this.source = source;
  }

  /**
   * Reads a segment of 4.0 and later.
   *
   * @param room the bytes after the IP header; -1 if unknown
   */
  TcpSegment segment(TcpContext tcp, Port src, Port dst, int room) {
    ImmutableList<TcpOption> options = TcpOptions.options(tcp.options, source);
    OptionalInt length = optionalInt(tcp.len);
    String text = source.rest(tcp.rest);
    boolean plain = room < 0 || tcp.len == null || endsPlainly(token(tcp.len));
    String glued = plain ? "" : glued(token(tcp.len), options, room);
    if (!glued.isEmpty()) {
      String all = token(tcp.len).getText();
      length =
          OptionalInt.of(
              Integer.parseInt(all, ", length ".length(), all.length() - glued.length(), 10));
      text = spaced(glued) + text;
    }
    return new TcpSegment(
        src,
        dst,
        TcpFlagLetters.flags(tcp),
        seq(tcp),
        seqEnd(tcp),
        optionalLong(tcp.ack),
        optionalInt(tcp.win),
        optionalInt(tcp.urg),
        checksum(tcp.sum),
        options,
        length,
        text,
        note(tcp));
  }

  /** A segment of 4.0 and later with the fields for {@link Detail#JUDGED}. */
  TcpSegment judged(TcpContext tcp, Port src, Port dst, int room) {
    // Where no length ends the words, more may stand behind them, such as the trailer of F5.
    if (tcp.len == null || !endsPlainly(token(tcp.len))) {
      return segment(tcp, src, dst, room);
    }
    return new TcpSegment(
        src,
        dst,
        TcpFlagLetters.flags(tcp),
        seq(tcp),
        seqEnd(tcp),
        optionalLong(tcp.ack),
        optionalInt(tcp.win),
        OptionalInt.empty(),
        isWrong(tcp.sum) ? WRONG : Checksum.NOT_PRINTED,
        TcpOptions.timestamps(tcp.options, source),
        optionalInt(tcp.len),
        "");
  }

  /** A segment of 4.0 and later with the fields for {@link Detail#ESSENTIALS}. */
  static TcpSegment essentials(TcpContext tcp, Port src, Port dst) {
    return new TcpSegment(
        src,
        dst,
        TcpFlagLetters.flags(tcp),
        seq(tcp),
        OptionalLong.empty(),
        optionalLong(tcp.ack),
        optionalInt(tcp.win),
        OptionalInt.empty(),
        Checksum.NOT_PRINTED,
        ImmutableList.of(),
        OptionalInt.empty(),
        "");
  }

  private static boolean isWrong(@Nullable Token sum) {
    return sum != null && sum.getType() == TcpdumpParser.BAD_CKSUM;
  }

  private static OptionalLong seq(TcpContext tcp) {
    return tcp.seq == null
        ? OptionalLong.empty()
        : OptionalLong.of(Bytes.firstNumber(token(tcp.seq)));
  }

  private static OptionalLong seqEnd(TcpContext tcp) {
    boolean one = tcp.seq == null || token(tcp.seq).type == TcpdumpParser.SEQ;
    return one ? OptionalLong.empty() : OptionalLong.of(number(tcp.seq));
  }

  /** The remarks on fields that should be 0. */
  private static String note(TcpContext tcp) {
    if (tcp.ackNote == null && tcp.urgNote == null) {
      return "";
    }
    String ack = tcp.ackNote == null ? "" : token(tcp.ackNote).getText();
    String urg = tcp.urgNote == null ? "" : token(tcp.urgNote).getText();
    return (ack + urg).substring(", ".length());
  }

  /** Whether a line end or a colon follows a number, as it nearly always does. */
  private static boolean endsPlainly(RecordToken number) {
    byte[] bytes = number.bytes;
    byte next = number.end < bytes.length ? bytes[number.end] : (byte) '\n';
    return next == '\n' || next == '\r' || next == ':';
  }

  /**
   * The digits that do not belong to a length. Up to 4.8.1 the text of DNS follows the length
   * without a space: {@code length 314660+ A?} is length 31 and query 4660. Only the length that
   * fits between the IP header and the options is taken.
   */
  private static String glued(RecordToken len, ImmutableList<TcpOption> options, int room) {
    String digits = len.getText().substring(", length ".length());
    String fitting = Integer.toString(Math.max(0, room - HEADER - OptionBytes.padded(options)));
    boolean longer = digits.length() > fitting.length() && digits.startsWith(fitting);
    return longer ? digits.substring(fitting.length()) : "";
  }

  TcpSegment oldSegment(OldTcpContext tcp, Port src, Port dst) {
    OptionalLong seq = OptionalLong.empty();
    OptionalLong seqEnd = OptionalLong.empty();
    OptionalInt length = OptionalInt.of(0);
    if (tcp.seq != null) {
      RecordToken token = token(tcp.seq);
      int colon = Bytes.indexOf(token, ':', token.start) - token.start;
      length = OptionalInt.of(Ints.saturatedCast(number(tcp.seq)));
      seq = OptionalLong.of(Bytes.firstNumber(token));
      // Only with payload, as later releases do: `0:0(0)` is one number twice.
      seqEnd = length.getAsInt() == 0 ? seqEnd : OptionalLong.of(Bytes.firstNumber(token, colon));
    }
    String glued = gluedToWindow(token(tcp.win));
    return new TcpSegment(
        src,
        dst,
        TcpFlagLetters.oldFlags(tcp),
        seq,
        seqEnd,
        optionalLong(tcp.ack),
        window(token(tcp.win), glued),
        optionalInt(tcp.urg),
        checksum(tcp.sum),
        TcpOptions.options(tcp.options, source),
        length,
        spaced(glued) + source.rest(tcp.rest));
  }

  /** Adds the space that later releases print, so that the same packet has the same text. */
  private static String spaced(String glued) {
    return glued.isEmpty() ? "" : " " + glued;
  }

  private static OptionalInt window(RecordToken win, String glued) {
    String text = win.getText().strip().substring("win ".length());
    String digits = text.substring(0, text.length() - glued.length());
    return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  /**
   * The digits that do not belong to a window: {@code win 655354660+ A?} is window 65535 and query
   * 4660. The full window is the usual one; if several windows are possible, none is chosen.
   */
  private static String gluedToWindow(RecordToken win) {
    String digits = win.getText().strip().substring("win ".length());
    if (digits.length() < 5 || (digits.length() == 5 && Integer.parseInt(digits) <= MOST)) {
      return "";
    }
    String full = Integer.toString(MOST);
    if (digits.startsWith(full) && isQuery(digits.substring(full.length()))) {
      return digits.substring(full.length());
    }
    String only = null;
    for (int length = 1; length <= 5 && length < digits.length(); length++) {
      String rest = digits.substring(length);
      if (Integer.parseInt(digits.substring(0, length)) > MOST || !isQuery(rest)) {
        continue;
      }
      if (only != null) {
        return digits;
      }
      only = rest;
    }
    return only == null ? digits : only;
  }

  private static boolean isQuery(String digits) {
    boolean small = digits.length() <= 5 && Integer.parseInt(digits) <= MOST;
    return small && (digits.length() == 1 || digits.charAt(0) != '0');
  }

  TcpSegment quietSegment(QuietTcpContext tcp, Port src, Port dst) {
    if (number(tcp.len) > Integer.MAX_VALUE) {
      // A negative length: the header is longer than its packet. Printed as `tcp 4294967256`.
      return untyped(src, dst, source.text(tcp));
    }
    return bare(src, dst, optionalInt(tcp.len), source.rest(tcp.rest));
  }

  /** A segment for which tcpdump printed only words, such as {@code [|tcp]}. */
  TcpSegment untyped(Port src, Port dst, String text) {
    return bare(src, dst, OptionalInt.empty(), withoutSpace(text));
  }

  /**
   * Removes the space between the address and the text. Some releases print another one before
   * {@code [|tcp]} and the like.
   */
  static String withoutSpace(String text) {
    String stripped = text.stripLeading();
    if (stripped.startsWith("[|")) {
      return stripped;
    }
    return text.startsWith(" ") ? text.substring(1) : text;
  }

  private static TcpSegment bare(Port src, Port dst, OptionalInt length, String text) {
    return new TcpSegment(
        src,
        dst,
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Checksum.NOT_PRINTED,
        ImmutableList.of(),
        length,
        text);
  }

  private static Checksum checksum(@Nullable Token sum) {
    if (sum == null) {
      return Checksum.NOT_PRINTED;
    }
    RecordToken token = token(sum);
    return switch (token.type) {
      case TcpdumpParser.CKSUM -> Checksums.correct(token);
      case TcpdumpParser.OLD_CKSUM ->
          token.bytes[token.end - 1] == ']' ? Checksum.CORRECT : Checksums.correct(token);
      default -> Checksums.incorrect(token);
    };
  }
}
