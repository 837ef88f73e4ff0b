package io.hopwise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Input that comes as it happens. A thread of its own does the blocking reads, so that whoever
 * reads here can do other things while nothing comes: hand on what it has, give a hint, end.
 *
 * <p>After a stop what is still on its way is read: until the input ends, or nothing came for a
 * while, or it goes on and on.
 */
final class LiveInput extends InputStream {
  private static final int CHUNK = 1 << 16;

  /** While the reader starts or collects garbage, tcpdump can go on printing. */
  private static final int AHEAD = 1 << 22;

  private static final int FEW = CHUNK / 4;

  /** Less than tcpdump takes to fill a pipe, which holds 64 kB. */
  private static final long GATHERING_NANOS = 500_000;

  private static final long POLL_MILLIS = 50;
  private static final long DRAIN_SILENCE_MILLIS = 300;
  private static final long DRAIN_LIMIT_MILLIS = 3000;

  private final ByteQueue queue = new ByteQueue(AHEAD);
  private final StopSignal stop;
  private final Silence silence;
  private volatile @Nullable IOException failure;
  private Runnable onIdle = () -> {};
  private boolean begun;
  private boolean ended;
  private long stoppedAt;

  /**
   * Starts reading.
   *
   * @param silence told how long nothing came while nothing has come at all
   */
  LiveInput(InputStream in, StopSignal stop, Silence silence) {
    this.stop = stop;
    this.silence = silence;
    Thread thread = new Thread(() -> pump(in), "hopwise-input");
    thread.setDaemon(true);
    thread.start();
  }

  /** Told about silence. */
  interface Silence {
    /** Nothing came for so many milliseconds, from the start. */
    void lasted(long millis);
  }

  /** What to do, in the reading thread, each time it has to wait for input. */
  void onIdle(Runnable action) {
    onIdle = action;
  }

  private void pump(InputStream in) {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
        queue.put(chunk, got);
        if (got < FEW) {
          // Being woken for every few lines costs more than reading them.
          LockSupport.parkNanos(GATHERING_NANOS);
        }
      }
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    queue.end();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ended |= pastDrainLimit();
    int got = ended ? -1 : takeOrAwait(bytes, offset, length);
    begun |= got > 0;
    ended |= got < 0;
    IOException cause = failure;
    if (ended && cause != null) {
      throw cause;
    }
    return got;
  }

  @Override
  public int available() {
    return ended ? 0 : queue.size();
  }

  private int takeOrAwait(byte[] bytes, int offset, int length) {
    try {
      int got = queue.take(bytes, offset, length, 0);
      if (got != 0) {
        return got;
      }
      onIdle.run();
      return await(bytes, offset, length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private int await(byte[] bytes, int offset, int length) throws InterruptedException {
    long start = System.nanoTime();
    while (true) {
      int got = queue.take(bytes, offset, length, POLL_MILLIS);
      if (got != 0) {
        return got;
      }
      long millis = millisSince(start);
      if (stop.isStopped() && millis >= DRAIN_SILENCE_MILLIS) {
        return -1;
      }
      if (!begun) {
        silence.lasted(millis);
      }
    }
  }

  private boolean pastDrainLimit() {
    if (!stop.isStopped()) {
      return false;
    }
    if (stoppedAt == 0) {
      stoppedAt = System.nanoTime();
    }
    return millisSince(stoppedAt) > DRAIN_LIMIT_MILLIS;
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
