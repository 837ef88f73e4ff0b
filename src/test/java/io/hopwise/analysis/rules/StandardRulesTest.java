package io.hopwise.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Rule;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StandardRulesTest {
  static List<Rule> rules() {
    return StandardRules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleIsNamedExplainedAndTried(Rule rule) {
    assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
    assertThat(rule.summary()).isNotEmpty().doesNotEndWith(".");
    assertThat(rule.documentation()).endsWith(".");
    Path fixtures = Path.of("testdata", "rules", rule.id());
    assertThat(Files.exists(fixtures.resolve("fires.txt"))).isTrue();
    assertThat(Files.exists(fixtures.resolve("silent.txt"))).isTrue();
  }

  @Test
  void aRuleThatIsOffSaysNothing() {
    List<Entry> entries = Fixtures.entries(Path.of("testdata/rules/forged-reset/fires.txt"));
    Analyzer analyzer =
        new Analyzer(StandardRules.allBut(List.of("forged-reset")), Settings.STANDARD);
    entries.forEach(analyzer::accept);
    assertThat(analyzer.finish().worst()).isEqualTo(Grade.INFO);
  }

  @Test
  void aRuleThatIsNotThereCannotBeOff() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardRules.allBut(List.of("forged-rest")))
        .withMessageStartingWith("there is no rule forged-rest; did you mean forged-reset?");
  }

  @Test
  void aThresholdThatIsNotThereIsRefused() {
    Settings settings = Settings.STANDARD.withThresholds(Map.of("forged-reset.tolerence", 1L));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Analyzer(StandardRules.all(), settings))
        .withMessageContaining("no threshold forged-reset.tolerence")
        .withMessageContaining("forged-reset.tolerance");
  }

  @Test
  void aThresholdOutOfItsRangeIsRefused() {
    Settings settings = Settings.STANDARD.withThresholds(Map.of("forged-reset.tolerance", 33L));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Analyzer(StandardRules.all(), settings))
        .withMessage("forged-reset.tolerance must be 0 to 32, not 33");
  }
}
