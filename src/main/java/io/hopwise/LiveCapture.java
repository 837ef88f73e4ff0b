package io.hopwise;

import io.hopwise.input.LiveTcpdump;
import io.hopwise.input.LoopbackMarker;
import io.hopwise.input.ReadAheadStream;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.packet.UdpDatagram;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tcpdump that captures on an interface, and what it prints, entry by entry.
 *
 * <pre>{@code
 * try (LiveCapture live = Hopwise.tcpdump("eth0", "tcp port 443")) {
 *   for (Entry entry : live.entries()) {
 *     analyzer.accept(entry);
 *     if (enough(entry)) {
 *       live.stop(); // the loop ends behind the last packet
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>One thread reads; {@link #stop}, {@link #close} and {@link #dropped} are for any thread. The
 * process never outlives {@link #close} or the JVM.
 *
 * @since 0.1
 */
public final class LiveCapture implements Iterator<Entry>, Closeable {
  private static final Duration SILENCE = Duration.ofMillis(100);

  private final LiveTcpdump tcpdump;
  private final CaptureReader reader;
  private @Nullable Entry next;
  private @Nullable Thread stopper;
  private volatile @Nullable IOException failure;

  LiveCapture(LiveTcpdump tcpdump) {
    this.tcpdump = tcpdump;
    this.reader = new CaptureReader(new ReadAheadStream(tcpdump.output()), SILENCE);
  }

  /**
   * Whether there is another entry. Waits until there is one, or the capture has been stopped and
   * all of it was read.
   *
   * @throws UncheckedIOException if tcpdump ended by itself or stopping failed, with what it says;
   *     or of an {@link java.io.InterruptedIOException} if this thread is interrupted, after which
   *     reading can go on
   */
  @Override
  public boolean hasNext() {
    while (next == null && reader.hasNext()) {
      Entry entry = reader.next();
      next = isMarker(entry) ? null : entry;
    }
    IOException failed = failure;
    if (next == null && failed != null) {
      throw new UncheckedIOException(failed);
    }
    return next != null;
  }

  /**
   * The next entry, for which it waits as {@link #hasNext} does.
   *
   * @throws NoSuchElementException if there is none, as the capture was stopped
   */
  @Override
  public Entry next() {
    Entry entry = hasNext() ? next : null;
    if (entry == null) {
      throw new NoSuchElementException("the capture has ended");
    }
    next = null;
    return entry;
  }

  /** The remaining entries, for a loop. They can be gone through once. */
  public Iterable<Entry> entries() {
    return () -> this;
  }

  /**
   * Ends the capture and returns at once. Nothing is lost: every packet sent before this call is
   * still delivered, after which {@link #hasNext} says that there are no more. This takes about a
   * second because tcpdump gets packets in blocks; go on reading meanwhile.
   */
  public synchronized void stop() {
    if (stopper == null) {
      Thread thread = new Thread(this::stopTcpdump, "hopwise-stop");
      thread.setDaemon(true);
      stopper = thread;
      thread.start();
    }
  }

  private void stopTcpdump() {
    try {
      tcpdump.stop();
    } catch (IOException e) {
      failure = e;
      tcpdump.close();
    }
  }

  /**
   * How many packets tcpdump says it lost, as it could not keep up; complete once {@link #hasNext}
   * is false.
   */
  public long dropped() {
    return tcpdump.dropped();
  }

  /** Ends the process at once, and drops what has not been read. */
  @Override
  public void close() throws IOException {
    tcpdump.close();
    reader.close();
  }

  private boolean isMarker(Entry entry) {
    Optional<LoopbackMarker> marker = tcpdump.marker();
    return marker.isPresent()
        && entry instanceof Packet packet
        && packet.payload() instanceof UdpDatagram
        && packet.ip().src().text().equals("127.0.0.1")
        && packet.payload().sourcePort().filter(p -> p.is(marker.get().sourcePort())).isPresent()
        && packet.payload().targetPort().filter(p -> p.is(marker.get().targetPort())).isPresent();
  }
}
