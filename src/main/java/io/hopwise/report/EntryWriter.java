package io.hopwise.report;

import io.hopwise.packet.Entry;
import java.io.Closeable;
import java.io.IOException;

/**
 * Writes the entries of a capture, one after the other. Not for use by several threads at once.
 *
 * @since 0.1
 */
public interface EntryWriter extends Closeable {
  /**
   * Writes an entry, if the format has a place for its kind.
   *
   * @throws IOException if the stream beneath fails
   */
  void write(Entry entry) throws IOException;

  /** Makes all that was written so far visible to the reader of the stream. */
  void flush() throws IOException;

  /** Flushes, and closes the stream beneath. */
  @Override
  void close() throws IOException;
}
