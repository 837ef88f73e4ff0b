package io.hopwise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ByteQueueTest {
  private static final int BOUND = 300_000;

  @Test
  void bytesComeOutAsTheyWentIn() throws InterruptedException {
    ByteQueue queue = new ByteQueue(BOUND);
    Random random = new Random(1);
    ByteArrayOutputStream in = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] taken = new byte[90_000];
    for (int i = 0; i < 2_000; i++) {
      byte[] put = new byte[random.nextInt(80_000)];
      random.nextBytes(put);
      int fits = Math.min(put.length, BOUND - queue.size());
      queue.put(put, fits);
      in.write(put, 0, fits);
      int got = queue.take(taken, 5, random.nextInt(taken.length - 5), 0);
      out.write(taken, 5, got);
      assertThat(queue.size()).isEqualTo(in.size() - out.size());
    }
    while (queue.size() > 0) {
      out.write(taken, 0, queue.take(taken, 0, taken.length, 0));
    }
    assertThat(out.toByteArray()).isEqualTo(in.toByteArray());
    assertThat(in.size()).as("it grew and went round many times").isGreaterThan(50 * BOUND);
  }

  @Test
  void whoeverPutsMoreThanFitsWaits() throws Exception {
    ByteQueue queue = new ByteQueue(BOUND);
    byte[] much = new byte[3 * BOUND + 7];
    new Random(2).nextBytes(much);
    CompletableFuture<Void> putting = CompletableFuture.runAsync(() -> put(queue, much));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] taken = new byte[1000];
    for (int got = 0; got >= 0; got = queue.take(taken, 0, taken.length, 60_000)) {
      out.write(taken, 0, got);
      assertThat(queue.size()).isLessThanOrEqualTo(BOUND);
    }
    putting.get();
    assertThat(out.toByteArray()).isEqualTo(much);
  }

  @Test
  void whatWasPutBeforeTheEndIsStillTaken() throws InterruptedException {
    ByteQueue queue = new ByteQueue(BOUND);
    byte[] taken = new byte[10];
    assertThat(queue.take(taken, 0, 10, 0)).as("nothing yet").isZero();
    assertThat(queue.take(taken, 0, 10, 1)).as("nothing in time").isZero();
    queue.put(new byte[] {1, 2, 3}, 3);
    queue.end();
    assertThat(queue.take(taken, 0, 2, 60_000)).isEqualTo(2);
    assertThat(queue.take(taken, 0, 10, 60_000)).isEqualTo(1);
    assertThat(queue.take(taken, 0, 10, 60_000)).isEqualTo(-1);
  }

  private static void put(ByteQueue queue, byte[] bytes) {
    try {
      queue.put(bytes, bytes.length);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    queue.end();
  }
}
