package io.hopwise.parser.builder;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.LinkLayer.Direction;
import io.hopwise.packet.device.DeviceNote;
import io.hopwise.parser.grammar.TcpdumpParser;
import io.hopwise.parser.grammar.TcpdumpParser.LinksContext;
import io.hopwise.parser.lexer.Bytes;
import io.hopwise.parser.lexer.RecordToken;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reads the text between the time and the IP header. */
final class LinkBuilder {
  private @Nullable String interfaceName;
  private @Nullable Direction direction;
  private @Nullable String src;
  private @Nullable String dst;
  private Optional<DeviceNote> device = Optional.empty();
  private OptionalInt ethertype = OptionalInt.empty();
  private final ImmutableList.Builder<Integer> vlan = ImmutableList.builder();

  private LinkBuilder() {}

  static LinkLayer link(@Nullable Token time, @Nullable LinksContext links, RecordSource source) {
    if (links == null) {
      return LinkLayer.NONE;
    }
    LinkBuilder builder = new LinkBuilder();
    boolean outgoing = time != null && time.getType() == TcpdumpParser.OUTGOING_TIME;
    if (outgoing) {
      builder.direction = Direction.OUT;
    }
    for (int i = RecordSource.first(links); i <= RecordSource.last(links); i++) {
      builder.add(source.word(i));
    }
    String text = source.textBetween(links.start, links);
    return new LinkLayer(
        Optional.ofNullable(builder.interfaceName),
        Optional.ofNullable(builder.direction),
        Optional.ofNullable(builder.src),
        Optional.ofNullable(builder.dst),
        builder.ethertype,
        builder.vlan.build(),
        outgoing ? "> " + text : text,
        builder.device);
  }

  private void add(RecordToken token) {
    String text = token.getText();
    switch (token.type) {
      case TcpdumpParser.INTERFACE -> {
        interfaceName = text.substring(0, text.indexOf(' '));
        direction = direction(text.substring(text.indexOf(' ')));
      }
      case TcpdumpParser.SIDE -> {
        interfaceName = text.substring(0, text.indexOf(','));
        direction = text.contains(", IN") ? Direction.IN : Direction.OUT;
      }
      case TcpdumpParser.PKTAP -> readMetadata(text);
      case TcpdumpParser.PFLOG -> device = DeviceNotes.rule(text);
      case TcpdumpParser.COOKED -> direction = direction(text);
      case TcpdumpParser.MAC_PAIR -> {
        src = text.substring(0, text.indexOf(" > "));
        dst = text.substring(text.indexOf(" > ") + 3, text.length() - 2);
      }
      case TcpdumpParser.MAC_ONE -> src = text.strip();
      case TcpdumpParser.ETHERTYPE, TcpdumpParser.LLC -> readEthertype(text);
      case TcpdumpParser.VLAN -> vlan.add((int) Bytes.firstNumber(token));
      default -> {
        // Only its text is kept.
      }
    }
  }

  /** {@code (en0, proc curl:1234, svc BE, out) }: macOS with {@code -k}. */
  private void readMetadata(String text) {
    List<String> words = Splitter.on(", ").splitToList(text.substring(1, text.lastIndexOf(')')));
    String first = words.get(0);
    if (first.indexOf(' ') < 0 && !first.equals("in") && !first.equals("out")) {
      interfaceName = first;
    }
    if (words.contains("in") || words.contains("out")) {
      direction = words.contains("in") ? Direction.IN : Direction.OUT;
    }
  }

  private void readEthertype(String text) {
    int at = text.lastIndexOf("(0x");
    int end = text.indexOf(')', at);
    if (at >= 0) {
      String hex = text.substring(at + 3, end < 0 ? text.length() : end);
      ethertype = isHex(hex) ? OptionalInt.of(Integer.parseInt(hex, 16)) : ethertype;
    } else if (text.startsWith("ethertype IPv4,")) {
      ethertype = OptionalInt.of(0x0800);
    } else if (text.startsWith("ethertype IPv6,")) {
      ethertype = OptionalInt.of(0x86dd);
    }
  }

  /** Whether the text is a hexadecimal number: the word before may contain a parenthesis. */
  private static boolean isHex(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static Direction direction(String text) {
    String word = text.strip();
    return switch (word) {
      case "<" -> Direction.IN;
      case ">" -> Direction.OUT;
      default -> {
        for (Direction direction : Direction.values()) {
          if (direction.word().equals(word)) {
            yield direction;
          }
        }
        yield Direction.UNKNOWN;
      }
    };
  }
}
