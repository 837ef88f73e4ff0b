package io.hopwise.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
  @ParameterizedTest
  @ValueSource(
      ints = {0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0xa1b2cd34, 0x34cdb2a1, 0x0a0d0d0a})
  void everyFormThatTcpdumpReadsIsACapture(int magic) {
    assertThat(FileKind.of(Ints.toByteArray(magic), 4).isCapture()).isTrue();
  }

  @Test
  void textIsNoCapture() {
    assertThat(FileKind.of(new byte[] {'1', '2', ':', '0'}, 4)).isEqualTo(FileKind.TEXT);
    assertThat(FileKind.of(new byte[0], 0)).isEqualTo(FileKind.EMPTY);
  }
}
