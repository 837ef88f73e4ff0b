package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.parser.Fixtures;
import io.hopwise.parser.grammar.TcpdumpLexer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table is ANTLR's automaton: both cut any text into the same tokens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableLexerTest {
  private static final int LONGEST = 3000;

  private final RecordTokens table = new RecordTokens(TableLexers.records());
  private final Random random = new Random(3);
  private final TcpdumpLexer stock = new TcpdumpLexer(CharStreams.fromString(""));

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void theFixtureAndADamagedPieceAreCutAsAntlrDoes(Path file) {
    for (var entry : Fixtures.read(Fixtures.bytes(file))) {
      byte[] bytes = entry.text().bytes();
      if (bytes.length < LONGEST) {
        assertSameTokens(bytes);
      }
    }
    assertSameTokens(damagedPiece(Fixtures.bytes(file)));
  }

  private byte[] damagedPiece(byte[] bytes) {
    int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 300);
    byte[] piece = Arrays.copyOfRange(bytes, from, to);
    for (int flips = 0; flips < 4 && piece.length > 0; flips++) {
      piece[random.nextInt(piece.length)] = (byte) random.nextInt(256);
    }
    return piece;
  }

  /** What was met before is cut by pattern, many tokens at once, not by walking the automaton. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void textMetBeforeIsCutAsAntlrDoes(Path file) {
    for (var entry : Fixtures.read(Fixtures.bytes(file))) {
      byte[] bytes = entry.text().bytes();
      if (bytes.length > LONGEST || random.nextInt(4) > 0) {
        continue;
      }
      for (int i = 0; i < 100; i++) {
        table.cut(bytes, 0, bytes.length);
      }
      for (int i = 0; i < 4; i++) {
        byte[] other = withOtherNumbers(bytes);
        assertSameTokens(other);
        assertSameTokens(withAnotherByte(other));
        assertSameTokens(Arrays.copyOf(other, random.nextInt(other.length + 1)));
      }
    }
  }

  @Test
  void bytesAfterTheTextChangeNothing() {
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

  private byte[] withAnotherByte(byte[] bytes) {
    byte[] other = bytes.clone();
    if (other.length > 0) {
      other[random.nextInt(other.length)] = (byte) " 0a,:]".charAt(random.nextInt(6));
    }
    return other;
  }

  private byte[] withOtherNumbers(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    return Pattern.compile("[0-9]+|(?<=0x)[0-9a-f]+")
        .matcher(text)
        .replaceAll(found -> random.nextInt(3) == 0 ? number() : found.group())
        .getBytes(ISO_8859_1);
  }

  /** Numbers of any length, many about the limits that the grammar sets. */
  private String number() {
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
  void randomTextIsCutAsAntlrDoes() {
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
