package io.hopwise.report.csv;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.report.LineWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the packets of a capture as CSV, after a header line. Other entries are left out.
 *
 * @since 0.1
 */
public final class CsvWriter extends LineWriter {
  private final ImmutableList<CsvField> fields;
  private final CsvLine line;

  /** Writes the {@linkplain CsvField#STANDARD usual fields} to {@code out}. */
  public CsvWriter(OutputStream out) {
    this(out, CsvField.all(CsvField.STANDARD));
  }

  /** Writes to {@code out}, in UTF-8 and buffered; the header line is in the buffer at once. */
  public CsvWriter(OutputStream out, ImmutableList<CsvField> fields) {
    this(out, fields, true, new CsvLine(BUFFER));
  }

  private CsvWriter(OutputStream out, ImmutableList<CsvField> fields, boolean named, CsvLine line) {
    super(out, line);
    this.fields = fields;
    this.line = line;
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
    return new CsvWriter(out, fields, false, new CsvLine(BUFFER));
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
    drainIfFull();
  }
}
