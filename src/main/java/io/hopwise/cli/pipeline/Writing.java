package io.hopwise.cli.pipeline;

import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import io.hopwise.report.EntryWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/**
 * Writes entries in the thread that reads them: the text of each batch is a page. Pages are reused,
 * because new memory is not in the CPU caches, which took a fiftieth of the time.
 */
public final class Writing
    implements WorkerPool.Workers<Writing.Page>,
        WorkerPool.Worker<Writing.Page>,
        EntryPipeline.Sink<Writing.Page> {
  private final ObjectPool<Page> pages;
  private final OutputStream out;
  private final Detail detail;

  /** An output format in which the text of an entry does not depend on earlier ones. */
  @FunctionalInterface
  public interface WriterFactory {
    /** A writer of entries alone, without header or trailer of the whole output. */
    EntryWriter writer(OutputStream out) throws IOException;
  }

  /** The text of a batch, and its writer. */
  record Page(ByteArrayOutputStream text, EntryWriter writer) {}

  /**
   * Writes in a format; pages are written out in the order in which they are accepted.
   *
   * @param detail how much of each packet the format needs
   */
  public Writing(WriterFactory format, Detail detail, OutputStream out) {
    this.pages = new ObjectPool<>(() -> blank(format));
    this.detail = detail;
    this.out = out;
  }

  /** Returns itself: only its pages are bound to one thread at a time. */
  @Override
  public Writing make() {
    return this;
  }

  @Override
  public Detail detail() {
    return detail;
  }

  @Override
  public Page work(Iterator<Entry> entries) throws IOException {
    Page page = pages.take();
    while (entries.hasNext()) {
      page.writer.write(entries.next());
    }
    page.writer.flush();
    return page;
  }

  private static Page blank(WriterFactory format) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    return new Page(text, format.writer(text));
  }

  @Override
  public void accept(Page page) throws IOException {
    page.text.writeTo(out);
    page.text.reset();
    pages.giveBack(page);
  }

  @Override
  public void idle() {}
}
