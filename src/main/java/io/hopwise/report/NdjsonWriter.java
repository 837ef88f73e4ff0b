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
  /**
   * In bytes, of 8,000 that Jackson's generator holds back. That there is no more room it is not to
   * find out itself: the JVM compiles its methods as if that never happened, and anew when it does,
   * which took a twentieth of the time of 500,000 packets.
   */
  private static final int ENOUGH = 6_000;

  private final OutputStream out;
  private final JsonGenerator json;
  private final EntryJson entries;

  /**
   * Writes to {@code out}, in UTF-8, some kilobytes at a time: {@link #flush} is what makes lines
   * visible.
   */
  public NdjsonWriter(OutputStream out) throws IOException {
    this.out = out;
    json = SafeJson.generator(out).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    entries = new EntryJson(json);
  }

  @Override
  public void write(Entry entry) throws IOException {
    entries.write(entry);
    json.writeRaw('\n');
    if (json.getOutputBuffered() > ENOUGH) {
      json.flush();
    }
  }

  @Override
  public void flush() throws IOException {
    json.flush();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
