package io.hopwise.report.json;

import io.hopwise.packet.Entry;
import io.hopwise.report.LineWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes entries as NDJSON: one JSON object per line, valid against the JSON Schema in the resource
 * {@code ndjson.schema.json} beside this class. Not thread-safe.
 *
 * @since 0.1
 */
public final class NdjsonWriter extends LineWriter {
  private final EntryJson entries;

  /** Writes to {@code out}, in UTF-8 and buffered; call {@link #flush} to make lines visible. */
  public NdjsonWriter(OutputStream out) {
    this(out, new JsonLine(BUFFER));
  }

  private NdjsonWriter(OutputStream out, JsonLine line) {
    super(out, line);
    this.entries = new EntryJson(line);
  }

  @Override
  public void write(Entry entry) throws IOException {
    entries.write(entry);
    drainIfFull();
  }
}
