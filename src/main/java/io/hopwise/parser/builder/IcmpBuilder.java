package io.hopwise.parser.builder;

import static io.hopwise.parser.builder.RecordSource.token;

import com.google.common.primitives.Ints;
import io.hopwise.packet.Detail;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.IcmpMessage.Family;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.Host;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.Icmp6Context;
import io.hopwise.parser.grammar.TcpdumpParser.IcmpContext;
import io.hopwise.parser.grammar.TcpdumpParser.IcmpFieldsContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.Numbers;
import io.hopwise.parser.lexer.RecordToken;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads ICMP and ICMPv6 messages; what their words mean is in {@link IcmpWords}. */
final class IcmpBuilder {
  private static final Pattern LENGTH_WITHIN = Pattern.compile(", length (\\d{1,6})");

  /** An ICMPv6 message for {@link Detail#ESSENTIALS}, which includes none of its fields. */
  static final IcmpMessage ESSENTIALS_OF_ICMP6 = untyped(Family.ICMP6, Checksum.NOT_PRINTED, "");

  private final RecordSource source;
  private final PayloadBuilder payloads;

  IcmpBuilder(RecordSource source, PayloadBuilder payloads) {
    this.source = source;
    this.payloads = payloads;
  }

  IcmpMessage icmp(IcmpContext icmp) {
    if (icmp.words == null) {
      return untyped(Family.ICMP, Checksum.NOT_PRINTED, source.rest(icmp.other));
    }
    RecordToken word = token(icmp.words.word);
    InnerPacket quoted = payloads.inner(icmp.quoted);
    Fields fields = fields(icmp.fields);
    String text = word.getText().concat(fields.details);
    if (quoted == null) {
      text =
          text.concat(
              icmp.quoted == null ? source.rest(icmp.other) : source.quotedText(icmp.quoted));
    }
    OptionalInt length = fields.length.isPresent() ? fields.length : oldLength(token(icmp.head));
    return message(Family.ICMP, IcmpWords.icmp(word), word, fields, length, text, quoted);
  }

  /** A message for {@link Detail#ESSENTIALS}, which includes only the quoted packet. */
  IcmpMessage essentials(IcmpContext icmp) {
    InnerPacket quoted = icmp.words == null ? null : payloads.inner(icmp.quoted);
    return untyped(Family.ICMP, Checksum.NOT_PRINTED, "", Optional.ofNullable(quoted));
  }

  IcmpMessage icmp6(Icmp6Context icmp) {
    Checksum sum = checksum(icmp.sum);
    if (icmp.words == null) {
      return untyped(Family.ICMP6, sum, source.rest(icmp.other));
    }
    RecordToken word = token(icmp.words.word);
    String words = word.getText();
    // Few texts contain one, and searching for a pattern takes long.
    boolean mayHoldLength = Bytes.indexOf(word, ',', word.start) < word.end;
    Fields fields = fields(icmp.fields);
    fields.checksum = sum == Checksum.NOT_PRINTED ? fields.checksum : sum;
    String text =
        (mayHoldLength ? withoutLength(words) : words)
            .concat(fields.details)
            .concat(source.rest(icmp.other));
    OptionalInt length =
        mayHoldLength && fields.length.isEmpty() ? lengthWithin(words) : fields.length;
    return message(Family.ICMP6, IcmpWords.icmp6(word), word, fields, length, text, null);
  }

  private IcmpMessage message(
      Family family,
      IcmpWords.Meaning meaning,
      RecordToken word,
      Fields fields,
      OptionalInt length,
      String text,
      @Nullable InnerPacket quoted) {
    return new IcmpMessage(
        family,
        Numbers.optional(meaning.type),
        meaning.code,
        fields.id.isPresent() ? fields.id : meaning.id,
        fields.seq.isPresent() ? fields.seq : meaning.seq,
        length,
        fields.checksum,
        text,
        host(word, meaning.subject),
        meaning.port,
        meaning.portProtocol,
        host(word, meaning.gateway),
        meaning.mtu,
        Optional.ofNullable(quoted));
  }

