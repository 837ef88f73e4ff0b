package io.hopwise.report.json;

import io.hopwise.packet.Entry;
import io.hopwise.report.EntryWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes entries as NDJSON: one JSON object per line, valid against the JSON Schema in the resource
 * {@code ndjson.schema.json} beside this class. Not thread-safe.
 *
 * @since 0.1
 */
public final class NdjsonWriter implements EntryWriter {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final JsonLine line = new JsonLine(BUFFER);
  private final EntryJson entries = new EntryJson(line);

  /** Writes to {@code out}, in UTF-8 and buffered; call {@link #flush} to make lines visible. */
  public NdjsonWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(Entry entry) throws IOException {
    entries.write(entry);
    if (line.size() > BUFFER / 2) {
      line.drainTo(out);
    }
  }

  @Override
  public void flush() throws IOException {
    line.drainTo(out);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try {
      line.drainTo(out);
    } finally {
      out.close();
    }
  }
}
