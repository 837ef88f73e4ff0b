package io.hopwise.cli.input;

import com.google.common.base.Throwables;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.input.ChunkedStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A live input. A thread of its own does the blocking reads, so that the consumer can do other
 * things while nothing comes: pass on what it has, give a hint, stop.
 *
 * <p>After a stop, data on its way is still read: until the input ends, pauses, or exceeds a limit.
 */
public final class LiveInput extends ChunkedStream {
  private static final int CHUNK = 1 << 16;
  private static final int FEW = CHUNK / 4;

  /**
   * How many chunks may wait, so that tcpdump can go on printing while we start or collect garbage.
   */
  private static final int CHUNKS_AHEAD = 64;

  /** The default capacity of a pipe, in bytes. */
  private static final int PIPE = 1 << 16;

  /** How long to let a pipe of {@link #PIPE} bytes fill: less than tcpdump takes to fill it. */
  private static final long GATHERING_NANOS = 500_000;

  /** The same for a pipe with a larger capacity. */
  private static final long WIDE_GATHERING_NANOS = 1_500_000;

  private static final Chunk END = new Chunk(new byte[0], 0);
  private static final long POLL_MILLIS = 50;
  private static final long DRAIN_SILENCE_MILLIS = 300;
  private static final long DRAIN_LIMIT_MILLIS = 3000;

  private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);

  /** Chunks to reuse: the garbage collector would have to move new ones that wait in the queue. */
  private final BlockingQueue<byte[]> spent = new ArrayBlockingQueue<>(CHUNKS_AHEAD);

  private final StopSignal stop;
  private final SilenceListener silence;
  private volatile @Nullable Throwable failure;
  private Runnable onIdle = () -> {};
  private Chunk current = END;
  private boolean ended;
  private long stoppedAt;

  /**
   * Starts reading.
   *
   * @param silence told how long the input has been silent, until the first byte
   */
  public LiveInput(InputStream in, StopSignal stop, SilenceListener silence) {
    this.stop = stop;
    this.silence = silence;
    Thread thread = new Thread(() -> pump(in), "hopwise-input");
    thread.setDaemon(true);
    thread.start();
  }

  private static final class Chunk {
    private final byte[] bytes;
    private final int length;

    Chunk(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }
  }

  /** Listens for silence. */
  public interface SilenceListener {
    /** Nothing came for this many milliseconds since the start. */
    void lasted(long millis);
  }

  /** Sets an action to run in the reading thread each time a read must wait. */
  public void onIdle(Runnable action) {
    onIdle = action;
  }

  private void pump(InputStream in) {
    try {
      byte[] bytes = unused();
      long gathering = GATHERING_NANOS;
      for (int got = in.read(bytes); got >= 0; got = in.read(bytes)) {
        chunks.put(new Chunk(bytes, got));
        bytes = unused();
        if (got == CHUNK && in.available() > PIPE) {
          gathering = WIDE_GATHERING_NANOS;
        }
        if (got < FEW) {
          // A wake-up for every few lines costs more than reading them, here and in tcpdump.
          LockSupport.parkNanos(gathering);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    try {
      chunks.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] unused() {
    byte[] bytes = spent.poll();
    return bytes == null ? new byte[CHUNK] : bytes;
  }

  /**
   * How many bytes can be read without waiting; 1 at the end, so that a caller who waits for bytes
   * reads on and meets the end.
   */
  @Override
  public int available() {
    if (left() == 0 && !ended) {
      Chunk next = chunks.peek();
      return next == null ? 0 : Math.max(1, next.length);
    }
    return left();
  }

  @Override
  protected boolean next() throws IOException {
    if (ended) {
      return false;
    }
    Chunk chunk = chunks.poll();
    if (chunk == null) {
      onIdle.run();
      chunk = await();
    }
    if (current != END) {
      spent.offer(current.bytes);
    }
    current = chunk;
    set(chunk.bytes, chunk.length);
    ended = chunk == END || pastDrainLimit();
    if (failure != null && chunk == END) {
      Throwables.throwIfInstanceOf(failure, IOException.class);
      Throwables.throwIfUnchecked(failure);
    }
    return chunk != END;
  }

  private Chunk await() {
    long start = System.nanoTime();
    boolean nothingYet = current.length == 0;
    try {
      while (true) {
        Chunk chunk = chunks.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (chunk != null) {
          return chunk;
        }
        long millis = millisSince(start);
        if (stop.isStopped() && millis >= DRAIN_SILENCE_MILLIS) {
          return END;
        }
        if (nothingYet) {
          silence.lasted(millis);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return END;
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
