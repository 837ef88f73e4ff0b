package io.hopwise;

import java.io.InputStream;
import java.time.Duration;

/** Live readers whose input no thread reads ahead: when it is silent is up to the test. */
public final class LiveReaders {
  private LiveReaders() {}

  /** A reader of an input that tells by {@code available()} when it is silent. */
  public static CaptureReader of(InputStream in, Duration silence) {
    return new CaptureReader(in, silence);
  }
}
