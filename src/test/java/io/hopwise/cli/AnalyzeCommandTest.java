package io.hopwise.cli;

import static io.hopwise.cli.Ran.RESET_CAPTURE;
import static io.hopwise.cli.Ran.hopwise;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.hopwise.cli.process.ExitCode;
import io.hopwise.cli.process.StopSignal;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzeCommandTest {
  @Test
  void theFoundingCaseIsAnswered() {
    Ran ran = hopwise(RESET_CAPTURE);
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .startsWith("FINDINGS: 1 medium; ")
        .contains("\n192.168.40.129 port 22: 1 try, 1 refused by a device 1 router away\n")
        .contains("\nMEDIUM  forged-reset  192.168.40.129 > 192.168.31.128 port 22, 3 packets\n")
        .contains("\n  you --1--2--3-- 192.168.40.129: 4 echo replies  TTL  61\n")
        .contains("\n  packet     line 2:\n", "\n             and lines 4, 6\n")
        .contains("\n  arrived    3 resets with TTL 63: 1 router away (started at 64)\n")
        .contains(
            "\n  compared   4 echo replies of the same address with TTL 61: 3 routers away\n");
  }

  @Test
  void analyzeIsWhatHopwiseDoesWithoutACommand() {
    assertThat(hopwise("analyze", RESET_CAPTURE)).isEqualTo(hopwise(RESET_CAPTURE));
  }

  @ParameterizedTest
  @CsvSource({"low, 1", "medium, 1", "high, 0"})
  void failOnIsReachedByTheGradeAndAbove(String grade, int exitCode) {
    assertThat(hopwise("--fail-on", grade, RESET_CAPTURE).exitCode()).isEqualTo(exitCode);
  }

  @Test
  void ndjsonIsAFindingALineAndTheSummary() {
    List<String> lines = hopwise("--format", "ndjson", RESET_CAPTURE).out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("{\"type\":\"finding\",\"rule\":\"forged-reset\",\"grade\":\"medium\",");
    assertThat(lines.get(1)).startsWith("{\"type\":\"summary\",\"result\":\"findings\",");
  }

  @Test
  void whatMayBePayloadIsNamedAndNotJudged() {
    Ran ran = hopwise("testdata/attack/ascii-cut.A.txt");
    assertThat(ran.out())
        .containsPattern("packets\\s+stand\\s+where\\s+payload\\s+text\\s+may\\s+be\\s+meant");
    assertThat(ran.out()).doesNotContain("9.9.9.9");
    assertThat(ran.err()).contains("may be payload of a packet");
  }

  @Test
  void jsonIsOneDocument() {
    assertThat(hopwise("--format", "json", RESET_CAPTURE).out())
        .startsWith("{\n  \"type\" : \"report\",\n  \"result\" : \"findings\",\n")
        .endsWith("\n}\n");
  }

  @Test
  void aDisabledRuleIsNotAsked() {
    assertThat(hopwise("--disable", "forged-reset", RESET_CAPTURE).out())
        .doesNotContain("forged-reset");
  }

  @Test
  void colourIsForTerminalsUnlessAskedFor() {
    String marked = "\u001b[1;33mMEDIUM\u001b[0m";
    assertThat(hopwise(RESET_CAPTURE).out()).doesNotContain("\u001b");
    assertThat(hopwise("--color", "always", RESET_CAPTURE).out()).contains(marked);
    assertThat(onTerminal(ImmutableMap.of(), RESET_CAPTURE)).contains(marked);
    assertThat(onTerminal(ImmutableMap.of(), "--color", "never", RESET_CAPTURE))
        .doesNotContain("\u001b");
    assertThat(onTerminal(ImmutableMap.of("NO_COLOR", "1"), RESET_CAPTURE))
        .doesNotContain("\u001b");
    assertThat(onTerminal(ImmutableMap.of("NO_COLOR", ""), RESET_CAPTURE)).contains(marked);
    assertThat(onTerminal(ImmutableMap.of("TERM", "dumb"), RESET_CAPTURE)).doesNotContain("\u001b");
    assertThat(onTerminal(ImmutableMap.of("NO_COLOR", "1"), "--color", "always", RESET_CAPTURE))
        .contains(marked);
  }

  @Test
  void theVantageDecidesWhatAnUnansweredSynMeans() {
    String capture = "testdata/port/port-80-unanswered.txt";
    String atServer = "look there: a packet filter";
    String atClient = "dropped anywhere on the way";
    assertThat(saidIn(capture)).contains(atServer, atClient);
    assertThat(saidIn(capture, "--vantage", "server")).contains(atServer).doesNotContain(atClient);
    assertThat(saidIn(capture, "--vantage", "client")).contains(atClient).doesNotContain(atServer);
  }

  /** The report as one line. */
  private static String saidIn(String capture, String... options) {
    ImmutableList.Builder<String> args = ImmutableList.<String>builder().add("-q", capture);
    return hopwise(args.add(options).build().toArray(new String[0])).out().replaceAll("\\s+", " ");
  }

  @Test
  void aPortAskedAboutThatNeverOccursIsReported() {
    assertThat(hopwise(RESET_CAPTURE).out()).doesNotContain("nothing-captured");
    assertThat(hopwise("--port", "8443", RESET_CAPTURE).out()).contains("nothing-captured");
  }

  @Test
  void theThreeResultsNeverLookAlike() {
    assertThat(hopwise(RESET_CAPTURE).out()).startsWith("FINDINGS: ");
    String first = "IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 29)";
    String rest = "\n    192.0.2.1.9 > 192.0.2.9.9: UDP, length 1\n";
    assertThat(Ran.onInput(first + rest).out()).startsWith("CANNOT JUDGE: ");
    assertThat(Ran.onInput((first + rest).repeat(3)).out()).startsWith("CLEAN: ");
  }

  @Test
  void whereNothingCanBeJudgedTheExitCodeSaysSo() {
    String packet =
        """
        IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 29)
            192.0.2.1.9 > 192.0.2.9.9: UDP, length 1
        """;
    assertThat(Ran.onInput(packet, "analyze").exitCode()).isEqualTo(ExitCode.CANNOT_JUDGE);
    assertThat(Ran.onInput(packet.repeat(3), "analyze").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(Ran.onInput(packet, "hops").exitCode()).as("hops").isEqualTo(ExitCode.OK);
    assertThat(Ran.onInput(packet + "192.0.2.1.9 >\n", "analyze", "--strict").exitCode())
        .as("what is unreadable comes first")
        .isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void aRemarkDoesNotMakeAnAnswerOfACaptureThatCannotBeJudged() {
    Ran ran = hopwise("testdata/rules/syn-refused/fires-without-ttl.txt");
    assertThat(ran.out()).startsWith("CANNOT JUDGE: the TTLs are not printed");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.CANNOT_JUDGE);
  }

  @Test
  void anAccusationComesBeforeTheRestThatCannotBeJudged() {
    Ran ran = hopwise("--fail-on", "medium", RESET_CAPTURE);
    assertThat(ran.exitCode()).isEqualTo(ExitCode.FINDINGS);
  }

  private static String onTerminal(ImmutableMap<String, String> environment, String... args) {
    return Ran.in(Ran.terminal(environment), InputStream.nullInputStream(), new StopSignal(), args)
        .out();
  }
}
