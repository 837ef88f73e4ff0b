package io.hopwise.cli.pipeline;

import io.hopwise.FrameReader;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that process batches of frames, one batch at a time each: the thread that cuts frames,
 * and others that help it. One core reads and writes an entry: reading on one core and writing on
 * another took a seventh longer, and a separate thread for cutting frames a twentieth longer.
 *
 * @param <T> the result of the entries of a batch
 */
final class WorkerPool<T> {
  /** The most threads. More would wait for the one that cuts text into frames. */
  private static final int MOST = 8;

  /**
   * This many batches are read by one thread. At first a second thread gains nothing: the JVM is
   * busy compiling, and finishes sooner with a core of its own. On two cores this saves a twentieth
   * of the time for 500,000 packets.
   */
  private static final int ALONE = 60;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final int helpers;
  private final ThreadPoolExecutor threads;
  private final ObjectPool<Slot<T>> places;
  private int alone = ALONE;

  /** Processes entries, in one thread at a time. */
  @FunctionalInterface
  interface Worker<T> {
    /** Processes these entries and returns the result. */
    T work(Iterator<Entry> entries) throws IOException;
  }

  /** Makes workers, one for each thread. */
  @FunctionalInterface
  interface Workers<T> {
    /** Makes a worker. */
    Worker<T> make() throws IOException;

    /** How much of each packet they need. */
    default Detail detail() {
      return Detail.ALL;
    }
  }

  /** The result of a batch, and the counts of its entries. */
  record Work<T>(T made, ReadCounts tally) {}

  /** The tools of a thread, reused for each batch because they get faster with use. */
  private record Slot<T>(FrameReader reader, Worker<T> worker) {}

  /**
   * A pool for all cores except some.
   *
   * @param left how many cores to leave to others
   */
  WorkerPool(Workers<T> workers, int left) {
    this.places =
        new ObjectPool<>(() -> new Slot<>(new FrameReader(workers.detail()), workers.make()));
    this.helpers = Math.max(0, Math.min(MOST, CORES - left) - 1);
    int most = Math.max(1, helpers);
    this.threads =
        new ThreadPoolExecutor(
            most,
            most,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(2 * most),
            WorkerPool::thread,
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hopwise-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** How many batches keep all threads busy: one each, two waiting, and one being taken. */
  static int enough() {
    return 3 * Math.min(MOST, CORES) + 1;
  }

  /**
   * Processes a batch: in this thread if the others are busy or the system has no more threads.
   * After {@link #close}, other threads no longer process it. Call it from one thread only.
   */
  Future<Work<T>> give(Batch batch) {
    FutureTask<Work<T>> task = new FutureTask<>(() -> work(batch));
    if (!isHelped()) {
      task.run();
      return task;
    }
    try {
      threads.execute(task);
    } catch (OutOfMemoryError e) {
      task.run(); // the system has no more threads
    }
    return task;
  }

  private boolean isHelped() {
    if (alone > 0) {
      alone--;
      return false;
    }
    return helpers > 0;
  }

  private Work<T> work(Batch batch) throws IOException {
    Slot<T> place = places.take();
    ReadCounts tally = new ReadCounts();
    T made = place.worker.work(new BatchEntries(batch, place.reader, tally));
    places.giveBack(place);
    return new Work<>(made, tally);
  }

  /** Stops all threads. */
  void close() {
    threads.shutdownNow();
  }
}
