package io.hopwise.analysis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payload that {@code tcpdump -A} prints neither makes a finding nor explains one away. */
class AmbiguousTest {
  private static final String SERVER = "192.0.2.7";
  private static final String CLIENT = "192.0.2.8";
  private static final String STRANGER = "203.0.113.5";
  private static final String RESET = tcp(20, 63, "R");
  private static final String HONEST = tcp(10, 61, "P.") + tcp(11, 61, "P.") + tcp(12, 61, ".");

  private static String head(int second, int ttl, String proto, int length) {
    return String.format(
        "10:00:%02d.000000 IP (tos 0x0, ttl %d, id 0, offset 0, flags [DF], proto %s, length %d)\n",
        second, ttl, proto, length);
  }

  /** A segment of the server without payload, with its dump. */
  private static String tcp(int second, int ttl, String flags) {
    String ack = flags.contains(".") ? ", ack 1" : "";
    return head(second, ttl, "TCP (6)", 40)
        + String.format(
            "    %s.22 > %s.40001: Flags [%s], seq 1%s, win 9, length 0\n",
            SERVER, CLIENT, flags, ack)
        + dump(ttl, 6, 40, SERVER, ".".repeat(20));
  }

  /** A stranger's datagram of so many bytes, of which those were captured. */
  private static String carrying(String captured, int bytes) {
    return head(15, 50, "UDP (17)", 28 + bytes)
        + String.format("    %s.4001 > %s.4002: UDP, length %d\n", STRANGER, CLIENT, bytes)
        + dump(50, 17, 28 + bytes, STRANGER, "12345678" + captured);
  }

  /** How -A prints a packet: a character for each byte of the IP header, and what is behind it. */
  private static String dump(int ttl, int proto, int length, String src, String rest) {
    StringBuilder printed = new StringBuilder();
    int[] header = {0x45, 0, length >> 8, length & 255, 0, 0, 0x40, 0, ttl, proto, 0, 0};
    IntStream.concat(
            IntStream.of(header),
            Stream.of(src, CLIENT)
                .flatMap(address -> Stream.of(address.split("\\.", -1)))
                .mapToInt(Integer::parseInt))
        .forEach(b -> printed.append(isPrinted(b) ? (char) b : '.'));
    return printed + rest + "\n";
  }

  private static boolean isPrinted(int b) {
    return (b >= ' ' && b <= '~') || b == '\n' || b == '\t';
  }

