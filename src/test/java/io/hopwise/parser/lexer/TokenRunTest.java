package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenRunTest {
  private static final String TIME = "22:13:10.000001 ";

  private final PatternMaker maker = new PatternMaker(TableLexers.records());
  private final byte[] sample = bytes(TIME + "IP (tos 0x0, ttl 64");
  private final RecordTokens tokens = new RecordTokens(TableLexers.records());
  private final TokenRun run = of(0);

  @Test
  void aRunGrowsByWhatKeepsFollowing() {
    assertThat(grown(of(1))).isTrue();
    assertThat(run.size()).isEqualTo(2);
    assertThat(fit("01:59:00.123456 IP (tos 0x10, ttl 1")).isEqualTo(2);
    assertThat(run.end(0)).isEqualTo(TIME.length());
    assertThat(run.end(1)).isEqualTo((TIME + "IP ").length());
  }

  @Test
  void aRunDoesNotGrowByWhatFollowsNowAndThen() {
    TokenRun one = of(1);
    TokenRun other = of(1);
    for (int i = 0; i < 1000; i++) {
      assertThat(run.grow(i % 2 == 0 ? one : other)).isFalse();
    }
  }

  @Test
  void aRunFitsAsFarAsTheTextDoes() {
    assertThat(grown(of(1))).isTrue();
    assertThat(fit("01:59:00.123456 ARP, Request")).isEqualTo(1);
    assertThat(run.end(0)).isEqualTo(TIME.length());
    assertThat(fit("01:59:00.123456 IP6 ::1")).isEqualTo(1);
    assertThat(fit("01:59:00.123456 ")).isEqualTo(1);
    assertThat(fit("01:59:00.12345")).isZero();
    assertThat(fit("01:59.00.123456 ")).isZero();
    assertThat(fit("")).isZero();
  }

  @Test
  void aRunIsCutBackWhereItOftenFallsShort() {
    assertThat(grown(of(1))).isTrue();
    for (int i = 0; i < 100; i++) {
      run.noteMatch(2);
      run.noteMatch(2);
      run.noteMatch(2);
      run.noteMatch(2);
      run.noteMatch(1);
    }
    assertThat(run.size()).isEqualTo(2);
    for (int i = 0; i < 100; i++) {
      run.noteMatch(Math.min(2, run.size()));
      run.noteMatch(1);
    }
    assertThat(run.size()).isEqualTo(1);
  }

  private boolean grown(TokenRun after) {
    for (int i = 0; i < 100; i++) {
      if (run.grow(after)) {
        return true;
      }
    }
    return false;
  }

  private int fit(String text) {
    return run.match(bytes(text), 0, text.length());
  }

  /** The run of one of the sample's tokens. */
  private TokenRun of(int index) {
    tokens.cut(sample, 0, sample.length);
    int mode = index == 0 ? 0 : tokens.get(index - 1).nextMode;
    RecordToken token = tokens.get(index);
    TokenPattern pattern =
        maker.pattern(
            mode, sample, token.start, token.end, sample.length, new PrefixNode(index + 1));
    return new TokenRun(Objects.requireNonNull(pattern));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
