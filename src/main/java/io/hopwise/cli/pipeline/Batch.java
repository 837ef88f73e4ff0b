package io.hopwise.cli.pipeline;

import io.hopwise.framing.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Frames that go from thread to thread together: one by one, handing them on would cost most. */
final class Batch {
  private static final int MOST_FRAMES = 512;
  private static final long MOST_BYTES = 1 << 17;

  private static final long OLDEST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** In frames: asking the time takes as long as cutting a line. */
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
   * Whether the last one was handed over long ago, though the input never made wait.
   *
   * @param live whether somebody looks on, so that it matters for every frame; else a look now and
   *     then will do
   */
  boolean isOld(boolean live) {
    boolean look = live || frames.size() % LOOK_EVERY == 0;
    return look && System.nanoTime() - since > OLDEST_NANOS;
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  /** The frames, in their order. */
  List<Frame> frames() {
    return frames;
  }
}
