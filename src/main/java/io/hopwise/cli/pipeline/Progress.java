package io.hopwise.cli.pipeline;

import io.hopwise.cli.process.Messages;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A progress line on the terminal, shown once reading takes more than a moment. */
public final class Progress {
  private static final long FIRST_AFTER_MILLIS = 1000;
  private static final long EVERY_MILLIS = 200;

  private final Messages messages;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long nextMillis = FIRST_AFTER_MILLIS;

  /** Shows nothing unless {@code shown}. */
  public Progress(Messages messages, boolean shown) {
    this.messages = messages;
    this.shown = shown;
  }

  /** Updates the progress. */
  public void at(long packets, long bytes, OptionalLong size) {
    if (!shown) {
      return;
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    if (millis >= nextMillis) {
      nextMillis = millis + EVERY_MILLIS;
      messages.progress(line(packets, bytes, size, millis));
    }
  }

  public static String line(long packets, long bytes, OptionalLong size, long millis) {
    String share =
        size.isPresent() && size.getAsLong() > 0
            ? Math.min(100, bytes * 100 / size.getAsLong()) + " %, "
            : "";
    return String.format(
        Locale.ROOT,
        "hopwise: %s%,d packets, %,d packets/s",
        share,
        packets,
        packets * 1000 / Math.max(1, millis));
  }

  void end() {
    messages.endProgress();
  }
}
