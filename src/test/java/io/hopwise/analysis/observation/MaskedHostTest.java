package io.hopwise.analysis.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedHostTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.x.x.x",
        "203.0.113.x",
        "10.0.0.xxx",
        "xxx.xxx.xxx.xxx",
        "***",
        "*.*.*.*",
        "10.x.x.5",
        "2001:db8:x:x::1",
        "2001:db8::xxxx",
        "[REDACTED]",
        "<redacted>",
        "\u2588\u2588\u2588"
      })
  void aMaskMayHideSeveralHosts(String host) {
    assertThat(MaskedHost.is(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "2001:db8::1",
        "client",
        "<client>",
        "SERVER",
        "my server",
        "y.y.y.y",
        "xen.example",
        "box.example",
        "a.b.c.d",
        "ax.bx"
      })
  void aNameStandsForOneHost(String host) {
    assertThat(MaskedHost.is(host)).isFalse();
  }
}
