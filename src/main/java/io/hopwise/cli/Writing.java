package io.hopwise.cli;

import io.hopwise.packet.Entry;
import io.hopwise.render.Anonymizer;
import io.hopwise.report.EntryWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;

/** Writes entries where they are read: the text of each batch is a piece of the whole. */
final class Writing implements Crew.Worker<byte[]> {
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
  private final EntryWriter writer;
  private final Optional<Anonymizer> anonymizer;

  /** A format in which what is written of an entry does not depend on the ones before it. */
  @FunctionalInterface
  interface Format {
    /** A writer of entries alone, without what stands before the first or behind the last. */
    EntryWriter writer(OutputStream out) throws IOException;
  }

  Writing(Format format, Optional<Anonymizer> anonymizer) throws IOException {
    this.writer = format.writer(piece);
    this.anonymizer = anonymizer;
  }

  @Override
  public byte[] work(Iterator<Entry> entries) throws IOException {
    piece.reset();
    while (entries.hasNext()) {
      Entry entry = entries.next();
      Optional<Entry> written =
          anonymizer.isPresent() ? anonymizer.get().anonymize(entry) : Optional.of(entry);
      if (written.isPresent()) {
        writer.write(written.get());
      }
    }
    writer.flush();
    return piece.toByteArray();
  }
}
