package io.hopwise.parser.builder;

import static io.hopwise.parser.builder.RecordSource.number;
import static io.hopwise.parser.builder.RecordSource.optionalInt;
import static io.hopwise.parser.builder.RecordSource.token;

import com.google.common.primitives.Ints;
import io.hopwise.packet.Detail;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import io.hopwise.parser.grammar.TcpdumpParser.Ipv4Context;
import io.hopwise.parser.grammar.TcpdumpParser.Ipv6Context;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.Numbers;
import io.hopwise.parser.lexer.RecordToken;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads the IP headers that tcpdump prints with {@code -v}. */
final class HeaderBuilder {
  private static final Optional<Ipv4Flags> DONT_FRAGMENT = Optional.of(Ipv4Flags.DF);
  private static final Optional<Ipv4Flags> NO_FLAGS = Optional.of(Ipv4Flags.NONE);

  private final RecordSource source;
  private final boolean all;
  private final boolean judged;

  HeaderBuilder(RecordSource source, Detail detail) {
    this.source = source;
    this.all = detail == Detail.ALL;
    this.judged = detail == Detail.JUDGED;
  }

  Ipv4Header ipv4(
      Ipv4Context v4, Endpoints ends, int offset, OptionalInt protocol, @Nullable Token note) {
    if (!all) {
      return brief(v4, ends, offset, protocol);
    }
    return new Ipv4Header(
        ends.src(source),
        ends.dst(source),
        Numbers.optional(Bytes.hex(token(v4.tos), 2)),
        ttl(v4),
        optionalInt(v4.id),
        Numbers.optional(offset),
        flags(token(v4.flags)),
        protocol,
        length(v4),
        v4.badSum == null ? Checksum.NOT_PRINTED : badChecksum(token(v4.badSum)),
        options(v4),
        remark(note, token(v4.len)));
  }

  private Ipv4Header brief(Ipv4Context v4, Endpoints ends, int offset, OptionalInt protocol) {
    return new Ipv4Header(
        ends.src(source),
        ends.dst(source),
        OptionalInt.empty(),
        ttl(v4),
        optionalInt(v4.id),
        Numbers.optional(offset),
        judged ? flags(token(v4.flags)) : Optional.empty(),
        protocol,
        length(v4),
        Checksum.NOT_PRINTED,
        judged ? options(v4) : "", // they tell how much room there is behind
        "");
  }

  private static OptionalInt ttl(Ipv4Context v4) {
    return Numbers.optional(v4.ttl == null ? 0 : (int) number(v4.ttl));
  }

  private static OptionalInt length(Ipv4Context v4) {
    return Numbers.optional(Ints.saturatedCast(Bytes.firstNumber(token(v4.len))));
  }

  Ipv6Header ipv6(Ipv6Context v6, Endpoints ends, OptionalInt next, @Nullable Token note) {
    if (!all) {
      return brief(v6, ends, next);
    }
    return new Ipv6Header(
        ends.src(source),
        ends.dst(source),
        Numbers.optional(v6.cls == null ? 0 : Bytes.hex(token(v6.cls), 2)),
        Numbers.optional(v6.label == null ? 0 : Bytes.hex(token(v6.label), 2)),
        optionalInt(v6.hlim),
        next,
        optionalInt(v6.len),
        remark(note, null));
  }

  private Ipv6Header brief(Ipv6Context v6, Endpoints ends, OptionalInt next) {
    return new Ipv6Header(
        ends.src(source),
        ends.dst(source),
        OptionalInt.empty(),
        OptionalInt.empty(),
        optionalInt(v6.hlim),
        next,
        optionalInt(v6.len),
        "");
  }

  private static Optional<Ipv4Flags> flags(RecordToken token) {
    boolean df = false;
    boolean mf = false;
    boolean reserved = false;
    for (int i = token.start + ", flags [".length(); i < token.end; i++) {
      switch (token.bytes[i]) {
        case 'D' -> df = true;
        case '+' -> mf = true;
        case 'r' -> reserved = true;
        default -> {
          // The other letters of `none`, `DF` and `rsvd`.
        }
      }
    }
    if (mf || reserved) {
      return Optional.of(new Ipv4Flags(df, mf, reserved));
    }
    return df ? DONT_FRAGMENT : NO_FLAGS;
  }

  /** {@code , bad cksum 0 (->8e71)!}: both without {@code 0x}. */
  private static Checksum badChecksum(RecordToken token) {
    int found = Bytes.bareHex(token.bytes, token.start + ", bad cksum ".length(), token.end);
    int arrow = Bytes.indexOf(token, '>', token.start);
    OptionalInt expected =
        arrow == token.end
            ? OptionalInt.empty()
            : OptionalInt.of(Bytes.bareHex(token.bytes, arrow + 1, token.end));
    return new Checksum.Incorrect(OptionalInt.of(found), expected);
  }

  private static String options(Ipv4Context v4) {
    if (v4.options == null || v4.options.end == null) {
      return "";
    }
    RecordToken open = token(v4.options.open);
    return Bytes.text(open.bytes, open.end, token(v4.options.end).start).strip();
  }

  /** The remarks before the parentheses and the one after the length. */
  static String remark(@Nullable Token note, @Nullable RecordToken length) {
    String remark = note == null ? "" : note.getText().strip();
    if (length == null) {
      return remark;
    }
    int bracket = Bytes.indexOf(length, '[', length.start);
    return bracket == length.end ? remark : Bytes.text(length.bytes, bracket, length.end);
  }
}
