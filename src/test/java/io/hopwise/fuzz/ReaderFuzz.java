package io.hopwise.fuzz;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.LiveReaders;
import io.hopwise.input.DecodedText;
import io.hopwise.packet.Entry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Any bytes are read, none is lost, no record takes long, and live reading says the same. */
public final class ReaderFuzz {
  /** So many records are slow because classes are loaded and nothing is compiled yet. */
  private static final int WARM = 10_000;

  /** A record may take so long, and so much more for each of its bytes. */
  private static final long MOST_NANOS = 100_000_000;

  private static final long MOST_NANOS_PER_BYTE = 20_000;

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static long slowestNanos;
  private static long records;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ReaderFuzz::printSlowest));
  }

  private ReaderFuzz() {}

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try (CaptureReader reader = Hopwise.read(new ByteArrayInputStream(bytes));
        InputStream utf8 = new DecodedText(new ByteArrayInputStream(bytes));
        CaptureReader live =
            LiveReaders.of(new ByteArrayInputStream(bytes), Duration.ofMillis(1))) {
      byte[] data = utf8.readAllBytes();
      int at = 0;
      for (long start = CPU.getCurrentThreadCpuTime(); reader.hasNext(); ) {
        Entry entry = reader.next();
        note(CPU.getCurrentThreadCpuTime() - start, entry);
        at = checkNoByteLost(data, at, entry);
        start = CPU.getCurrentThreadCpuTime();
      }
      checkState(at == data.length, "only %s of %s bytes were read", at, data.length);
      checkLive(data, ImmutableList.copyOf(live));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void checkLive(byte[] data, List<Entry> live) {
    int at = 0;
    for (Entry entry : live) {
      at = checkNoByteLost(data, at, entry);
    }
    checkState(at == data.length, "live, only %s of %s bytes were read", at, data.length);
  }

  /**
   * Holds live reading to reading at leisure. Not asked of damaged text: how that was pasted may be
   * decided otherwise, as live input is not waited for.
   */
  static void checkLiveAlike(byte[] data) {
    try (CaptureReader reader = Hopwise.read(new ByteArrayInputStream(data));
        CaptureReader live = LiveReaders.of(new ByteArrayInputStream(data), Duration.ofMillis(1))) {
      while (reader.hasNext()) {
        Entry entry = reader.next();
        checkState(live.hasNext(), "live reading ends before %s", entry);
        checkState(entry.equals(live.next()), "live reading differs at %s", entry);
      }
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int checkNoByteLost(byte[] data, int at, Entry entry) {
    byte[] text = entry.text().bytes();
    int end = at + text.length;
    checkState(
        end <= data.length && Arrays.equals(data, at, end, text, 0, text.length),
        "the text at %s is another one: %s",
        at,
        entry);
    return end;
  }

  private static void note(long nanos, Entry entry) {
    slowestNanos = Math.max(slowestNanos, nanos);
    records++;
    long most = MOST_NANOS + MOST_NANOS_PER_BYTE * entry.text().length();
    checkState(records < WARM || nanos <= most, "%s ns for %s bytes", nanos, entry.text().length());
  }

  private static void printSlowest() {
    System.err.printf(
        Locale.ROOT,
        "reader: %d records, the slowest took %.1f ms of CPU%n",
        records,
        slowestNanos / 1e6);
  }
}
