package io.hopwise.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WidthsTest {
  private static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  @Test
  void everyEastAsianLetterTakesTwoColumnsButHalfWidthForms() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean halfWidth = c >= 0xff61 && c <= 0xffdc;
      // These two stand beside a letter, as accents do: ISO 15924 counts them to no block.
      boolean sign = c == 0x02ea || c == 0x02eb;
      if (EAST_ASIAN.contains(UnicodeScript.of(c)) && !halfWidth && !sign) {
        assertThat(width(c)).as(Integer.toHexString(c)).isEqualTo(2);
      }
    }
  }

  @Test
  void lettersOfOtherScriptsTakeOneColumn() {
    assertThat(Widths.of("router")).isEqualTo(6);
    assertThat(Widths.of("пакет")).isEqualTo(5);
    assertThat(Widths.of("ｱ")).isEqualTo(1);
  }

  @Test
  void accentsTakeNoColumn() {
    assertThat(Widths.of("e\u0301")).isEqualTo(1);
  }

  @Test
  void hangulAndPictographsTakeTwoColumns() {
    assertThat(Widths.of("한글")).isEqualTo(4);
    assertThat(Widths.of("🔥")).isEqualTo(2);
  }

  private static int width(int codePoint) {
    return Widths.of(Character.toString(codePoint));
  }
}