  private static Report analyze(String text) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    Hopwise.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)))
        .forEachRemaining(analyzer::accept);
    return analyzer.finish();
  }

  @Test
  void theResetsWouldBeAFindingIfTheyWereSent() {
    Report report = analyze(HONEST + RESET + RESET + carrying("the end", 7));
    assertThat(report.of("forged-reset")).hasSize(1);
    assertThat(report.counts().ambiguous()).isZero();
  }

  @Test
  void resetsInsideAPayloadAreNoFinding() {
    String payload = "one\n" + RESET + RESET + "two and more";
    Report report = analyze(HONEST + carrying(payload, payload.length()) + HONEST);
    assertThat(report.of("forged-reset")).isEmpty();
    assertThat(report.result()).isEqualTo(Report.Result.CLEAN);
    assertThat(report.counts().packets()).isEqualTo(7);
    assertThat(report.counts().resets()).isZero();
    assertThat(report.counts().ambiguous()).isZero();
  }

  @Test
  void resetsThatMayBePayloadAreCountedAndNoFinding() {
    Report report = analyze(HONEST + carrying("one\n" + RESET + RESET + "two", 900) + HONEST);
    assertThat(report.findings()).isEmpty();
    assertThat(report.counts().ambiguous()).isPositive();
    assertThat(report.counts().resets()).isZero();
    assertThat(report.sources()).noneMatch(row -> row.levels().toString().contains("63"));
  }

  @Test
  void whatMayBePayloadDoesNotExplainAResetAway() {
    String alike = tcp(16, 63, "P.");
    String forged = carrying("one\n" + alike.repeat(6) + "two", 3000);
    Report honest = analyze(HONEST + RESET + RESET);
    Report attacked = analyze(HONEST + RESET + RESET + forged);
    assertThat(attacked.of("forged-reset")).hasSize(1).isEqualTo(honest.of("forged-reset"));
  }

  @Test
  void aCounterThatMayBePayloadIsNoEmptyCapture() {
    String payload = "one\n" + RESET + "\n0 packets captured\n0 packets received by filter\n";
    Report report = analyze(HONEST + carrying(payload, 900) + HONEST);
    assertThat(report.of("nothing-captured")).isEmpty();
  }

  @Test
  void whoConcludesFromSilenceNamesTheDoubt() {
    String syn = tcp(1, 64, "S");
    String answered = syn + syn + syn + carrying("one\n" + RESET + "two", 900);
    assertThat(analyze(syn + syn + syn).of("syn-unanswered").get(0).innocentExplanations())
        .noneMatch(reason -> reason.contains("payload"));
    assertThat(analyze(answered).of("syn-unanswered").get(0).innocentExplanations())
        .anyMatch(reason -> reason.contains("payload"));
  }

  @Test
  void nothingSureIsNothingToJudge() {
    Report report = analyze(carrying("one\n" + RESET + "two", 900));
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    assertThat(report.reason()).startsWith("it is not sure of any packet that it is one");
  }

  @Test
  void halvesThatAreMergedCountTogether() {
    String doubtful = carrying("one\n" + RESET + "two", 900);
    Analyzer first = new Analyzer(StandardRules.all(), Settings.STANDARD);
    Analyzer second = new Analyzer(StandardRules.all(), Settings.STANDARD);
    for (Analyzer half : new Analyzer[] {first, second}) {
      Hopwise.read(new ByteArrayInputStream(doubtful.getBytes(ISO_8859_1)))
          .forEachRemaining(half::accept);
    }
    long each = first.report().counts().ambiguous();
    assertThat(each).isPositive();
    assertThat(first.merge(second).report().counts().ambiguous()).isEqualTo(2 * each);
  }

  /** The addresses 9.9.9.9 and 8.8.8.8 stand in text that packets carried, and nowhere else. */
  @ParameterizedTest
  @ValueSource(strings = {"ascii.A", "ascii.plain.A", "ascii.t.A", "ascii.tttt.AA", "ascii-cut.A"})
  void attackersAddNoSource(String name) throws IOException {
    Report report = Verdicts.analyze(Path.of("testdata/attack/" + name + ".txt"));
    assertThat(report.counts().packets()).isPositive();
    assertThat(report.sources())
        .extracting(Report.SourceRow::host)
        .doesNotContain("9.9.9.9", "8.8.8.8");
    assertThat(report.findings()).extracting(Finding::claim).doesNotContain("9.9.9.9", "8.8.8.8");
  }

  @Test
  void withAnAmbiguousResetNothingIsClean() {
    String carrier =
        """
        IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto UDP (17), length 66)
            203.0.113.9.4000 > 192.0.2.8.69: TFTP, length 38, RRQ "a" x: VXLAN, flags [I] (0x08), vni 5
        """;
    String untimed = HONEST.replaceAll("(?m)^10:00:\\S+ |^E.*\n", "");
    String reset = RESET.replaceAll("(?m)^10:00:\\S+ |^E.*\n", "");
    Report report = analyze(untimed.repeat(10) + carrier + reset + untimed);
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    assertThat(report.reason()).contains("1 reset stands where text");
    assertThat(report.counts().ambiguous()).isEqualTo(1);
  }

  @Test
  void withManyAmbiguousPacketsNothingIsClean() {
    Report report = analyze(HONEST + carrying("one\n" + HONEST, 900));
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    assertThat(report.reason()).contains("it is not sure whether another packet carried them");
  }

  @Test
  void whatTheFrameBeforeMayHaveCarriedIsNoMoreThanLow() {
    // The same side goes on sending, which is strong evidence.
    Finding finding =
        analyze(HONEST + RESET + tcp(21, 61, "P.")).of("forged-reset").iterator().next();
    assertThat(finding.grade()).isEqualTo(Grade.LOW);
    assertThat(finding.innocentExplanations()).anyMatch(words -> words.contains("-e tells"));
    String full = carrying("x".repeat(1472), 1472); // leaves no room in its frame
    assertThat(analyze(HONEST + full + RESET).of("forged-reset"))
        .singleElement()
        .matches(other -> other.grade().atLeast(Grade.MEDIUM));
  }

  @Test
  void whereAnUnjudgedPacketNamesThePortItIsNotSaidToBeMissing() {
    String reset = RESET.replace(".22 >", ".1515 >");
    String text = HONEST + carrying("one\n" + reset + reset + "two", 900) + HONEST;
    String asked = "$ tcpdump -vAnni any port ";
    assertThat(analyze(asked + "1515\n" + text).counts().ambiguous()).isPositive();
    assertThat(analyze(asked + "1515\n" + text).of("nothing-captured")).isEmpty();
    assertThat(analyze(asked + "1516\n" + text).of("nothing-captured")).hasSize(1);
  }
}
