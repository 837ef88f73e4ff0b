package io.hopwise;

import com.google.common.collect.ImmutableList;
import io.hopwise.framing.Frame;
import io.hopwise.framing.RecordFramer;
import io.hopwise.input.DecodedText;
import io.hopwise.parser.DumpShapeReader;
import io.hopwise.parser.TcpdumpLineKinds;
import io.hopwise.paste.PastedInput;
import io.hopwise.text.PastedForm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a capture's text into frames: one record or one message each. Cutting is a small part of the
 * work and must be done in order; the frames can then be read in several threads, each with its own
 * {@link FrameReader}.
 *
 * <p>Not thread-safe. The input is not closed.
 *
 * @since 0.1
 */
public final class CaptureFrames {
  private final DecodedText decoded;
  private final PastedInput text;
  private final RecordFramer framer;

  /** How many lines were framed; another thread may ask. */
  private volatile long lines;

  CaptureFrames(InputStream in, Duration silence) {
    TcpdumpLineKinds kinds = new TcpdumpLineKinds();
    decoded = new DecodedText(in);
    text = new PastedInput(decoded, silence.toMillis());
    framer = new RecordFramer(text, kinds, new DumpShapeReader(kinds), silence.toMillis());
  }

  /**
   * The next frame, or null at the end. It is the caller's to keep and to hand to other threads.
   *
   * @throws IOException if the input cannot be read
   */
  public @Nullable Frame next() throws IOException {
    Frame frame = nextReused();
    return frame == null ? null : frame.kept();
  }

  /**
   * How the text was taken so far, where it is not as tcpdump printed it: the first few forms that
   * were met.
   */
  public ImmutableList<PastedForm> pasted() {
    if (!decoded.wasUtf16()) {
      return text.forms();
    }
    PastedForm utf16 = new PastedForm(ImmutableList.of("utf-16"), "UTF-16", 1, lines);
    return ImmutableList.<PastedForm>builder().add(utf16).addAll(text.forms()).build();
  }

  /**
   * Like {@link #next}, without a copy: the frame is valid only until the next call and only in
   * this thread. For those who read each frame at once.
   *
   * @throws IOException if the input cannot be read
   */
  public @Nullable Frame nextReused() throws IOException {
    Frame frame = framer.next();
    if (frame != null) {
      text.claim(frame);
      lines = frame.firstLine() + frame.lines() - 1;
    }
    return frame;
  }
}
