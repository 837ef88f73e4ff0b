package io.hopwise.cli;

import io.hopwise.packet.Entry;
import io.hopwise.report.EntryWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes entries where they are read: the text of each batch is a piece of the whole. */
final class Writing implements Crew.Worker<byte[]> {
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
  private final EntryWriter writer;

  /** A format in which what is written of an entry does not depend on the ones before it. */
  @FunctionalInterface
  interface Format {
    /** A writer of entries alone, without what stands before the first or behind the last. */
    EntryWriter writer(OutputStream out) throws IOException;
  }

  Writing(Format format) throws IOException {
    this.writer = format.writer(piece);
  }

  @Override
  public byte[] work(Iterator<Entry> entries) throws IOException {
    piece.reset();
    while (entries.hasNext()) {
      writer.write(entries.next());
    }
    writer.flush();
    return piece.toByteArray();
  }

  /** Puts out what was written, at once. */
  record Pieces(OutputStream out) implements EntryPump.Sink<byte[]> {
    @Override
    public void accept(byte[] piece) throws IOException {
      out.write(piece);
    }

    @Override
    public void idle() {}
  }
}
