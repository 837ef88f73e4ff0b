package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwarTest {
  @Test
  void theFirstByteIsTheLowest() {
    assertThat(Swar.at(bytes("abcdefghij"), 1)).isEqualTo(0x6968676665646362L);
  }

  @Test
  void bytesAfterTheEndAreZero() {
    assertThat(Swar.at(bytes("abcdefghij"), 8)).isEqualTo(0x6a69L);
    assertThat(Swar.at(bytes("abcdefghij"), 10)).isZero();
    assertThat(Swar.at(bytes("abcdefghij"), 30)).isZero();
    assertThat(Swar.at(bytes("\u00e9b"), 0)).isEqualTo(0x62e9L);
    assertThat(Swar.at(bytes("ab"), 1)).isEqualTo(0x62L);
    assertThat(Swar.at(bytes(""), 0)).isZero();
  }

  @Test
  void digitsAreToldFromAllOtherBytes() {
    for (int b = 0; b < 256; b++) {
      for (int place = 0; place < Long.BYTES; place++) {
        byte[] word = bytes("55555555");
        word[place] = (byte) b;
        boolean digit = b >= '0' && b <= '9';
        assertThat(Swar.countBefore(Swar.notDigits(Swar.at(word, 0))))
            .as("%s at %s", b, place)
            .isEqualTo(digit ? Long.BYTES : place);
      }
    }
  }

  @Test
  void hexLettersAreToldFromAllOtherBytes() {
    for (int b = 0; b < 256; b++) {
      for (int place = 0; place < Long.BYTES; place++) {
        byte[] word = bytes("\u00ff\u0000gABF`9");
        word[place] = (byte) b;
        boolean letter = b >= 'a' && b <= 'f';
        assertThat(Swar.countBefore(Swar.hexLetters(Swar.at(word, 0))))
            .as("%s at %s", b, place)
            .isEqualTo(letter ? place : Long.BYTES);
      }
    }
  }

  @Test
  void masksCoverTheFirstBytes() {
    assertThat(Swar.first(0)).isZero();
    assertThat(Swar.first(3)).isEqualTo(0xffffffL);
    assertThat(Swar.first(8)).isEqualTo(-1L);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
