package io.hopwise.input;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a live input ahead in a thread of its own, so that the consumer can tell silence from data,
 * be interrupted, and be stopped by closing this from any thread. At most {@value #CHUNKS} chunks
 * wait; then the thread waits, too. It is a daemon and ends with the input or with {@link #close}.
 */
public final class ReadAheadStream extends ChunkedStream implements TellsAvailable {
  private static final int CHUNK = 1 << 13;
  private static final int CHUNKS = 64;
  private static final long RETRY_MILLIS = 50;
  private static final byte[] END = {};

  private final InputStream in;
  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private boolean ended;

  /** Starts reading. */
  public ReadAheadStream(InputStream in) {
    this.in = in;
    Thread thread = new Thread(this::pump, "hopwise-input");
    thread.setDaemon(true);
    thread.start();
  }

  private void pump() {
    byte[] buffer = new byte[CHUNK];
    try {
      for (int got = in.read(buffer); got >= 0 && !closed; got = in.read(buffer)) {
        if (got > 0) {
          put(Arrays.copyOf(buffer, got));
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
    put(END);
  }

  private void put(byte[] chunk) {
    try {
      while (!closed && !chunks.offer(chunk, RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
        // The consumer is slow: wait on, unless it has gone.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for bytes.
   *
   * @throws InterruptedIOException if this thread is interrupted meanwhile; it stays so, nothing is
   *     lost, and reading can go on
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return super.read(bytes, offset, length);
  }

  @Override
  protected boolean next() throws IOException {
    byte[] chunk = ended ? END : await();
    if (chunk == END) {
      ended = true;
      Throwable cause = closed ? null : failure;
      if (cause != null) {
        Throwables.throwIfInstanceOf(cause, IOException.class);
        Throwables.throwIfUnchecked(cause);
      }
      return false;
    }
    set(chunk, chunk.length);
    return true;
  }

  private byte[] await() throws IOException {
    try {
      while (true) {
        byte[] chunk = closed ? END : chunks.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        if (chunk != null) {
          return chunk;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    }
  }

  private static IOException interrupted(InterruptedException cause) {
    InterruptedIOException interrupted =
        new InterruptedIOException("interrupted while waiting for input");
    interrupted.initCause(cause);
    return interrupted;
  }

  /** How much can be read without waiting; at the end 1, so that whoever waits reads on to it. */
  @Override
  public int available() {
    if (left() > 0) {
      return left();
    }
    byte[] next = chunks.peek();
    return next == null ? (closed || ended ? 1 : 0) : Math.max(1, next.length);
  }

  /** Ends the input: a consumer that waits, in whatever thread, meets its end. */
  @Override
  public void close() throws IOException {
    closed = true;
    in.close();
  }
}
