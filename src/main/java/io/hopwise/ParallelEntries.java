package io.hopwise;

import com.google.common.base.Throwables;
import io.hopwise.framing.Frame;
import io.hopwise.packet.Entry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames with several threads and gives their entries in order. The consumer's thread cuts
 * the frames, and cuts only so many ahead: a slow consumer makes the threads wait.
 */
final class ParallelEntries implements EntrySource {
  private static final int BATCH = 256;

  private final CaptureFrames frames;
  private final ExecutorService threads;
  private final ThreadLocal<FrameReader> readers = ThreadLocal.withInitial(FrameReader::new);
  private final Deque<Future<List<Entry>>> ahead = new ArrayDeque<>();
  private final int most;
  private Iterator<Entry> ready = List.<Entry>of().iterator();
  private boolean ended;

  /** Why there are no more frames, if that is a failure: told behind all that was read before. */
  private @Nullable IOException failure;

  ParallelEntries(CaptureFrames frames, int threads) {
    this.frames = frames;
    this.most = 2 * threads;
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "hopwise-reader");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public @Nullable Entry next() throws IOException {
    while (!ready.hasNext()) {
      cutAhead();
      Future<List<Entry>> first = ahead.peek();
      if (first == null) {
        return end();
      }
      ready = await(first).iterator();
      ahead.remove();
    }
    return ready.next();
  }

  private @Nullable Entry end() throws IOException {
    close();
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  private void cutAhead() {
    while (!ended && ahead.size() < most) {
      List<Frame> batch = batch();
      if (!batch.isEmpty()) {
        ahead.add(threads.submit(() -> read(batch)));
      }
    }
  }

  private List<Frame> batch() {
    List<Frame> batch = new ArrayList<>(BATCH);
    try {
      while (!ended && batch.size() < BATCH) {
        Frame frame = frames.next();
        ended = frame == null;
        if (frame != null) {
          batch.add(frame);
        }
      }
    } catch (IOException e) {
      failure = e;
      ended = true;
    }
    return batch;
  }

  private List<Entry> read(List<Frame> batch) {
    FrameReader reader = readers.get();
    List<Entry> entries = new ArrayList<>(batch.size());
    for (Frame frame : batch) {
      entries.add(reader.read(frame));
      for (Entry inside = reader.nextInside(); inside != null; inside = reader.nextInside()) {
        entries.add(inside);
      }
    }
    return entries;
  }

  private static List<Entry> await(Future<List<Entry>> batch) throws IOException {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted while reading");
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
