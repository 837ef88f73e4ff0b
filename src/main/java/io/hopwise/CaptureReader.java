package io.hopwise;

import io.hopwise.framing.Frame;
import io.hopwise.input.CaptureInput;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a capture's text entry by entry, in one pass and in constant memory whatever the size of
 * the input. Nothing is dropped: the raw texts of all entries, joined, are the input again.
 *
 * <p>For one thread at a time. Closing it closes its input; a live one may be closed by any thread.
 * Reading waits for input as long as that takes. Where a read cannot be interrupted, as of most
 * files and pipes, use {@link Hopwise#readLive} or close the input.
 *
 * @since 0.1
 */
public final class CaptureReader implements Iterator<Entry>, Closeable {
  private final InputStream in;
  private final boolean live;
  private final CaptureFrames frames;
  private final FrameReader reader = new FrameReader();
  private final LossCounter losses = new LossCounter();
  private @Nullable EntrySource parallel;
  private @Nullable Entry next;

  CaptureReader(InputStream in, Duration silence) {
    this.in = in;
    this.live = !silence.isZero();
    this.frames = new CaptureFrames(in, silence);
  }

  /** Whether it reads what tcpdump prints of a capture file. */
  boolean isOfCaptureFile() {
    return CaptureInput.isPrinted(in);
  }

  /**
   * Whether there is another entry. May wait for input.
   *
   * @throws UncheckedIOException if the input cannot be read
   */
  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  /**
   * The next entry.
   *
   * @throws NoSuchElementException if there is none
   * @throws UncheckedIOException if the input cannot be read
   */
  @Override
  public Entry next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("the capture has ended");
    }
    Entry entry = next;
    next = null;
    losses.count(entry);
    return entry;
  }

  /**
   * What has been read so far, compared with what tcpdump itself says it captured. Complete when
   * {@link #hasNext} is false.
   */
  public ReadingSummary summary() {
    return losses.summary(frames.pasted());
  }

  /**
   * Has several threads read the remaining entries; they come in the same order, and the summary is
   * the same. A few thousand records are read ahead, and no more: a slow consumer makes the threads
   * wait. They are daemons, which end with the capture or with {@link #close}.
   *
   * @param threads how many read, 1 or more, beside the one that calls {@link #next}
   * @return this reader
   * @throws IllegalStateException for a live capture, in which an entry must not wait for others
   */
  public CaptureReader parallel(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread is needed, not " + threads);
    }
    if (live || parallel != null) {
      throw new IllegalStateException(live ? "the capture is live" : "called before");
    }
    parallel = new ParallelEntries(frames, threads);
    return this;
  }

  /** The remaining entries, for a loop. They can be gone through once. */
  public Iterable<Entry> entries() {
    return () -> this;
  }

  /** The IP packets among the remaining entries, as {@link #stream} gives them. */
  public Stream<Packet> packets() {
    return stream().filter(Packet.class::isInstance).map(Packet.class::cast);
  }

  /** The remaining entries as a stream that reads lazily and closes this reader with it. */
  public Stream<Entry> stream() {
    int kind = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, kind), false)
        .onClose(this::closeUnchecked);
  }

  @Override
  public void close() throws IOException {
    if (parallel != null) {
      parallel.close();
    }
    in.close();
  }

  private void closeUnchecked() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Entry read() {
    try {
      Entry inside = reader.nextInside();
      if (inside != null) {
        return inside;
      }
      if (parallel != null) {
        return parallel.next();
      }
      Frame frame = frames.nextReused();
      return frame == null ? null : reader.read(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
