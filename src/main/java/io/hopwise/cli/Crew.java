package io.hopwise.cli;

import io.hopwise.FrameReader;
import io.hopwise.packet.Entry;
import java.io.IOException;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that read batches of frames and make something of their entries, each a batch at a time.
 * An entry lives and ends on one core: to have one core read it and another write it took a seventh
 * longer.
 *
 * @param <T> what is made of the entries of a batch
 */
final class Crew<T> {
  /** More threads would wait for the one that cuts text into frames. */
  private static final int MOST = 8;

  /**
   * So many batches are read by one thread alone. At first there is nothing to be won by two: most
   * work is the JVM's, which compiles, and the sooner it has a core of its own the sooner it is
   * done. On two cores that makes up a twentieth of the time of 500,000 packets.
   */
  private static final int ALONE = 60;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final int size;
  private final Workers<T> workers;
  private final ThreadPoolExecutor threads;
  private final Deque<Place<T>> free = new ConcurrentLinkedDeque<>();
  private int given;

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
  }

  /** What was made of a batch, and what there was in it. */
  record Work<T>(T made, Tally tally) {}

  /** What a thread needs, and uses again for each batch: it learns from what it read before. */
  private record Place<T>(FrameReader reader, Worker<T> worker) {}

  /**
   * A crew for all cores but some.
   *
   * @param left so many are left to others
   */
  Crew(Workers<T> workers, int left) {
    this.workers = workers;
    this.size = Math.max(1, Math.min(MOST, CORES - left));
    this.threads =
        new ThreadPoolExecutor(
            1,
            size,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Crew::thread,
            new ThreadPoolExecutor.DiscardPolicy());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hopwise-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** So many batches keep all threads at work. */
  static int enough() {
    return Math.min(MOST, CORES) + 3;
  }

  /** Gives the crew a batch to work on, in vain once it is closed; to be called in one thread. */
  Future<Work<T>> give(Batch batch) {
    given++;
    if (given == ALONE) {
      threads.setCorePoolSize(size);
    }
    return threads.submit(() -> work(batch));
  }

  private Work<T> work(Batch batch) throws IOException {
    Place<T> known = free.pollFirst();
    Place<T> place = known == null ? new Place<>(new FrameReader(), workers.make()) : known;
    Tally tally = new Tally();
    T made = place.worker.work(new BatchEntries(batch, place.reader, tally));
    free.addFirst(place);
    return new Work<>(made, tally);
  }

  /** Ends all work. */
  void close() {
    threads.shutdownNow();
  }
}
