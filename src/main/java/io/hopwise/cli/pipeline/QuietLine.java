package io.hopwise.cli.pipeline;

import io.hopwise.cli.process.Messages;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A line on the terminal that shows, while a live capture is quiet, that it is still read. */
final class QuietLine {
  private static final long FIRST_AFTER_SECONDS = 5;

  private final Messages messages;
  private final boolean shown;
  private long last = System.nanoTime();

  /** Shows nothing unless {@code shown}. */
  QuietLine(Messages messages, boolean shown) {
    this.messages = messages;
    this.shown = shown;
  }

  /** Gives way to what comes now. */
  void end() {
    if (shown) {
      last = System.nanoTime();
      messages.endProgress();
    }
  }

  /** Nothing came for a second. */
  void waiting(long packets) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - last);
    if (shown && seconds >= FIRST_AFTER_SECONDS) {
      messages.progress(line(packets, seconds));
    }
  }

  static String line(long packets, long seconds) {
    return packets == 0
        ? String.format(Locale.ROOT, "hopwise: no packet for %,d s; still reading", seconds)
        : String.format(
            Locale.ROOT,
            "hopwise: %,d %s, the last %,d s ago; still reading",
            packets,
            packets == 1 ? "packet" : "packets",
            seconds);
  }
}
