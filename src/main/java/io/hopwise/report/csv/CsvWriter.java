package io.hopwise.report.csv;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.report.EntryWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the packets of a capture as CSV, after a header line. Other entries are left out.
 *
 * @since 0.1
 */
public final class CsvWriter implements EntryWriter {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final ImmutableList<CsvField> fields;
  private final CsvLine line = new CsvLine(BUFFER);

  /** Writes to {@code out}, in UTF-8 and buffered; the header line is in the buffer at once. */
  public CsvWriter(OutputStream out, ImmutableList<CsvField> fields) {
    this(out, fields, true);
  }

  private CsvWriter(OutputStream out, ImmutableList<CsvField> fields, boolean named) {
    this.out = out;
    this.fields = fields;
    if (named) {
      fields.forEach(this::name);
      line.end();
    }
  }

  private void name(CsvField field) {
    line.cell();
    line.word(field.name());
  }

  /** A writer without a header line, to continue where another writer stopped. */
  public static CsvWriter withoutNames(OutputStream out, ImmutableList<CsvField> fields) {
    return new CsvWriter(out, fields, false);
  }

  @Override
  public void write(Entry entry) throws IOException {
    if (!(entry instanceof Packet packet)) {
      return;
    }
    for (CsvField field : fields) {
      line.cell();
      field.write(packet, line);
    }
    line.end();
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
