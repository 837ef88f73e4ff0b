package io.hopwise;

import io.hopwise.framing.Frame;
import io.hopwise.framing.RecordFramer;
import io.hopwise.parser.DumpShapeReader;
import io.hopwise.parser.TcpdumpLineKinds;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a capture's text into frames, each of them a record or a message. That takes a small part of
 * reading and must be done in order; the frames can then be read in several threads, each with a
 * {@link FrameReader} of its own.
 *
 * <p>Not thread-safe. The input is not closed.
 *
 * @since 0.1
 */
public final class CaptureFrames {
  private final RecordFramer framer;

  CaptureFrames(InputStream in, Duration silence) {
    TcpdumpLineKinds kinds = new TcpdumpLineKinds();
    framer = new RecordFramer(in, kinds, new DumpShapeReader(kinds), silence.toMillis());
  }

  /**
   * The next frame, null at the end. It is valid until another is asked for, and only in this
   * thread: {@link Frame#kept()} is not.
   *
   * @throws IOException if the input cannot be read
   */
  public @Nullable Frame next() throws IOException {
    return framer.next();
  }
}
