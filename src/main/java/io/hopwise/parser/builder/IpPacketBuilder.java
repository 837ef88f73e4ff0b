package io.hopwise.parser.builder;

import static io.hopwise.parser.builder.RecordSource.number;
import static io.hopwise.parser.builder.RecordSource.optionalInt;
import static io.hopwise.parser.builder.RecordSource.token;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Detail;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.BodyContext;
import io.hopwise.parser.grammar.TcpdumpParser.EarlyWordsContext;
import io.hopwise.parser.grammar.TcpdumpParser.ExtensionsContext;
import io.hopwise.parser.grammar.TcpdumpParser.FlowContext;
import io.hopwise.parser.grammar.TcpdumpParser.Ipv4Context;
import io.hopwise.parser.grammar.TcpdumpParser.Ipv6Context;
import io.hopwise.parser.grammar.TcpdumpParser.PacketContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.MalformedRecordException;
import io.hopwise.parser.lexer.RecordToken;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads an IP packet at any depth: header, addresses and extension headers. Other builders read its
 * payload.
 */
final class IpPacketBuilder {
  private final RecordSource source;
  private final HeaderBuilder headers;
  private final PayloadBuilder payloads;
  private final boolean all;

  IpPacketBuilder(RecordSource source, Detail detail) {
    this.source = source;
    this.headers = new HeaderBuilder(source, detail);
    this.payloads = new PayloadBuilder(source, this, detail);
    this.all = detail == Detail.ALL;
  }

  /** The packet, or null if its header breaks off before the addresses. */
  @Nullable InnerPacket packet(@Nullable PacketContext packet, @Nullable Token note) {
    if (packet == null) {
      return null;
    }
    if (packet.v4 != null) {
      return ipv4(packet.v4, note);
    }
    if (packet.v6 != null) {
      return ipv6(packet.v6, note);
    }
    return packet.bare == null ? null : withoutHeader(packet.early, packet.bare, note);
  }

  @Nullable InnerPacket ipv4(Ipv4Context v4, @Nullable Token note) {
    FlowContext flow = v4.to;
    if (!isComplete(flow)) {
      requireAddress(flow);
      return null;
    }
    int offset = (int) number(v4.offset);
    OptionalInt protocol = optionalInt(v4.proto);
    Endpoints ends = endpoints(flow, protocol, offset > 0);
    Ipv4Header header = headers.ipv4(v4, ends, offset, protocol, note);
    return carrying(header, flow.carries, ends, offset > 0);
  }

  @Nullable InnerPacket ipv6(Ipv6Context v6, @Nullable Token note) {
    FlowContext flow = v6.to;
    if (!isComplete(flow)) {
      requireAddress(flow);
      return null;
    }
    OptionalInt next = optionalInt(v6.next);
    boolean laterFragment = isLaterFragment(flow.carries.headers);
    Endpoints ends = endpoints(flow, next, laterFragment);
    requireWholeAddress(flow, ends);
    Ipv6Header header = headers.ipv6(v6, ends, next, note);
    return hasLostAddresses(header) ? null : carrying(header, flow.carries, ends, laterFragment);
  }

  /**
   * A packet printed without {@code -v}: only addresses, whose form tells the version, and up to
   * 3.7.2 the header at the end of the record.
   */
  @Nullable InnerPacket withoutHeader(
      @Nullable EarlyWordsContext early, FlowContext flow, @Nullable Token note) {
    if (!isComplete(flow)) {
      return null;
    }
    TrailingHeaders.Header header =
        early == null ? headerOf(flow) : TrailingHeaders.early(source, early);
    String remark = HeaderBuilder.remark(note, null);
    boolean laterFragment = header.offset().orElse(0) > 0 || isLaterFragment(flow.carries.headers);
    Endpoints ends = endpoints(flow, OptionalInt.empty(), laterFragment);
    if (ends.arePortsAlone(flow.carries.p) || ends.areOfAnotherLayer()) {
      return null;
    }
    if (!source.hasIp6Word(flow)
        && (source.hasIpWord(flow) || (!ends.looksLikeIpv6() && !header.isOfIpv6()))) {
      return carrying(trailing4(header, ends, remark), flow.carries, ends, laterFragment);
    }
    if (source.hasIp6Word(flow)) {
      requireWholeAddress(flow, ends);
    }
    Ipv6Header v6 = trailing6(header, ends, remark);
    return hasLostAddresses(v6) ? null : carrying(v6, flow.carries, ends, laterFragment);
  }

