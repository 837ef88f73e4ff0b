package io.hopwise.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
  @Test
  void ordinaryTextIsTheSameObject() {
    String text = "IP 192.0.2.1 > 接続元.example: é";
    assertThat(SafeText.line(text)).isSameAs(text);
    assertThat(SafeText.block(text)).isSameAs(text);
  }

  @Test
  void aLineShowsItsLineEndsAndABlockKeepsThem() {
    assertThat(SafeText.line("a\tb\r\nc")).isEqualTo("a^Ib^M^Jc");
    assertThat(SafeText.block("a\tb\r\nc")).isEqualTo("a\tb^M\nc");
  }

  @ParameterizedTest
  @CsvSource({
    "00, ^@",
    "07, ^G",
    "1b, ^[",
    "7f, ^?",
    "85, <U+0085>",
    "9b, <U+009B>",
    "ad, <U+00AD>",
    "200b, <U+200B>",
    "200e, <U+200E>",
    "2028, <U+2028>",
    "202e, <U+202E>",
    "2066, <U+2066>",
    "feff, <U+FEFF>",
    "3164, <U+3164>",
    "fe0f, <U+FE0F>",
    "ffff, <U+FFFF>",
    "d800, <U+D800>",
    "e0041, <U+E0041>",
    "e0100, <U+E0100>"
  })
  void whatMustNotBeShownIsNamed(String hex, String shown) {
    assertThat(SafeText.line("a" + Character.toString(Integer.parseInt(hex, 16)) + "b"))
        .isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @CsvSource({"20", "7e", "a0", "e9", "3042", "1f600", "fffd"})
  void whatCanBeShownIsKept(String hex) {
    assertThat(SafeText.isUnsafe(Integer.parseInt(hex, 16))).isFalse();
  }
}
