package io.hopwise.cli.pipeline;

import com.google.common.base.Throwables;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.framing.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into frames in one thread, lets a {@link WorkerPool} process them there and in
 * other threads, and passes on the results in the order of the input. Frames travel in batches.
 * When the framing thread must wait for input, it hands over the batch as it is; for a live input,
 * it also does so when the batch gets old. So live output lags by no more than the silence that
 * shows that a record is complete.
 *
 * @param <T> the result of a batch
 */
public final class EntryPipeline<T> {
  private static final long WHILE_MILLIS = 200;

  private final BlockingQueue<Given<T>> queue = new ArrayBlockingQueue<>(WorkerPool.enough());
  private final Frames frames;
  private final Sink<T> sink;
  private final WorkerPool<T> crew;
  private final StopSignal stop;
  private final boolean live;
  private Batch batch = new Batch();
  private volatile boolean abandoned;

  /** The frames of an input. */
  @FunctionalInterface
  interface Frames {
    /** The next frame, valid until the next call; null at the end. */
    @Nullable Frame next() throws IOException;
  }

  /** Takes the results, in the thread that called {@link #run}. */
  public interface Sink<T> {
    /** Takes the result of some entries. */
    void accept(T made) throws IOException;

    /** Called when there is nothing to take: time to flush. */
    void idle() throws IOException;

    /**
     * Whether taking results needs a core of its own, because it is not much cheaper than making
     * them.
     */
    default boolean takesACore() {
      return false;
    }

    /** Called when there was nothing to take for a while. */
    default void resting() throws IOException {}

    /** Called every second as long as there is nothing to take. */
    default void waiting() throws IOException {}
  }

  /**
   * A batch that was handed over or, without one, the end of the input or the failure that ended
   * it.
   */
  private record Given<T>(@Nullable Future<WorkerPool.Work<T>> work, @Nullable Throwable failure) {}

  /**
   * Reads {@code frames}.
   *
   * @param workers process the entries
   * @param sink takes their results
   * @param live whether the input ends soon after a stop, so that all of it can be read; otherwise
   *     reading stops at once
   */
  EntryPipeline(
      Frames frames, WorkerPool.Workers<T> workers, Sink<T> sink, StopSignal stop, boolean live) {
    this.frames = frames;
    this.sink = sink;
    this.crew = new WorkerPool<>(workers, sink.takesACore() ? 1 : 0);
    this.stop = stop;
    this.live = live;
  }

  /**
   * Reads to the end.
   *
   * @param tally counts all entries before the sink takes their result
   * @throws IOException if the sink or a worker throws it
   */
  void run(ReadCounts tally) throws IOException {
    Thread reader = new Thread(this::read, "hopwise-reader");
    reader.setDaemon(true);
    reader.start();
    try {
      work(tally);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      abandoned = true;
      reader.interrupt();
      crew.close();
    }
  }

  /** Hands over what has been read so far. Call it in the reading thread. */
  void handOver() {
    if (!batch.isEmpty()) {
      put(new Given<>(crew.give(batch), null));
      batch = new Batch();
    }
  }

  /** Waits for the next one, however long that takes, and tells the sink every second. */
  private Given<T> take() throws IOException, InterruptedException {
    while (true) {
      Given<T> next = queue.poll(1, TimeUnit.SECONDS);
      if (next != null) {
        return next;
      }
      sink.waiting();
    }
  }

  private void work(ReadCounts tally) throws IOException, InterruptedException {
    while (true) {
      Given<T> next = queue.poll();
      if (next == null) {
        sink.idle();
        next = queue.poll(WHILE_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (next == null) {
        sink.resting();
        next = take();
      }
      if (next.work == null) {
        rethrow(next.failure);
        return;
      }
      WorkerPool.Work<T> done = await(next.work);
      tally.add(done.tally());
      sink.accept(done.made());
    }
  }

  private static <T> WorkerPool.Work<T> await(Future<WorkerPool.Work<T>> work)
      throws IOException, InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      Throwables.throwIfInstanceOf(cause, IOException.class);
      rethrow(cause);
      throw new IllegalStateException(cause);
    }
  }

  private void read() {
    try {
      Frame frame = next();
      while (frame != null) {
        add(frame.kept());
        frame = next();
      }
      handOver();
      put(new Given<>(null, null));
    } catch (IOException e) {
      fail(new UncheckedIOException(e));
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private @Nullable Frame next() throws IOException {
    if (!goesOn()) {
      return null;
    }
    Frame next = frames.next();
    return goesOn() ? next : null; // a stop also ended the input, perhaps within this frame
  }

  private boolean goesOn() {
    return !abandoned && (live || !stop.isStopped());
  }

  private void fail(Throwable failure) {
    try {
      handOver();
    } finally {
      put(new Given<>(null, failure));
    }
  }

  private void add(Frame frame) {
    batch.add(frame);
    if (batch.isFull() || batch.isOld(live)) {
      handOver();
    }
  }

  private void put(Given<T> given) {
    try {
      queue.put(given);
    } catch (InterruptedException e) {
      // Nobody takes results any more, and the reader stops at its next frame.
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure != null) {
      Throwables.throwIfUnchecked(failure);
    }
  }
}
