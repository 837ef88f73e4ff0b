package io.hopwise.cli;

import static io.hopwise.cli.Ran.hopwise;
import static io.hopwise.cli.Ran.onInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.cli.process.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command says in one sentence whose text it was given, and what to do. */
class OtherProgramTest {
  private static final String TSHARK =
      "1 0.000000 192.0.2.10 -> 198.51.100.20 TCP 74 40000 -> 443 [SYN] Seq=0 Win=64240 Len=0\n";
  private static final String PACKET =
      "06:13:20.000000 IP 192.0.2.10.40000 > 198.51.100.20.443: Flags [S], seq 1, length 0\n";

  @ParameterizedTest
  @ValueSource(strings = {"parse", "analyze", "hops"})
  void aForeignProgramIsNamedOnStandardError(String command) {
    Ran ran = hopwise(command, "testdata/program/tshark.txt");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(ran.err())
        .startsWith(
            "hopwise: testdata/program/tshark.txt is text of tshark or Wireshark, not of tcpdump:"
                + " save the packets as a pcap file");
  }

  @Test
  void aForeignProgramIsNamedInJson() {
    Ran ran = hopwise("analyze", "--format", "ndjson", "testdata/program/fw-monitor.txt");
    assertThat(ran.out())
        .contains("\"result\":\"cannot-judge\"")
        .contains("\"otherPrograms\":[{\"program\":\"fw-monitor\",\"lines\":");
  }

  @Test
  void oneForeignLineAmongPacketsNamesNoProgram() {
    assertThat(onInput(PACKET + TSHARK + PACKET, "parse").err())
        .doesNotContain("some lines are text");
    assertThat(onInput(PACKET + TSHARK + TSHARK, "parse").err())
        .contains("some lines are text of tshark or Wireshark, not of tcpdump: save");
  }

  @Test
  void sentencesAloneAreNoCapture() {
    Ran ran = onInput("This is what I wanted to show you.\n", "analyze");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(ran.err()).contains("nothing in standard input is text as tcpdump prints it");
  }
}
