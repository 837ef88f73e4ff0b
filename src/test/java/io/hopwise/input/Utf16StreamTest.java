package io.hopwise.input;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf16StreamTest {
  @Test
  void bothByteOrdersAreReadWithAMarkAndWithout() throws IOException {
    String text = "IP 192.0.2.1 > 192.0.2.2: ICMP echo request\r\n";
    for (Charset order : List.of(UTF_16LE, UTF_16BE)) {
      assertThat(read(text.getBytes(order))).isEqualTo(text);
      assertThat(read(("\ufeff" + text).getBytes(order))).isEqualTo(text);
    }
  }

  @Test
  void aCodePointOfTwoCharactersIsKeptTogetherWhereverTheBufferEnds() throws IOException {
    String text = "a" + "\ud83d\ude00".repeat(20_000);
    assertThat(read(text.getBytes(UTF_16LE))).isEqualTo(text);
  }

  @Test
  void halfACharacterAtTheEndIsReplaced() throws IOException {
    assertThat(read(new byte[] {'a', 0, 'b'})).isEqualTo("a\ufffd");
    assertThat(read(new byte[0])).isEmpty();
  }

  private static String read(byte[] bytes) throws IOException {
    try (Utf16Stream in = new Utf16Stream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
