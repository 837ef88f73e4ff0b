package io.hopwise.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuietLineTest {
  @Test
  void aQuietCaptureSaysHowLongNothingCame() {
    assertThat(QuietLine.line(0, 65)).isEqualTo("hopwise: no packet for 65 s; still reading");
    assertThat(QuietLine.line(1, 5))
        .isEqualTo("hopwise: 1 packet, the last 5 s ago; still reading");
    assertThat(QuietLine.line(12345, 3600))
        .isEqualTo("hopwise: 12,345 packets, the last 3,600 s ago; still reading");
  }
}
