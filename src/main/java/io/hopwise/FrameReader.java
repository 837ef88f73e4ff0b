package io.hopwise;

import io.hopwise.framing.Frame;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.parser.RecordReader;
import io.hopwise.parser.TcpdumpLineKinds;
import org.jspecify.annotations.Nullable;

/**
 * Turns frames of a capture into entries. What an entry is does not depend on the frames before it;
 * but the reader learns from them, and is slow in the beginning. Not thread-safe.
 *
 * @since 0.1
 */
public final class FrameReader {
  private final RecordReader records;

  /** Reads all there is. */
  public FrameReader() {
    this(Detail.ALL);
  }

  /**
   * Reads as much of a packet as is asked for.
   *
   * @param detail what packets are to hold; other entries hold all there is
   */
  public FrameReader(Detail detail) {
    this.records = new RecordReader(new TcpdumpLineKinds(), detail);
  }

  /** The entry of a frame: whatever it holds, there is one. */
  public Entry read(Frame frame) {
    return records.read(frame);
  }

  /**
   * The next notice that stood inside a frame already read, null for none. It belongs behind the
   * entry of that frame, which holds its bytes.
   */
  public @Nullable Entry nextInside() {
    return records.nextInside();
  }
}
