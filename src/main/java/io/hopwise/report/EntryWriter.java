package io.hopwise.report;

import io.hopwise.packet.Entry;
import java.io.Closeable;
import java.io.IOException;

/**
 * Writes the entries of a capture in order. Not thread-safe.
 *
 * @since 0.1
 */
public interface EntryWriter extends Closeable {
  /**
   * Writes an entry, unless the format leaves out entries of its kind.
   *
   * @throws IOException if the underlying stream fails
   */
  void write(Entry entry) throws IOException;

  /** Passes everything written so far on to the underlying stream, and flushes that. */
  void flush() throws IOException;

  /** Flushes and closes the underlying stream. */
  @Override
  void close() throws IOException;
}
