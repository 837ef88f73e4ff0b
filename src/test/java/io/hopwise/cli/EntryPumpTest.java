package io.hopwise.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EntryPumpTest {
  private final StopSignal stop = new StopSignal();

  @Test
  void entriesKeepTheirOrder() throws IOException {
    List<Entry> entries = entries(5000);
    List<Entry> seen = new ArrayList<>();
    new EntryPump<>(entries.iterator(), e -> e, stop, false).run(sink(seen));
    assertThat(seen).isEqualTo(entries);
  }

  @Test
  void aSlowReaderThatNeverWaitsHandsOverBeforeABatchIsFull() throws IOException {
    Entry entry = entries(1).get(0);
    List<Entry> seen = new CopyOnWriteArrayList<>();
    AtomicInteger read = new AtomicInteger();
    Iterator<Entry> slow =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return seen.isEmpty();
          }

          @Override
          public Entry next() {
            Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(5));
            read.incrementAndGet();
            return entry;
          }
        };
    new EntryPump<>(slow, e -> e, stop, false).run(sink(seen));
    assertThat(read.get()).isLessThan(512);
  }

  @Test
  void whatBreaksTheReaderBreaksTheRunAfterTheEntriesBeforeIt() {
    Iterator<Entry> two = entries(2).iterator();
    Iterator<Entry> breaking =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Entry next() {
            if (!two.hasNext()) {
              throw new IllegalStateException("made for the test");
            }
            return two.next();
          }
        };
    List<Entry> seen = new ArrayList<>();
    assertThatThrownBy(() -> new EntryPump<>(breaking, e -> e, stop, false).run(sink(seen)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("made for the test");
    assertThat(seen).hasSize(2);
  }

  @Test
  void aSinkThatFailsEndsTheReader() throws InterruptedException {
    Entry entry = entries(1).get(0);
    Iterator<Entry> endless =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Entry next() {
            return entry;
          }
        };
    EntryPump.Sink<Entry> full =
        new EntryPump.Sink<Entry>() {
          @Override
          public void accept(Entry accepted) throws IOException {
            throw new IOException("full");
          }

          @Override
          public void idle() {}
        };
    assertThatThrownBy(() -> new EntryPump<>(endless, e -> e, stop, false).run(full))
        .hasMessage("full");
    while (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("hopwise-reader"))) {
      Thread.sleep(5);
    }
    assertThat(stop.isStopped()).isFalse();
  }

  @Test
  void aStopEndsReadingOfWhatIsNotLive() throws IOException {
    stop.stop();
    List<Entry> seen = new ArrayList<>();
    new EntryPump<>(entries(100).iterator(), e -> e, stop, false).run(sink(seen));
    assertThat(seen).isEmpty();
    new EntryPump<>(entries(100).iterator(), e -> e, stop, true).run(sink(seen));
    assertThat(seen).hasSize(100);
  }

  @Test
  void nothingAtAllIsAnEnd() throws IOException {
    List<Entry> seen = new ArrayList<>();
    new EntryPump<>(Collections.emptyIterator(), e -> e, stop, false).run(sink(seen));
    assertThat(seen).isEmpty();
  }

  private static EntryPump.Sink<Entry> sink(List<Entry> seen) {
    return new EntryPump.Sink<Entry>() {
      @Override
      public void accept(Entry entry) {
        seen.add(entry);
      }

      @Override
      public void idle() {}
    };
  }

  private static List<Entry> entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Hopwise.parse("IP 192.0.2.1 > 192.0.2.9: ICMP echo request, id 1, seq " + i))
        .toList();
  }
}
