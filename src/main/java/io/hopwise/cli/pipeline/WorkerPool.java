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
 * Threads that read batches of frames and make something of their entries, each a batch at a time:
 * the one that cuts the frames, and others to help it. An entry lives and ends on one core: to have
 * one core read it and another write it took a seventh longer; and a thread that only cuts frames,
 * besides one for each core, took a twentieth.
 *
 * @param <T> what is made of the entries of a batch
 */
final class WorkerPool<T> {
  /** More threads would wait for the one that cuts text into frames. */
  private static final int MOST = 8;

  /**
   * So many batches are read without help. At first there is nothing to be won by two threads: most
   * work is the JVM's, which compiles, and the sooner it has a core of its own the sooner it is
   * done. On two cores that makes up a twentieth of the time of 500,000 packets.
   */
  private static final int ALONE = 60;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final int helpers;
  private final ThreadPoolExecutor threads;
  private final ObjectPool<Slot<T>> places;
  private int alone = ALONE;

  /** Works on entries in one thread at a time. */
  @FunctionalInterface
  interface Worker<T> {
    /** Makes something of all these entries. */
    T work(Iterator<Entry> entries) throws IOException;
  }

  /** Makes workers, one for each thread. */
  @FunctionalInterface
  interface Workers<T> {
    /** Another one. */
    Worker<T> make() throws IOException;

    /** How much of a packet they look at. */
    default Detail detail() {
      return Detail.ALL;
    }
  }

  /** What was made of a batch, and what there was in it. */
  record Work<T>(T made, ReadCounts tally) {}

  /** What a thread needs, and uses again for each batch: it learns from what it read before. */
  private record Slot<T>(FrameReader reader, Worker<T> worker) {}

  /**
   * A crew for all cores but some.
   *
   * @param left so many are left to others
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

  /** So many batches keep all threads at work: one each, two waiting, and one being taken. */
  static int enough() {
    return 3 * Math.min(MOST, CORES) + 1;
  }

  /**
   * Has a batch worked on, by this thread if the others have enough to do, or the system gives no
   * more threads; in vain, by others, once the crew is closed. To be called in one thread.
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
      task.run(); // unable to create native thread
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

  /** Ends all work. */
  void close() {
    threads.shutdownNow();
  }
}
