package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.packet.Packet;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader of a live input can be stopped, interrupted, and fed by any stream. */
@Timeout(60)
class LiveStopTest {
  private static final String RECORD =
      """
      10:00:00.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length 33)
          192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
      """;

  @Test
  void aStreamThatNeverSaysWhatItHasIsReadWithoutWaiting() throws IOException {
    InputStream in =
        new FilterInputStream(new ByteArrayInputStream(RECORD.repeat(50).getBytes(UTF_8))) {
          @Override
          public int available() {
            return 0;
          }
        };
    // One silence for each record would take 50 hours.
    try (CaptureReader reader = Hopwise.readLive(in, Duration.ofHours(1))) {
      assertThat(reader.packets()).hasSize(50);
    }
  }

  @Test
  void aRecordIsGivenOutAfterSilence() throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        CaptureReader reader = Hopwise.readLive(new PipedInputStream(out), Duration.ofMillis(20))) {
      out.write(RECORD.getBytes(UTF_8));
      out.flush();
      assertThat(reader.next()).isInstanceOf(Packet.class);
    }
  }

  @Test
  void closingFromAnotherThreadEndsIt() throws Exception {
    Endless in = new Endless();
    CaptureReader reader = Hopwise.readLive(in, Duration.ofMillis(20));
    CompletableFuture<Boolean> waits = CompletableFuture.supplyAsync(reader::hasNext);
    in.awaitReading();
    reader.close();
    assertThat(waits.get(30, TimeUnit.SECONDS)).isFalse();
    assertThat(in.closed).isTrue();
  }

  @Test
  void anInterruptEndsTheWaitingAndLosesNothing() throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        CaptureReader reader = Hopwise.readLive(new PipedInputStream(out), Duration.ofMillis(20))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(reader::hasNext)
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
      out.write(RECORD.getBytes(UTF_8));
      out.flush();
      assertThat(reader.next()).isInstanceOf(Packet.class);
    }
  }

  @Test
  void aFailureOfTheInputReachesTheReader() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unplugged");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("unplugged");
          }
        };
    try (CaptureReader reader = Hopwise.readLive(broken, Duration.ofMillis(20))) {
      assertThatThrownBy(reader::hasNext)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("unplugged");
    }
  }

  @Test
  void entriesCanBeLoopedOver() throws IOException {
    int packets = 0;
    try (CaptureReader reader =
        Hopwise.read(new ByteArrayInputStream(RECORD.repeat(3).getBytes(UTF_8)))) {
      for (var entry : reader.entries()) {
        packets += entry instanceof Packet ? 1 : 0;
      }
    }
    assertThat(packets).isEqualTo(3);
  }

  /** Never has anything, and cannot be interrupted. */
  private static final class Endless extends InputStream {
    private final CompletableFuture<Boolean> reading = new CompletableFuture<>();
    private volatile boolean closed;

    void awaitReading() throws Exception {
      reading.get(30, TimeUnit.SECONDS);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return read();
    }

    @Override
    public int read() {
      reading.complete(true);
      while (!closed) {
        Thread.onSpinWait();
      }
      return -1;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
