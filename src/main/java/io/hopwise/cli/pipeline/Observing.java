package io.hopwise.cli.pipeline;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.observation.Observation;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Extracts what an analyzer needs from entries, in the thread that reads them. */
public record Observing(Analyzer analyzer)
    implements WorkerPool.Workers<List<Observation>>, WorkerPool.Worker<List<Observation>> {
  /** Returns itself, because it has no state. */
  @Override
  public Observing make() {
    return this;
  }

  @Override
  public Detail detail() {
    return analyzer.detail();
  }

  @Override
  public List<Observation> work(Iterator<Entry> entries) {
    List<Observation> seen = new ArrayList<>();
    while (entries.hasNext()) {
      seen.add(analyzer.observe(entries.next()));
    }
    return seen;
  }
}
