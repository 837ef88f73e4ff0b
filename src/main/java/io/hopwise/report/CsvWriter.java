package io.hopwise.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the packets of a capture as CSV, under one line of names. Other entries have no row. */
public final class CsvWriter implements EntryWriter {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final ImmutableList<CsvField> fields;
  private final StringBuilder buffer = new StringBuilder(BUFFER);
  private final CsvLine line = new CsvLine(buffer);

  /** Writes to {@code out}, in UTF-8, through a buffer; the names are in it at once. */
  public CsvWriter(OutputStream out, ImmutableList<CsvField> fields) {
    this.out = out;
    this.fields = fields;
    for (CsvField field : fields) {
      line.cell();
      line.word(field.name());
    }
    line.end();
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
    if (buffer.length() > BUFFER / 2) {
      drain();
    }
  }

  private void drain() throws IOException {
    out.write(buffer.toString().getBytes(UTF_8));
    buffer.setLength(0);
  }

  @Override
  public void flush() throws IOException {
    drain();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
