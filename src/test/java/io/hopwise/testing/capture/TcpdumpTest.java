package io.hopwise.testing.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import org.junit.jupiter.api.Test;

class TcpdumpTest {
  @Test
  void aCaptureFileOfEveryFormIsHandedToTcpdump() {
    for (int magic : new int[] {0xa1b2c3d4, 0x4d3cb2a1, 0xa1b2cd34, 0x34cdb2a1, 0x0a0d0d0a}) {
      assertThat(Tcpdump.isPcap(Ints.toByteArray(magic))).isTrue();
    }
    assertThat(Tcpdump.isPcap(new byte[] {'1', '2', ':', '0'})).isFalse();
    assertThat(Tcpdump.isPcap(new byte[0])).isFalse();
  }
}
