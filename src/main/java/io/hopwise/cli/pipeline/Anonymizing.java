package io.hopwise.cli.pipeline;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.render.Anonymizer;
import io.hopwise.report.EntryWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Anonymises and writes entries in order. A name seen before is replaced wherever it occurs in a
 * text, so one anonymiser must see all entries in order.
 */
public record Anonymizing(Anonymizer anonymizer, EntryWriter writer)
    implements EntryPipeline.Sink<List<Entry>> {
  /** Workers that leave entries as they are. */
  public static final WorkerPool.Workers<List<Entry>> WORKERS = () -> ImmutableList::copyOf;

  @Override
  public void accept(List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      Optional<Entry> written = anonymizer.anonymize(entry);
      if (written.isPresent()) {
        writer.write(written.get());
      }
    }
  }

  @Override
  public boolean takesACore() {
    return true;
  }

  @Override
  public void idle() throws IOException {
    writer.flush();
  }
}
