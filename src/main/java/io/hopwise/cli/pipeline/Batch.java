package io.hopwise.cli.pipeline;

import io.hopwise.framing.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Frames that are passed between threads together: passing them one by one would dominate the cost.
 */
final class Batch {
  private static final int MOST_FRAMES = 512;
  private static final long MOST_BYTES = 1 << 17;

  private static final long OLDEST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** How often to look at the clock, in frames: it takes as long as cutting a line. */
  private static final int LOOK_EVERY = 8;

  private final long since = System.nanoTime();
  private final List<Frame> frames = new ArrayList<>(MOST_FRAMES);
  private long bytes;

  /** Adds a frame, which is {@linkplain Frame#kept() kept}. */
  void add(Frame frame) {
    frames.add(frame);
    bytes += frame.to() - frame.from();
  }

  boolean isFull() {
    return frames.size() >= MOST_FRAMES || bytes >= MOST_BYTES;
  }

  /**
   * Whether the previous batch was handed over long ago although the input never paused.
   *
   * @param live whether to check for every frame, because somebody is watching; otherwise now and
   *     then
   */
  boolean isOld(boolean live) {
    boolean look = live || frames.size() % LOOK_EVERY == 0;
    return look && System.nanoTime() - since > OLDEST_NANOS;
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** The frames, in order. */
  List<Frame> frames() {
    return frames;
  }
}
