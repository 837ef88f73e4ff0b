package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.parser.grammar.TcpdumpLines;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatternCacheTest {
  private final PatternMaker maker = new PatternMaker(TableLexers.lines());
  private final PatternCache patterns = new PatternCache();
  private final Random random = new Random(20261128);
  private int made;

  @Test
  void lineBeginningsThatRepeatAreCutByPattern() {
    for (int i = 0; i < 20; i++) {
      meet("22:13:" + (10 + i) + ".000001 IP\n", "22:13:10.000001 ".length());
    }
    assertThat(made).isEqualTo(1);
    byte[] line = bytes("01:59:00.123456 IP6\n");
    TokenRun fitting = Objects.requireNonNull(patterns.matching(line, 0, line.length));
    assertThat(patterns.count()).isEqualTo(1);
    assertThat(fitting.token(0).type()).isEqualTo(TcpdumpLines.CLOCK_TIME);
    assertThat(fitting.end(0)).isEqualTo("01:59:00.123456 ".length());
  }

  @Test
  void textThatNeverRepeatsMakesFewerAndFewerPatterns() {
    int first = 0;
    for (int i = 0; i < 200_000; i++) {
      String command = "user" + word() + "@host:~$ ";
      meet(command + "\n", command.length() + 1);
      first = i == 20_000 ? made : first;
    }
    assertThat(first).isLessThan(20);
    assertThat(made - first).isLessThan(20);
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  /** A line whose beginning has a length. */
  private void meet(String text, int length) {
    byte[] line = bytes(text);
    if (patterns.matching(line, 0, line.length) == null && patterns.wantsPattern()) {
      TokenPattern pattern = maker.pattern(0, line, 0, length, line.length, new PrefixNode(0));
      patterns.add(new TokenRun(Objects.requireNonNull(pattern)));
      made++;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
