package io.hopwise.parser.builder;

import static io.hopwise.parser.builder.RecordSource.token;

import com.google.common.primitives.Ints;
import io.hopwise.packet.Detail;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Port;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.UdpContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.Numbers;
import io.hopwise.parser.lexer.RecordToken;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads a UDP datagram. */
final class UdpBuilder {
  private final RecordSource source;
  private final PayloadBuilder payloads;

  UdpBuilder(RecordSource source, PayloadBuilder payloads) {
    this.source = source;
    this.payloads = payloads;
  }

  UdpDatagram datagram(UdpContext udp, Port src, Port dst) {
    if (udp.head != null && token(udp.head.word).type == TcpdumpParser.L2TP) {
      source.endTextBeforeBrace();
    }
    InnerPacket inner = payloads.inner(udp.inner);
    return new UdpDatagram(
        src, dst, length(udp.len), checksum(udp.sum), text(udp, inner), Optional.ofNullable(inner));
  }

  /** A datagram with the fields for {@link Detail#JUDGED} and the words that name a tunnel. */
  UdpDatagram essentials(UdpContext udp, Port src, Port dst) {
    InnerPacket inner = payloads.inner(udp.inner);
    boolean tunnel = inner != null && udp.head != null;
    String words = tunnel ? payloads.label(token(udp.head.word), udp.inner) : "";
    return new UdpDatagram(
        src, dst, length(udp.len), Checksum.NOT_PRINTED, words, Optional.ofNullable(inner));
  }

  /** A datagram for which tcpdump printed only the text of an application printer. */
  UdpDatagram untyped(Port src, Port dst, String text) {
    return new UdpDatagram(
        src,
        dst,
        OptionalInt.empty(),
        Checksum.NOT_PRINTED,
        TcpBuilder.withoutSpace(text),
        Optional.empty());
  }

  private String text(UdpContext udp, @Nullable InnerPacket inner) {
    if (inner != null && udp.head != null) {
      return payloads.label(token(udp.head.word), udp.inner);
    }
    if (udp.head != null) {
      return source.textFrom(udp.head).strip();
    }
    if (udp.len != null && token(udp.len).type == TcpdumpParser.UDP_BAD_LENGTH) {
      return badLength(token(udp.len)) + source.rest(udp.rest);
    }
    return udp.other == null
        ? source.rest(udp.rest)
        : TcpBuilder.withoutSpace(source.text(udp.other));
  }

  /** {@code UDP, bad length 192 > 13}: the second number is the room there is. */
  private static String badLength(RecordToken token) {
    String text = token.getText();
    return text.substring(text.indexOf(" > "));
  }

  private static OptionalInt length(@Nullable Token len) {
    return len == null
        ? OptionalInt.empty()
        : Numbers.optional(Ints.saturatedCast(Bytes.firstNumber(token(len))));
  }

  private static Checksum checksum(@Nullable Token sum) {
    if (sum == null) {
      return Checksum.NOT_PRINTED;
    }
    RecordToken token = token(sum);
    return switch (token.type) {
      case TcpdumpParser.UDP_SUM_OK -> Checksum.CORRECT;
      case TcpdumpParser.UDP_NO_SUM -> Checksum.ABSENT;
      default -> Checksums.incorrect(token);
    };
  }
}
