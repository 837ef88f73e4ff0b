package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.parser.Fixtures;
import io.hopwise.parser.grammar.TcpdumpLexer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/** The table is ANTLR's automaton: both cut any text into the same tokens. */
class TableLexerTest {
  private static final int LONGEST = 3000;

  private final RecordTokens table = new RecordTokens(TableLexers.records());
  private final TcpdumpLexer stock = new TcpdumpLexer(CharStreams.fromString(""));

  @Test
  void cutsTheFixturesAsAntlrDoes() {
    for (var file : Fixtures.texts()) {
      for (var entry : Fixtures.read(Fixtures.bytes(file))) {
        byte[] bytes = entry.text().bytes();
        if (bytes.length < LONGEST) {
          assertSameTokens(bytes);
        }
      }
    }
  }

  @Test
  void cutsDamagedTextAsAntlrDoes() {
    Random random = new Random(1);
    for (var file : Fixtures.texts()) {
      byte[] bytes = Fixtures.bytes(file);
      int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      int to = Math.min(bytes.length, from + 300);
      byte[] piece = java.util.Arrays.copyOfRange(bytes, from, to);
      for (int flips = 0; flips < 4 && piece.length > 0; flips++) {
        piece[random.nextInt(piece.length)] = (byte) random.nextInt(256);
      }
      assertSameTokens(piece);
    }
  }

  /** What was met before is cut by pattern, many tokens at once, not by walking the automaton. */
  @Test
  void cutsWhatItMetBeforeAsAntlrDoes() {
    Random random = new Random(3);
    for (var file : Fixtures.texts()) {
      for (var entry : Fixtures.read(Fixtures.bytes(file))) {
        byte[] bytes = entry.text().bytes();
        if (bytes.length > LONGEST || random.nextInt(4) > 0) {
          continue;
        }
        for (int i = 0; i < 100; i++) {
          table.cut(bytes, 0, bytes.length);
        }
        for (int i = 0; i < 4; i++) {
          byte[] other = withOtherNumbers(bytes, random);
          assertSameTokens(other);
          assertSameTokens(withAnotherByte(other, random));
          assertSameTokens(Arrays.copyOf(other, random.nextInt(other.length + 1)));
        }
      }
    }
  }

  @Test
  void whatStandsBehindTheTextCutsNothing() {
    byte[] text =
        "IP 192.0.2.1.50000 > 192.0.2.2.22: Flags [S], seq 12345, win 502, length 0"
            .getBytes(ISO_8859_1);
    for (int i = 0; i < 100; i++) {
      table.cut(text, 0, text.length);
    }
    for (int to = 0; to <= text.length; to++) {
      table.cut(text, 0, to);
      List<String> cut = tokens();
      table.cut(Arrays.copyOf(text, to), 0, to);
      assertThat(cut).isEqualTo(tokens());
    }
  }

  private static byte[] withAnotherByte(byte[] bytes, Random random) {
    byte[] other = bytes.clone();
    if (other.length > 0) {
      other[random.nextInt(other.length)] = (byte) " 0a,:]".charAt(random.nextInt(6));
    }
    return other;
  }

  private static byte[] withOtherNumbers(byte[] bytes, Random random) {
    String text = new String(bytes, ISO_8859_1);
    return Pattern.compile("[0-9]+|(?<=0x)[0-9a-f]+")
        .matcher(text)
        .replaceAll(found -> random.nextInt(3) == 0 ? number(random) : found.group())
        .getBytes(ISO_8859_1);
  }

  /** Numbers of any length, many about the limits that the grammar sets. */
  private static String number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Integer.toString(random.nextInt(300));
      case 1 -> Integer.toString(65_530 + random.nextInt(10));
      case 2 -> Long.toString(4_294_967_290L + random.nextInt(10));
      case 3 -> "0" + random.nextInt(100);
      case 4 -> Integer.toHexString(random.nextInt());
      default -> Long.toString(random.nextLong() >>> (1 + random.nextInt(63)));
    };
  }

  @Test
  void cutsRandomTextAsAntlrDoes() {
    Random random = new Random(2);
    String alphabet = "IP6 (tos0x,l1234567890:>.\n\t[]{}|FSRPW-abcdef\r";
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertSameTokens(text.toString().getBytes(ISO_8859_1));
    }
  }

  private List<String> tokens() {
    List<String> cut = new ArrayList<>();
    for (int i = 0; i < table.size() - 1; i++) {
      RecordToken token = table.get(i);
      cut.add(token.type + " " + token.start + "-" + token.end);
    }
    return cut;
  }

  private void assertSameTokens(byte[] bytes) {
    table.cut(bytes, 0, bytes.length);
    List<String> cut = tokens();
    String text = new String(bytes, ISO_8859_1);
    stock.setInputStream(CharStreams.fromString(text));
    List<String> expected = new ArrayList<>();
    for (Token t = stock.nextToken(); t.getType() != Token.EOF; t = stock.nextToken()) {
      expected.add(t.getType() + " " + t.getStartIndex() + "-" + (t.getStopIndex() + 1));
    }
    assertThat(cut).as(text).isEqualTo(expected);
  }
}
