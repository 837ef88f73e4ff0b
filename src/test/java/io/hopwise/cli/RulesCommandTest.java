package io.hopwise.cli;

import static io.hopwise.cli.Ran.hopwise;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Rule;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Threshold;
import org.junit.jupiter.api.Test;

class RulesCommandTest {
  @Test
  void everyRuleIsListed() {
    Ran ran = hopwise("rules");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
    for (Rule rule : StandardRules.all()) {
      assertThat(ran.out()).contains(rule.id() + "  ");
    }
  }

  @Test
  void aRuleIsDescribedWithItsThresholds() {
    for (Rule rule : StandardRules.all()) {
      Ran ran = hopwise("rules", rule.id());
      assertThat(ran.exitCode()).isZero();
      assertThat(ran.out()).startsWith(rule.id() + "\n\n");
      for (Threshold threshold : rule.thresholds()) {
        assertThat(ran.out()).contains("  " + threshold.fullName() + "  ");
      }
    }
  }
}