  /** The header at the end of the record, if no words of later releases surround the addresses. */
  private TrailingHeaders.Header headerOf(FlowContext flow) {
    boolean old = !source.hasIpWord(flow) && !source.hasModernLink();
    return old || PayloadBuilder.isOldStyle(flow.carries.p)
        ? source.nextTrailingHeader()
        : new TrailingHeaders.Header();
  }

  private Ipv4Header trailing4(TrailingHeaders.Header header, Endpoints ends, String remark) {
    OptionalInt badSum = header.badChecksum();
    return new Ipv4Header(
        ends.src(source),
        ends.dst(source),
        header.tos().isPresent() ? header.tos() : header.zeroIfWhole(),
        header.ttl(),
        header.id(),
        header.offset(),
        header.flags(),
        OptionalInt.empty(),
        header.length(),
        badSum.isPresent()
            ? new Checksum.Incorrect(badSum, OptionalInt.empty())
            : Checksum.NOT_PRINTED,
        header.options(),
        remark);
  }

  private Ipv6Header trailing6(TrailingHeaders.Header header, Endpoints ends, String remark) {
    OptionalInt zero = header.zeroIfWhole();
    return new Ipv6Header(
        ends.src(source),
        ends.dst(source),
        header.trafficClass().isPresent() ? header.trafficClass() : zero,
        header.flowLabel().isPresent() ? header.flowLabel() : zero,
        header.ttl(),
        OptionalInt.empty(),
        header.length(),
        remark);
  }

  /**
   * Whether the addresses were lost: releases up to 4.9.3 print {@code 0.0.0.0 > 0.0.0.0} if the
   * ports were not captured.
   */
  private static boolean hasLostAddresses(Ipv6Header header) {
    return header.src().text().equals("0.0.0.0") && header.dst().text().equals("0.0.0.0");
  }

  private InnerPacket carrying(
      IpHeader header, BodyContext body, Endpoints ends, boolean laterFragment) {
    ImmutableList<ExtensionHeader> extensions = all ? extensions(body.headers) : ImmutableList.of();
    return new InnerPacket(header, extensions, payloads.payload(body, header, ends, laterFragment));
  }

  private static boolean isComplete(@Nullable FlowContext flow) {
    return flow != null && flow.src != null && flow.dst != null && flow.carries != null;
  }

  /**
   * Rejects a record with only one address after a header, which is damaged; without a header it is
   * a frame of another kind.
   */
  private static void requireAddress(@Nullable FlowContext flow) {
    if (flow != null && flow.strange != null) {
      throw new MalformedRecordException(token(flow.strange), "\" > \", an address and a colon");
    }
  }

  private static void requireWholeAddress(FlowContext flow, Endpoints ends) {
    if (ends.endAmidAddress()) {
      throw new MalformedRecordException(
          token(flow.dst), "a whole address; this one is cut, as where a line was wrapped");
    }
  }

  private static Endpoints endpoints(FlowContext flow, OptionalInt protocol, boolean fragment) {
    boolean ports = !fragment && PayloadBuilder.hasPorts(flow, protocol);
    return new Endpoints(token(flow.src), token(flow.dst), ports);
  }

  private ImmutableList<ExtensionHeader> extensions(@Nullable ExtensionsContext printed) {
    if (printed == null) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<ExtensionHeader> headers = ImmutableList.builder();
    for (int i = RecordSource.first(printed); i <= RecordSource.last(printed); i++) {
      String text = source.word(i).getText().strip();
      int end = 0;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      headers.add(new ExtensionHeader(text.substring(0, end), text));
    }
    return headers.build();
  }

  /** {@code frag (0x00000007:1448|24)}: the number after the colon is the offset. */
  private boolean isLaterFragment(@Nullable ExtensionsContext extensions) {
    for (int i = RecordSource.first(extensions); i <= RecordSource.last(extensions); i++) {
      RecordToken word = source.word(i);
      if (word.type == TcpdumpParser.FRAG6) {
        int colon = Bytes.indexOf(word, ':', word.start);
        // Without -v only the offset comes before the bar.
        int from = colon < word.end ? colon : Bytes.indexOf(word, '(', word.start);
        return Bytes.firstNumber(word, from - word.start) > 0;
      }
    }
    return false;
  }
}
