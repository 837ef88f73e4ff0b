package io.hopwise.cli.pipeline;

import io.hopwise.FrameReader;
import io.hopwise.framing.Frame;
import io.hopwise.packet.Entry;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries of a batch, read one at a time, and counted. */
final class BatchEntries implements Iterator<Entry> {
  private final Iterator<Frame> frames;
  private final FrameReader reader;
  private final ReadCounts tally;

  /** A notice found inside the last frame. */
  private @Nullable Entry inside;

  BatchEntries(Batch batch, FrameReader reader, ReadCounts tally) {
    this.frames = batch.frames().iterator();
    this.reader = reader;
    this.tally = tally;
  }

  @Override
  public boolean hasNext() {
    if (inside == null) {
      inside = reader.nextInside();
    }
    return inside != null || frames.hasNext();
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the batch has ended");
    }
    Entry entry = inside == null ? reader.read(frames.next()) : inside;
    inside = null;
    tally.add(entry);
    return entry;
  }
}
