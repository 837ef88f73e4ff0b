package io.hopwise.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hopwise.testing.capture.TcpdumpCapture;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTcpdumpTest {
  @Test
  void whatTcpdumpSaysInTheEndIsHeard() throws IOException {
    Optional<String> reason = TcpdumpCapture.whyUnavailable("lo");
    assumeTrue(reason.isEmpty(), () -> "no live capture here: " + reason.orElse(""));
    try (LiveTcpdump live = LiveTcpdump.start("lo", "udp port 9")) {
      new CollectedText("output", live.output()).start();
      live.stop();
      assertThat(live.said()).contains(" captured; ", "dropped by kernel");
      assertThat(live.dropped()).isZero();
    }
  }
}
