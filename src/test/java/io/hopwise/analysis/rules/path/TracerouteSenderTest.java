package io.hopwise.analysis.rules.path;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.rules.Fixtures;
import org.junit.jupiter.api.Test;

final class TracerouteSenderTest {
  private static final String ID = TracerouteSender.ID;

  @Test
  void aSourceWhoseTtlsCountUpIsATraceroute() {
    assertThat(says(ID, "fires")).startsWith("192.0.2.10 sends with 6 different TTLs");
  }

  @Test
  void aSourceWithOneTtlIsNoTraceroute() {
    assertThat(findings(ID, "silent")).isEmpty();
  }

  @Test
  void aFlowThatKeepsToOneTtlIsJudgedAllTheSame() {
    assertThat(findings(ID, "fires-beside-flow")).hasSize(1);
    assertThat(Fixtures.report(ID + "/fires-beside-flow").of("forged-reset")).hasSize(1);
  }
}