  private static IcmpMessage untyped(Family family, Checksum sum, String text) {
    return untyped(family, sum, text, Optional.empty());
  }

  private static IcmpMessage untyped(
      Family family, Checksum sum, String text, Optional<InnerPacket> quoted) {
    OptionalInt none = OptionalInt.empty();
    Optional<Host> nobody = Optional.empty();
    return new IcmpMessage(
        family,
        none,
        none,
        none,
        none,
        none,
        sum,
        text,
        nobody,
        none,
        none,
        nobody,
        OptionalLong.empty(),
        quoted);
  }

  /** {@code unreachable route [|icmp6]}: the packet was truncated before the address. */
  private Optional<Host> host(RecordToken word, IcmpWords.@Nullable Span place) {
    return place == null || word.bytes[place.from()] == '['
        ? Optional.empty()
        : Optional.of(source.host(word.bytes, place.from(), place.to()));
  }

  /** {@code icmp 64: echo reply}: 3.8 prints the length first. */
  private static OptionalInt oldLength(RecordToken head) {
    boolean printed = Bytes.isDigit(head.bytes[head.end - 3]);
    return printed
        ? OptionalInt.of(Ints.saturatedCast(Bytes.lastNumber(head)))
        : OptionalInt.empty();
  }

  /**
   * Removes a length from within the words: {@code neighbor solicitation, length 32, who has …}.
   */
  private static String withoutLength(String text) {
    return LENGTH_WITHIN.matcher(text).replaceFirst("");
  }

  private static OptionalInt lengthWithin(String text) {
    Matcher length = LENGTH_WITHIN.matcher(text);
    return length.find() ? OptionalInt.of(Integer.parseInt(length.group(1))) : OptionalInt.empty();
  }

  private static Checksum checksum(@Nullable Token sum) {
    if (sum == null) {
      return Checksum.NOT_PRINTED;
    }
    RecordToken token = token(sum);
    return token.type == TcpdumpParser.ICMP6_SUM_OK ? Checksum.CORRECT : Checksums.incorrect(token);
  }

  private Fields fields(@Nullable IcmpFieldsContext printed) {
    Fields fields = new Fields();
    for (int i = RecordSource.first(printed); i <= RecordSource.last(printed); i++) {
      fields.read(source.word(i));
    }
    return fields;
  }

  /** The fields after the words: id, seq, length, checksum and details, usually few or none. */
  private static final class Fields {
    private OptionalInt id = OptionalInt.empty();
    private OptionalInt seq = OptionalInt.empty();
    private OptionalInt length = OptionalInt.empty();
    private Checksum checksum = Checksum.NOT_PRINTED;
    private String details = "";

    private void read(RecordToken field) {
      switch (field.type) {
        case TcpdumpParser.ICMP_ID -> id = upTo16Bits(field);
        case TcpdumpParser.ICMP_HEX_ID ->
            id =
                OptionalInt.of(
                    Bytes.bareHex(field.bytes, field.start + " (id:".length(), field.end));
        case TcpdumpParser.ICMP_SUM_OK -> checksum = Checksum.CORRECT;
        case TcpdumpParser.ICMP_SEQ -> seq = upTo16Bits(field);
        case TcpdumpParser.ICMP_LENGTH -> length = RecordSource.optionalInt(field);
        case TcpdumpParser.ICMP_BAD_SUM -> checksum = badSum(field);
        default -> details = details.concat(field.getText());
      }
    }

    /** The number of a token if it has at most 16 bits; a larger one is no field of ICMP. */
    private OptionalInt upTo16Bits(RecordToken token) {
      OptionalInt number = RecordSource.optionalInt(token);
      if (number.orElse(0) <= 0xffff) {
        return number;
      }
      details = details.concat(token.getText());
      return OptionalInt.empty();
    }

    private static Checksum badSum(RecordToken token) {
      boolean numbers = Bytes.indexOf(token, '>', token.start) < token.end;
      return numbers
          ? Checksums.incorrect(token)
          : new Checksum.Incorrect(OptionalInt.empty(), OptionalInt.empty());
    }
  }
}
