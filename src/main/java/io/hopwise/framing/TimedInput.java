package io.hopwise.framing;

import java.io.IOException;
import java.io.InputStream;

/** An input that may be live: its silence decides when text that was read is handed on. */
public final class TimedInput {
  /** How often a silent input is looked at, in milliseconds. */
  private static final long LOOK = 10;

  private final InputStream in;
  private final long silence;

  /**
   * An input.
   *
   * @param silence milliseconds without a byte after which a live input counts as silent; 0 for an
   *     input that is never silent
   */
  public TimedInput(InputStream in, long silence) {
    this.in = in;
    this.silence = silence;
  }

  /** Reads into the rest of a buffer from an index; gives how many bytes, -1 at the end. */
  public int read(byte[] buffer, int from) throws IOException {
    return in.read(buffer, from, buffer.length - from);
  }

  /** Whether a read does not wait: the input is no live one, or has a byte already. */
  public boolean isReady() throws IOException {
    return silence == 0 || in.available() > 0;
  }

  /** Waits for a byte; gives whether none came in the configured time, or a thread interrupted. */
  public boolean isSilent() throws IOException {
    if (silence == 0) {
      return false;
    }
    long until = System.nanoTime() + silence * 1_000_000;
    while (in.available() == 0) {
      if (System.nanoTime() >= until) {
        return true;
      }
      try {
        Thread.sleep(Math.min(silence, LOOK));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
    return false;
  }
}
