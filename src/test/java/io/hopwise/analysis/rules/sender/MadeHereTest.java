package io.hopwise.analysis.rules.sender;

import static io.hopwise.analysis.rules.Fixtures.findings;
import static io.hopwise.analysis.rules.Fixtures.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.Fixtures;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MadeHereTest {
  private static final String ID = MadeHere.ID;

  @Test
  void whatGoesOutWithoutHavingComeInWasMadeHere() {
    assertThat(findings(ID, "fires")).containsExactly("HIGH x3 [29, 32, 35] 198.51.100.20");
    assertThat(says(ID, "fires")).contains("this machine made them in the host's name");
  }

  @Test
  void noOtherRuleCallsItTheHostsOwn() {
    // The host one router away: so near routes of one source do differ.
    String[] records = Fixtures.text(ID + "/fires").split("(?m)^(?=\\d\\d:)");
    String near =
        Arrays.stream(records)
            .filter(record -> !record.contains("echo"))
            .filter(record -> record.contains(" In ") || record.contains("Flags [R"))
            .map(record -> record.replace("ttl 61,", "ttl 63,"))
            .collect(Collectors.joining());
    Report report = Fixtures.reportOf(near);
    assertThat(report.findings()).extracting(Finding::rule).containsExactly(ID);
  }

  @Test
  void whatIsPassedOnWasNot() {
    assertThat(findings(ID, "silent")).isEmpty();
  }
}
