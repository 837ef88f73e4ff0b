package io.hopwise.parser;

import static io.hopwise.parser.RecordSource.number;
import static io.hopwise.parser.RecordSource.optionalInt;
import static io.hopwise.parser.RecordSource.optionalLong;
import static io.hopwise.parser.RecordSource.token;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Checksum;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpOption;
import io.hopwise.packet.TcpSegment;
import io.hopwise.parser.TcpdumpParser.OldTcpContext;
import io.hopwise.parser.TcpdumpParser.QuietTcpContext;
import io.hopwise.parser.TcpdumpParser.TcpContext;
import io.hopwise.parser.TcpdumpParser.TcpOptionsContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads a TCP segment, in the form of 4.0 and later and in that of 3.9.8 and older. */
final class TcpBuilder {
  private static final String FLAG_LETTERS = "FSRP.UEWe";
  private static final String OLD_FLAG_LETTERS = "FSRP  EW";

  private final RecordSource source;

  TcpBuilder(RecordSource source) {
    this.source = source;
  }

  TcpSegment segment(TcpContext tcp, Port src, Port dst) {
    OptionalLong seq = OptionalLong.empty();
    OptionalLong seqEnd = OptionalLong.empty();
    if (tcp.seq != null) {
      RecordToken token = token(tcp.seq);
      seq = OptionalLong.of(Bytes.firstNumber(token));
      seqEnd = token.type == TcpdumpParser.SEQ ? seqEnd : OptionalLong.of(number(tcp.seq));
    }
    return new TcpSegment(
        src,
        dst,
        Optional.of(flags(token(tcp.flags), tcp)),
        seq,
        seqEnd,
        optionalLong(tcp.ack),
        optionalInt(tcp.win),
        optionalInt(tcp.urg),
        checksum(tcp.sum),
        options(tcp.options),
        optionalInt(tcp.len),
        source.rest(tcp.rest));
  }

  TcpSegment oldSegment(OldTcpContext tcp, Port src, Port dst) {
    OptionalLong seq = OptionalLong.empty();
    OptionalLong seqEnd = OptionalLong.empty();
    OptionalInt length = OptionalInt.of(0);
    if (tcp.seq != null) {
      RecordToken token = token(tcp.seq);
      int colon = Bytes.indexOf(token, ':', token.start) - token.start;
      length = OptionalInt.of((int) number(tcp.seq));
      seq = OptionalLong.of(Bytes.firstNumber(token));
      // Only with payload, as later releases do: `0:0(0)` is one number twice.
      seqEnd = length.getAsInt() == 0 ? seqEnd : OptionalLong.of(Bytes.firstNumber(token, colon));
    }
    return new TcpSegment(
        src,
        dst,
        Optional.of(oldFlags(tcp)),
        seq,
        seqEnd,
        optionalLong(tcp.ack),
        optionalInt(tcp.win),
        optionalInt(tcp.urg),
        checksum(tcp.sum),
        options(tcp.options),
        length,
        source.rest(tcp.rest));
  }

  TcpSegment quietSegment(QuietTcpContext tcp, Port src, Port dst) {
    return bare(src, dst, optionalInt(tcp.len), source.rest(tcp.rest));
  }

  /** A segment of which tcpdump printed nothing but words, such as {@code [|tcp]}. */
  TcpSegment untyped(Port src, Port dst, String text) {
    return bare(src, dst, OptionalInt.empty(), behindSpace(text));
  }

  /**
   * Text without the space that separates it from the address. Releases differ in whether another
   * stands before {@code [|tcp]} and its kin.
   */
  static String behindSpace(String text) {
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

  /**
   * The letters between the brackets. Releases 4.0 to 4.5 print for a segment without any flag what
   * they formatted last, so that other words, and a dot without an acknowledgement, mean no flag.
   */
  private static TcpFlags flags(RecordToken token, TcpContext tcp) {
    int bits = 0;
    for (int at = Bytes.indexOf(token, '[', token.start) + 1; at < token.end - 1; at++) {
      int bit = FLAG_LETTERS.indexOf(token.bytes[at]);
      if (bit < 0) {
        return new TcpFlags(0);
      }
      bits |= 1 << bit;
    }
    boolean staleAck = (bits & TcpFlags.ACK) != 0 && tcp.ack == null && tcp.win != null;
    return new TcpFlags(staleAck ? 0 : bits);
  }

  /** Up to 3.9.8 ACK and URG are not letters: their numbers tell. A dot stands for no letter. */
  private static TcpFlags oldFlags(OldTcpContext tcp) {
    RecordToken token = token(tcp.flags);
    int bits = 0;
    for (int at = token.start; at < token.end; at++) {
      int bit = token.bytes[at] == ' ' ? -1 : OLD_FLAG_LETTERS.indexOf(token.bytes[at]);
      bits |= bit < 0 ? 0 : 1 << bit;
    }
    bits |= tcp.ack == null ? 0 : TcpFlags.ACK;
    bits |= tcp.urg == null ? 0 : TcpFlags.URG;
    return new TcpFlags(bits);
  }

  private static Checksum checksum(@Nullable Token sum) {
    if (sum == null) {
      return Checksum.NOT_PRINTED;
    }
    RecordToken token = token(sum);
    return switch (token.type) {
      case TcpdumpParser.CKSUM -> Sums.correct(token);
      case TcpdumpParser.OLD_CKSUM ->
          token.bytes[token.end - 1] == ']' ? Checksum.CORRECT : Sums.correct(token);
      default -> Sums.incorrect(token, "cksum ");
    };
  }

  private static ImmutableList<TcpOption> options(@Nullable TcpOptionsContext options) {
    if (options == null) {
      return ImmutableList.of();
    }
    List<Token> words = options.words;
    TcpOption[] read = new TcpOption[words.size()];
    for (int i = 0; i < read.length; i++) {
      read[i] = option(token(words.get(i)));
    }
    return ImmutableList.copyOf(read);
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
      default -> other(token.getText());
    };
  }

  private static TcpOption sack(RecordToken token) {
    ImmutableList.Builder<TcpOption.Sack.Block> blocks = ImmutableList.builder();
    int open = Bytes.indexOf(token, '{', token.start);
    while (open < token.end) {
      int colon = Bytes.indexOf(token, ':', open);
      long left = Bytes.firstNumber(token, open - token.start);
      long right = Bytes.firstNumber(token, colon - token.start);
      blocks.add(new TcpOption.Sack.Block(left, right));
      open = Bytes.indexOf(token, '{', colon);
    }
    return new TcpOption.Sack(blocks.build());
  }

  private static TcpOption other(String text) {
    int space = text.indexOf(' ');
    return space <= 0
        ? new TcpOption.Other(text, "")
        : new TcpOption.Other(text.substring(0, space), text.substring(space + 1));
  }
}
