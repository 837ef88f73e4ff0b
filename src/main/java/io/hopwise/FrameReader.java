package io.hopwise;

import io.hopwise.framing.Frame;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.parser.RecordReader;
import io.hopwise.parser.TcpdumpLineKinds;
import org.jspecify.annotations.Nullable;

/**
 * Turns frames of a capture into entries. The result does not depend on the frames read before, but
 * the reader gets faster as it reads: use one reader for many frames. Not thread-safe.
 *
 * @since 0.1
 */
public final class FrameReader {
  private final RecordReader records;

  /** Reads everything tcpdump printed. */
  public FrameReader() {
    this(Detail.ALL);
  }

  /**
   * Reads only as much of a packet as needed, to save time.
   *
   * @param detail how much of each packet to read; other entries are always read whole
   */
  public FrameReader(Detail detail) {
    this.records = new RecordReader(new TcpdumpLineKinds(), detail);
  }

  /** The entry of a frame. Every frame has one: text that cannot be read becomes a reject. */
  public Entry read(Frame frame) {
    return records.read(frame);
  }

  /**
   * The next notice found inside a frame already read, or null if there is none left. It follows
   * that frame's entry, which holds its bytes.
   */
  public @Nullable Entry nextInside() {
    return records.nextInside();
  }
}
