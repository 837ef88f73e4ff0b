package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.parser.grammar.TcpdumpLexer;
import io.hopwise.parser.lexer.LexerTable.Mode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.junit.jupiter.api.Test;

/** Digits that are said to make no difference make none, in any state of the lexer. */
class DigitRunsTest {
  private static final String DIGITS = "0123456789abcdef";

  /** Numbers about the limits that grammars set, and such with zeros in front. */
  private static final String[] NUMBERS = {
    "0",
    "00",
    "007",
    "9",
    "10",
    "99",
    "100",
    "199",
    "200",
    "249",
    "250",
    "255",
    "256",
    "999",
    "1000",
    "9999",
    "59999",
    "60000",
    "65535",
    "65536",
    "99999",
    "1234567",
    "12345678",
    "123456789",
    "999999999",
    "1000000000",
    "3999999999",
    "4000000000",
    "4294967295",
    "4294967296",
    "9999999999",
    "10000000000",
    "123456789012345",
    "1234567890123456",
    "000001",
    "fff",
    "ffff",
    "10000",
    "fffff",
    "0a",
    "a0",
    "deadbeef",
    "deadbeef0",
    "abcdefabcdef",
    "b8"
  };

  private final LexerTable table = TableLexers.records();
  private final Random random = new Random(20261128);

  @Test
  void digitRunsLeadWhereTheAutomatonGoes() {
    int runs = 0;
    for (int m = 0; m < table.modes(); m++) {
      Mode mode = table.mode(m);
      DigitRuns digits = new DigitRuns(mode);
      for (int state : states(mode)) {
        runs += check(mode, digits, state);
      }
    }
    assertThat(runs).isGreaterThan(10_000);
  }

  private int check(Mode mode, DigitRuns digits, int state) {
    if (DIGITS.chars().allMatch(d -> mode.next(state, (byte) d) == LexerTable.DEAD)) {
      return 0;
    }
    int runs = 0;
    for (String sample : NUMBERS) {
      DigitRun run = digits.run(state, bytes(sample), 0);
      if (run == null) {
        continue;
      }
      for (int i = 0; i < 4; i++) {
        String number = i == 0 ? sample : NUMBERS[random.nextInt(NUMBERS.length)];
        int length = run.length(bytes(number + ";"), 0);
        if (length > 0) {
          runs++;
          checkWalk(mode, state, number.substring(0, length), run);
        }
      }
    }
    return runs;
  }

  private static void checkWalk(Mode mode, int state, String number, DigitRun run) {
    int walked = state;
    for (byte digit : bytes(number)) {
      walked = mode.next(walked, digit);
      assertThat(walked).as(number).isNotEqualTo(LexerTable.DEAD);
    }
    for (int b = 0; b < LexerTable.BYTES; b++) {
      if (DIGITS.indexOf(b) < 0) {
        assertThat(mode.next(walked, (byte) b))
            .as("%s, then %s", number, b)
            .isEqualTo(mode.next(run.after(), (byte) b));
      }
    }
    if (run.endsAlike()) {
      assertThat(mode.end(walked)).as(number).isEqualTo(mode.end(run.after()));
    }
  }

  /** All states that can be reached. */
  private static Set<Integer> states(Mode mode) {
    Set<Integer> known = new LinkedHashSet<>(Set.of(0));
    Deque<Integer> waiting = new ArrayDeque<>(known);
    while (!waiting.isEmpty()) {
      int state = waiting.remove();
      for (int b = 0; b < LexerTable.BYTES; b++) {
        int next = mode.next(state, (byte) b);
        if (next != LexerTable.DEAD && known.add(next)) {
          waiting.add(next);
        }
      }
    }
    return known;
  }

  @Test
  void digitRunsAreAsLongAsTheGrammarAllows() {
    Mode header = table.mode(modeNamed("V4"));
    DigitRuns digits = new DigitRuns(header);
    DigitRun ttl = Objects.requireNonNull(digits.run(after(header, ", ttl "), bytes("64,"), 0));
    assertThat(ttl.length(bytes("255,"), 0)).isEqualTo(3);
    assertThat(ttl.length(bytes("256,"), 0)).isZero();
    assertThat(ttl.length(bytes("064,"), 0)).isZero();
    assertThat(ttl.length(bytes("1000,"), 0)).isZero();
    DigitRun id = Objects.requireNonNull(digits.run(after(header, ", id "), bytes("1,"), 0));
    assertThat(id.length(bytes("65535,"), 0)).isEqualTo(5);
    assertThat(id.length(bytes("65536,"), 0)).isZero();
    assertThat(id.length(bytes("0,"), 0)).isEqualTo(1);
    Mode tcp = table.mode(modeNamed("TCP"));
    DigitRun seq = new DigitRuns(tcp).run(after(tcp, ", seq "), bytes("1"), 0);
    assertThat(Objects.requireNonNull(seq).length(bytes("3999999999:"), 0)).isEqualTo(10);
  }

  private static int modeNamed(String name) {
    String[] names = new TcpdumpLexer(CharStreams.fromString("")).getModeNames();
    return Arrays.asList(names).indexOf(name);
  }

  private static int after(Mode mode, String text) {
    int state = 0;
    for (byte b : bytes(text)) {
      state = mode.next(state, b);
    }
    return state;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
