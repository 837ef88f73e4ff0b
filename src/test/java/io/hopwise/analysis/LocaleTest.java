package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.text.English;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocaleTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void speakGerman() {
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void findingsAreEnglishUnderEveryLocale() {
    FindingBuilder draft = new FindingBuilder(StandardRules.all().get(0).id(), "others");
    draft.claim("192.0.2.1").says("It says.").nameLimit();
    assertThat(draft.finding().says())
        .isEqualTo(
            "This sums up all that came after the first 1,024 causes of this rule, which are kept"
                + " apart; 192.0.2.1 is one of many. It says.");
  }

  @Test
  void numbersAreGroupedByThousands() {
    assertThat(English.number(999)).isEqualTo("999");
    assertThat(English.number(1_000)).isEqualTo("1,000");
    assertThat(English.number(1_234_567)).isEqualTo("1,234,567");
    assertThat(English.number(-1_234)).isEqualTo("-1,234");
    assertThat(English.number(-123)).isEqualTo("-123");
  }
}
