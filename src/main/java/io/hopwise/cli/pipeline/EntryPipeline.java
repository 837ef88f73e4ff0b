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
 * Cuts an input into frames in one thread, has a {@link WorkerPool} work on them there and in
 * others, and hands on what they made, in the order of the input. Frames travel in batches; while
 * the input makes the framing thread wait, a batch does not: it is handed over as it is; and of a
 * live input also with the first frame that comes when it is old. So live output is behind by no
 * more than the silence that shows a record to be whole.
 *
 * @param <T> what is made of a batch
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
    /** The next one, valid until another is asked for; null at the end. */
    @Nullable Frame next() throws IOException;
  }

  /** Takes what was made, in the thread that called {@link #run}. */
  public interface Sink<T> {
    /** Takes what was made of some entries. */
    void accept(T made) throws IOException;

    /** There is nothing at the moment: time to make visible what is there. */
    void idle() throws IOException;

    /** Whether taking what was made is work for a core, and not a small part of making it. */
    default boolean takesACore() {
      return false;
    }

    /** There was nothing for a while. */
    default void resting() throws IOException {}
  }

  /** A batch that was handed over; without one, the end of the input, or what ended it. */
  private record Given<T>(@Nullable Future<WorkerPool.Work<T>> work, @Nullable Throwable failure) {}

  /**
   * Reads {@code frames}.
   *
   * @param workers what works on the entries
   * @param sink takes what they made
   * @param live whether the input itself ends soon after a stop, so that all of it can be read;
   *     otherwise reading ends at once
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
   * @param tally told of all entries, before the sink takes what was made of them
   * @throws IOException if the sink throws it, or a worker
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

  /** Hands over what has been read so far; to be called in the reading thread. */
  void handOver() {
    if (!batch.isEmpty()) {
      put(new Given<>(crew.give(batch), null));
      batch = new Batch();
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
        next = queue.take();
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
    return goesOn() ? next : null; // a stop ended the input too, perhaps amid this one
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
      // Nobody takes what is made any more, and the reader ends at its next frame.
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure != null) {
      Throwables.throwIfUnchecked(failure);
    }
  }
}
