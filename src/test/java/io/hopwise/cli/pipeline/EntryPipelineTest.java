package io.hopwise.cli.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import io.hopwise.CaptureFrames;
import io.hopwise.Hopwise;
import io.hopwise.cli.process.StopSignal;
import io.hopwise.framing.Frame;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EntryPipelineTest {
  /** Enough of them that all threads are at work. */
  private static final int MANY = 100_000;

  private final StopSignal stop = new StopSignal();
  private final ReadCounts tally = new ReadCounts();
  private final List<Entry> seen = new CopyOnWriteArrayList<>();

  @Test
  void resultsKeepTheOrderOfTheInputWithAnyNumberOfThreads() throws IOException {
    List<Long> lines = new ArrayList<>();
    new EntryPipeline<>(
            frames(records(MANY)), () -> EntryPipelineTest::lines, sink(lines::addAll), stop, false)
        .run(tally);
    assertThat(lines).isEqualTo(LongStream.rangeClosed(1, MANY).boxed().toList());
    assertThat(tally.packets()).isEqualTo(MANY);
  }

  @Test
  void aSlowWorkerIsWaitedFor() throws IOException {
    AtomicInteger batches = new AtomicInteger();
    List<Long> lines = new ArrayList<>();
    WorkerPool.Worker<List<Long>> uneven =
        entries -> {
          int batch = batches.getAndIncrement();
          Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(batch % 7 == 0 ? 20 : 0));
          return lines(entries);
        };
    new EntryPipeline<>(frames(records(MANY)), () -> uneven, sink(lines::addAll), stop, false)
        .run(tally);
    assertThat(lines).isEqualTo(LongStream.rangeClosed(1, MANY).boxed().toList());
  }

  @Test
  void aNoticeInsideARecordFollowsIt() throws IOException {
    String text =
        """
        IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 84)
        tcpdump: 7 packets captured, 14 packets received by filter, 0 packets dropped by kernel
            192.0.2.1 > 192.0.2.9: ICMP echo request, id 1, seq 1, length 64
        """;
    run(frames(text), false);
    assertThat(seen).hasSize(2);
    assertThat(seen.get(1)).isInstanceOf(Notice.class);
    assertThat(tally.packets()).isEqualTo(1);
  }

  @Test
  void aSlowReaderThatNeverWaitsHandsOverBeforeABatchIsFull() throws IOException {
    CaptureFrames capture = capture(records(MANY));
    AtomicInteger read = new AtomicInteger();
    EntryPipeline.Frames slow =
        () -> {
          Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(5));
          read.incrementAndGet();
          return seen.isEmpty() ? capture.next() : null;
        };
    run(slow, false);
    assertThat(read.get()).isLessThan(512);
  }

  @Test
  void aFailingReaderEndsTheRunAfterTheEntriesBeforeIt() {
    CaptureFrames two = capture(records(2));
    EntryPipeline.Frames breaking =
        () -> {
          Frame next = two.next();
          if (next == null) {
            throw new IllegalStateException("made for the test");
          }
          return next;
        };
    assertThatThrownBy(() -> run(breaking, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("made for the test");
    assertThat(seen).hasSize(2);
  }

  @Test
  void aFailingWorkerEndsTheRunAfterTheEntriesBeforeIt() {
    WorkerPool.Worker<List<Entry>> breaking =
        entries -> {
          List<Entry> all = all(entries);
          if (all.get(all.size() - 1).text().firstLine() > 50_000) {
            throw new IllegalStateException("made for the test");
          }
          return all;
        };
    EntryPipeline<List<Entry>> pump =
        new EntryPipeline<>(frames(records(MANY)), () -> breaking, sink(seen::addAll), stop, false);
    assertThatThrownBy(() -> pump.run(tally))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("made for the test");
    assertThat(seen).hasSizeBetween(50_000 - 512, 50_000);
    assertThat(seen.get(seen.size() - 1).text().firstLine()).isEqualTo(seen.size());
  }

  @Test
  void aSinkThatFailsEndsAllThreads() throws IOException, InterruptedException {
    Frame frame = Objects.requireNonNull(capture(records(1)).next()).kept();
    AtomicInteger taken = new AtomicInteger();
    EntryPipeline.Sink<List<Entry>> full =
        sink(
            made -> {
              if (taken.incrementAndGet() == 100) { // when all threads are at work
                throw new IOException("full");
              }
            });
    EntryPipeline<List<Entry>> pump =
        new EntryPipeline<>(() -> frame, () -> EntryPipelineTest::all, full, stop, false);
    assertThatThrownBy(() -> pump.run(tally)).hasMessage("full");
    while (!threads().isEmpty()) {
      Thread.sleep(5);
    }
    assertThat(stop.isStopped()).isFalse();
  }

  @Test
  void aStopEndsReadingOfWhatIsNotLive() throws IOException {
    stop.stop();
    run(frames(records(100)), false);
    assertThat(seen).isEmpty();
    run(frames(records(100)), true);
    assertThat(seen).hasSize(100);
  }

  @Test
  void anEmptyInputEndsAtOnce() throws IOException {
    run(frames(""), false);
    assertThat(seen).isEmpty();
    assertThat(tally.records()).isZero();
  }

  private void run(EntryPipeline.Frames frames, boolean live) throws IOException {
    new EntryPipeline<>(frames, () -> EntryPipelineTest::all, sink(seen::addAll), stop, live)
        .run(tally);
  }

  private interface Taking<T> {
    void take(T made) throws IOException;
  }

  private static <T> EntryPipeline.Sink<T> sink(Taking<T> taking) {
    return new EntryPipeline.Sink<>() {
      @Override
      public void accept(T made) throws IOException {
        taking.take(made);
      }

      @Override
      public void idle() {}
    };
  }

  private static List<Entry> all(Iterator<Entry> entries) {
    List<Entry> all = new ArrayList<>();
    entries.forEachRemaining(all::add);
    return all;
  }

  private static List<Long> lines(Iterator<Entry> entries) {
    return all(entries).stream().map(entry -> entry.text().firstLine()).toList();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.equals("hopwise-reader") || name.equals("hopwise-worker"))
        .toList();
  }

  private static EntryPipeline.Frames frames(String text) {
    return capture(text)::next;
  }

  private static CaptureFrames capture(String text) {
    return Hopwise.frames(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static String records(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "IP 192.0.2.1 > 192.0.2.9: ICMP echo request, id 1, seq " + i + "\n")
        .collect(Collectors.joining());
  }
}
