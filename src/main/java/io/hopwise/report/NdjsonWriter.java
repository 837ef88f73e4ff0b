package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hopwise.packet.Entry;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes entries as NDJSON: one JSON object a line, valid against the JSON Schema in the resource
 * {@code ndjson.schema.json} beside this class. Not for use by several threads at once.
 */
public final class NdjsonWriter implements Closeable {
  private static final int BUFFER = 1 << 17;

  private final JsonGenerator json;

  /**
   * Writes to {@code out}, in UTF-8, through a buffer: {@link #flush} is what makes lines visible.
   */
  public NdjsonWriter(OutputStream out) throws IOException {
    json = SafeJson.generator(new BufferedOutputStream(out, BUFFER));
  }

  /**
   * Writes an entry as a line.
   *
   * @throws IOException if the stream beneath fails
   */
  public void write(Entry entry) throws IOException {
    EntryJson.write(json, entry);
    json.writeRaw('\n');
  }

  /** Makes all lines so far visible to the reader of the stream. */
  public void flush() throws IOException {
    json.flush();
  }

  /** Flushes, and closes the stream beneath. */
  @Override
  public void close() throws IOException {
    json.close();
  }
}
