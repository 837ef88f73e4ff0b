package io.hopwise.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hopwise.packet.Entry;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes entries as NDJSON: one JSON object a line, valid against the JSON Schema in the resource
 * {@code ndjson.schema.json} beside this class. Not for use by several threads at once.
 */
public final class NdjsonWriter implements EntryWriter {
  private final JsonGenerator json;
  private final EntryJson entries;

  /**
   * Writes to {@code out}, in UTF-8, eight kilobytes at a time: {@link #flush} is what makes lines
   * visible.
   */
  public NdjsonWriter(OutputStream out) throws IOException {
    json = SafeJson.generator(out);
    entries = new EntryJson(json);
  }

  @Override
  public void write(Entry entry) throws IOException {
    entries.write(entry);
    json.writeRaw('\n');
  }

  @Override
  public void flush() throws IOException {
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
