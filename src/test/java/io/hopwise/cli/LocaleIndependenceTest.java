package io.hopwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the command prints is the same for everybody: programs read it, and people compare it. */
class LocaleIndependenceTest {
  /** A decimal comma; digits of its own; and a small i that has no large I. */
  private static final List<Locale> LOCALES =
      Stream.of("de-DE", "ar-EG-u-nu-arab", "tr-TR").map(Locale::forLanguageTag).toList();

  private final Locale before = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  static Stream<List<String>> commands() {
    String fires = "testdata/rules/forged-reset/fires.txt";
    return Stream.of(
        List.of("parse", "--format", "ndjson", Ran.RESET_CAPTURE),
        List.of("parse", "--format", "csv", Ran.RESET_CAPTURE),
        List.of("parse", "--format", "text", Ran.RESET_CAPTURE),
        List.of("analyze", fires),
        List.of("analyze", "--format", "json", fires),
        List.of("analyze", "--format", "html", fires),
        List.of("connections", fires),
        List.of("connections", "--format", "csv", fires),
        List.of("hops", fires),
        List.of("rules"),
        List.of("--help"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void theOutputIsTheSameUnderEveryLocale(List<String> command) {
    Locale.setDefault(Locale.ROOT);
    Ran plain = Ran.hopwise(command.toArray(String[]::new));
    assertThat(plain.out()).isNotEmpty();
    for (Locale locale : LOCALES) {
      Locale.setDefault(locale);
      assertThat(Ran.hopwise(command.toArray(String[]::new))).as("%s", locale).isEqualTo(plain);
    }
  }
}
