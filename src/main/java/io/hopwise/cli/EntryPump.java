package io.hopwise.cli;

import io.hopwise.packet.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries in one thread and has them worked on in another, in their order. Entries travel in
 * batches; while the input makes the reader wait, a batch does not: it is handed over as it is, so
 * that live output is never behind.
 *
 * @param <T> what is worked on: what the reading thread makes of an entry
 */
final class EntryPump<T> {
  private static final int BATCH_ENTRIES = 512;
  private static final long BATCH_BYTES = 1 << 17;
  private static final int BATCHES_AHEAD = 4;
  private static final long WHILE_MILLIS = 200;

  /** A reader that never has to wait, but is slow, hands over what is so old. */
  private static final long OLDEST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Iterator<Entry> entries;
  private final Function<Entry, T> prepare;
  private final StopSignal stop;
  private final boolean live;
  private List<T> batch = new ArrayList<>();
  private long batchBytes;
  private long batchSince;
  private volatile boolean abandoned;

  /**
   * Reads from {@code entries}.
   *
   * @param prepare what the reading thread does to an entry before it is handed over
   * @param live whether the input itself ends soon after a stop, so that all of it can be read;
   *     otherwise reading ends at once
   */
  EntryPump(Iterator<Entry> entries, Function<Entry, T> prepare, StopSignal stop, boolean live) {
    this.entries = entries;
    this.prepare = prepare;
    this.stop = stop;
    this.live = live;
  }

  /** Works on entries, in the thread that called {@link #run}. */
  interface Sink<T> {
    /** Takes what was made of an entry. */
    void accept(T entry) throws IOException;

    /** There is no entry at the moment: time to make visible what is there. */
    void idle() throws IOException;

    /** There was no entry for a while. */
    default void resting() throws IOException {}
  }

  private record Batch<T>(List<T> entries, boolean last, @Nullable Throwable failure) {}

  /**
   * Reads to the end.
   *
   * @throws IOException if the sink throws it
   */
  void run(Sink<T> sink) throws IOException {
    Thread reader = new Thread(this::read, "hopwise-reader");
    reader.setDaemon(true);
    reader.start();
    try {
      work(sink);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      abandoned = true;
      reader.interrupt();
    }
  }

  /** Hands over what has been read so far; to be called in the reading thread. */
  void handOver() {
    if (!batch.isEmpty()) {
      put(new Batch<>(batch, false, null));
      batch = new ArrayList<>();
      batchBytes = 0;
    }
  }

  private void work(Sink<T> sink) throws IOException, InterruptedException {
    while (true) {
      Batch<T> next = queue.poll();
      if (next == null) {
        sink.idle();
        next = queue.poll(WHILE_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (next == null) {
        sink.resting();
        next = queue.take();
      }
      for (T entry : next.entries) {
        sink.accept(entry);
      }
      if (next.last) {
        rethrow(next.failure);
        return;
      }
    }
  }

  private void read() {
    try {
      while (goesOn() && entries.hasNext()) {
        Entry next = entries.next();
        if (!goesOn()) {
          break; // the stop ended the input too, perhaps amid this one
        }
        add(next);
      }
      put(new Batch<>(batch, true, null));
    } catch (RuntimeException | Error e) {
      put(new Batch<>(batch, true, e));
    }
  }

  private boolean goesOn() {
    return !abandoned && (live || !stop.isStopped());
  }

  private void add(Entry entry) {
    long now = System.nanoTime();
    if (batch.isEmpty()) {
      batchSince = now;
    }
    batch.add(prepare.apply(entry));
    batchBytes += entry.text().length();
    boolean full = batch.size() >= BATCH_ENTRIES || batchBytes >= BATCH_BYTES;
    if (full || now - batchSince > OLDEST_NANOS) {
      handOver();
    }
  }

  private void put(Batch<T> full) {
    try {
      queue.put(full);
    } catch (InterruptedException e) {
      // Nobody works on entries any more, and the reader ends at its next one.
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
