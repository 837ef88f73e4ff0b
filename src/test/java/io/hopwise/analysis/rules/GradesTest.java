package io.hopwise.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure a finding is, by what speaks for it. */
final class GradesTest {
  private final Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
  private int millis;

  @ParameterizedTest
  @CsvSource({
    // echo replies, their TTL, the TTL of the reset, grades: three replies that all come from near
    // are enough
    "1, 61, 63, LOW",
    "2, 61, 63, LOW",
    "3, 61, 63, MEDIUM",
    "3, 55, 63, MEDIUM",
    "3, 54, 63, LOW",
    // no further off than routes of one source are: one hop, two where the host is far
    "3, 61, 62, ",
    "3, 55, 56, ",
    "3, 54, 56, ",
    "3, 54, 57, LOW",
    // the distance fits: another initial TTL
    "3, 61, 125, ",
    "3, 61, 252, ",
    // from behind the host
    "3, 61, 58, ",
    // no initial TTL that tells a distance
    "3, 35, 60, LOW",
    "3, 34, 60, ",
  })
  void aResetIsGradedByItsDistanceFromEchoReplies(
      int replies, int ttl, int resetTtl, String grade) {
    for (int i = 0; i < replies; i++) {
      icmp(ttl, i + 1);
    }
    client("S", "seq 1");
    server(resetTtl, "[none]", 0, "R.", "seq 0, ack 2, win 0");
    assertThat(grades("forged-reset"))
        .containsExactlyElementsOf(grade == null ? List.of() : List.of(grade));
  }

  @ParameterizedTest
  @CsvSource({
    // segments of the connection, their TTL, the TTL of the reset, grades
    "1, 61, 63, MEDIUM",
    "1, 59, 63, MEDIUM",
    "1, 58, 63, LOW",
    "2, 58, 63, MEDIUM",
    // even one hop is another way for packets of one connection
    "2, 61, 62, MEDIUM",
    // what is behind the host is not on the way to it
    "2, 61, 60, LOW",
    "2, 61, 125, ",
    "2, 61, 61, ",
  })
  void aResetIsGradedByItsDistanceFromItsConnection(
      int segments, int ttl, int resetTtl, String grade) {
    client(".", "ack 1, win 502");
    for (int i = 0; i < segments; i++) {
      server(ttl, "[DF]", 100 + i, ".", "ack 1, win 502");
    }
    client(".", "ack 1, win 502");
    server(resetTtl, "[DF]", 0, "R", "seq 1, win 0");
    assertThat(grades("forged-reset"))
        .containsExactlyElementsOf(grade == null ? List.of() : List.of(grade));
  }

  @Test
  void anOddWindowMakesAConnectionsResetHigh() {
    client(".", "ack 1, win 502");
    server(61, "[DF]", 100, ".", "ack 1, win 502");
    server(61, "[DF]", 101, ".", "ack 1, win 502");
    server(63, "[DF]", 0, "R", "seq 1, win 1234");
    assertThat(grades("forged-reset")).containsExactly("HIGH");
  }

  @Test
  void anOddWindowIsNotEnoughAgainstOneSegment() {
    client(".", "ack 1, win 502");
    server(61, "[DF]", 100, ".", "ack 1, win 502");
    server(63, "[DF]", 0, "R", "seq 1, win 1234");
    assertThat(grades("forged-reset")).containsExactly("MEDIUM");
  }

  @Test
  void whatStandsAtTheResetsDistanceIsNamed() {
    send(
        63,
        "[none]",
        9,
        "ICMP (1)",
        84,
        "10.0.0.1 > 192.0.2.10: ICMP echo reply, id 1, seq 1, length 64");
    aResetIsGradedByItsDistanceFromEchoReplies(3, 61, 63, "MEDIUM");
    Finding finding = analyzer.finish().of("forged-reset").get(0);
    assertThat(finding.suspects()).containsExactly("10.0.0.1");
    assertThat(finding.says()).contains("At that distance stands 10.0.0.1: ask there.");
  }

  @ParameterizedTest
  @CsvSource({
    // TTL, flags and window of two kinds of resets, and whether they have two senders
    "52, '[DF]', 0, 60, '[none]', 1024, MEDIUM",
    "52, '[DF]', 0, 60, '[none]', 0, MEDIUM",
    "52, '[DF]', 0, 60, '[DF]', 1024, MEDIUM",
    "52, '[DF]', 0, 60, '[DF]', 0, ",
    // the same distance: both habits have to differ
    "52, '[DF]', 0, 116, '[none]', 1024, MEDIUM",
    "52, '[DF]', 0, 116, '[none]', 0, ",
    "52, '[DF]', 0, 116, '[DF]', 1024, ",
  })
  void twoResetsAloneAreGradedByHowTheyDiffer(
      int ttl, String df, int window, int otherTtl, String otherDf, int otherWindow, String grade) {
    client("P.", "seq 1:101, ack 1, win 502");
    server(ttl, df, 0, "R", "seq 5001, win " + window);
    server(otherTtl, otherDf, 777, "R", "seq 5001, win " + otherWindow);
    assertThat(grades("two-senders"))
        .containsExactlyElementsOf(grade == null ? List.of() : List.of(grade));
  }

  private List<String> grades(String rule) {
    return analyzer.report().of(rule).stream().map(f -> f.grade().toString()).toList();
  }

  private void icmp(int ttl, int seq) {
    send(
        ttl,
        "[none]",
        1000 + 7 * seq,
        "ICMP (1)",
        84,
        "198.51.100.20 > 192.0.2.10: ICMP echo reply, id 1, seq " + seq + ", length 64");
  }

  private void client(String flags, String fields) {
    send(
        64,
        "[DF]",
        1,
        "TCP (6)",
        60,
        "192.0.2.10.40000 > 198.51.100.20.22: Flags [" + flags + "], " + fields + ", length 0");
  }

  private void server(int ttl, String df, int id, String flags, String fields) {
    send(
        ttl,
        df,
        id,
        "TCP (6)",
        40,
        "198.51.100.20.22 > 192.0.2.10.40000: Flags [" + flags + "], " + fields + ", length 0");
  }

  private void send(int ttl, String df, int id, String protocol, int length, String flow) {
    millis++;
    analyzer.accept(
        Hopwise.parse(
            "10:00:00.%03d000 IP (tos 0x0, ttl %d, id %d, offset 0, flags %s, proto %s, length %d)%n    %s%n"
                .formatted(millis, ttl, id, df, protocol, length, flow)));
  }
}
