package io.hopwise.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.cli.process.StopSignal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveInputTest {
  @Test
  void whoeverWaitsForBytesMeetsTheEnd() throws Exception {
    InputStream in = new ByteArrayInputStream(new byte[] {'I', 'P'});
    try (LiveInput live = new LiveInput(in, new StopSignal(), millis -> {})) {
      assertThat(live.readNBytes(2)).containsExactly('I', 'P');
      while (live.available() == 0) {
        Thread.sleep(1);
      }
      assertThat(live.read()).isEqualTo(-1);
      assertThat(live.available()).isZero();
    }
  }

  @Test
  void failuresOfTheStreamReachTheReader() throws Exception {
    InputStream in =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("made for the test");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return read();
          }
        };
    try (LiveInput live = new LiveInput(in, new StopSignal(), millis -> {})) {
      assertThatThrownBy(live::read).hasMessage("made for the test");
    }
  }

  @Test
  void buffersThatAreUsedAgainLoseNothing() throws Exception {
    byte[] bytes = new byte[10_000_000];
    new Random(7).nextBytes(bytes);
    InputStream in = new ByteArrayInputStream(bytes);
    try (LiveInput live = new LiveInput(in, new StopSignal(), millis -> {})) {
      assertThat(live.readAllBytes()).isEqualTo(bytes);
    }
  }
}
