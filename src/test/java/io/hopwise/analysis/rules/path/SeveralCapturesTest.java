package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.sender.ForgedReset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeveralCapturesTest {
  private static final String ID = SeveralCaptures.ID;

  @ParameterizedTest
  @ValueSource(strings = {"fires", "fires-prompts", "fires-listening", "fires-fences"})
  void bothEndsOfAnInnocentConnectionAccuseNobody(String name) {
    Report report = Fixtures.report(ID + "/" + name);
    assertThat(report.of(ID)).hasSize(1);
    assertThat(report.worst()).isEqualTo(Grade.INFO);
    assertThat(report.of(BothSidesOfRouter.ID)).isEmpty();
  }

  @Test
  void eachCaptureTellsTheDistanceFromItsOwnPlace() {
    assertThat(findings(ForgedReset.ID, "../" + ID + "/fires-forged"))
        .containsExactly("MEDIUM x1 [6] 198.51.100.20", "MEDIUM x1 [12] 192.0.2.10");
  }

  @Test
  void theFirstLineOfEachIsNamed() {
    assertThat(says(ID, "fires-prompts"))
        .contains("from line 2 (client eth0) and from line 23 (server ens3)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "silent-disorder"})
  void oneHostIsOnePlace(String name) {
    assertThat(findings(ID, name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fires", "fires-resets"})
  void withoutTimesTheSamePacketAgainBeginsAnotherCapture(String name) {
    String text =
        Fixtures.text(ID + "/" + name).replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d\\.\\d+ ", "");
    Report report = Fixtures.reportOf(text);
    assertThat(report.of(ID)).hasSize(1);
    assertThat(report.worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void timesSinceThePacketBeforeAreNoClock() {
    String echo =
        " 00:00:0%s IP (tos 0x0, ttl 61, id %s, offset 0, flags [none], proto ICMP (1), length"
            + " 84)\n"
            + "    198.51.100.20 > 192.0.2.10: ICMP echo reply, id 7, seq %s, length 64\n";
    StringBuilder before = new StringBuilder();
    StringBuilder first = new StringBuilder();
    String[] deltas = {"0.000000", "1.400000", "0.002000", "1.300000", "0.001000"};
    for (int i = 0; i < deltas.length; i++) {
      before.append(echo.formatted(deltas[i], 700 + i, i));
      first.append(echo.formatted(i + ".000000", 700 + i, i));
    }
    assertThat(Fixtures.reportOf(before.toString()).of(ID)).isEmpty();
    assertThat(Fixtures.reportOf(first.toString().repeat(2)).of(ID)).hasSize(1);
  }
}
