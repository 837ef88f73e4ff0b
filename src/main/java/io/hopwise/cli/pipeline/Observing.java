package io.hopwise.cli.pipeline;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.traffic.Observation;
import io.hopwise.packet.Detail;
import io.hopwise.packet.Entry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes from entries what an analyzer asks of them, where they are read. */
public record Observing(Analyzer analyzer)
    implements WorkerPool.Workers<List<Observation>>, WorkerPool.Worker<List<Observation>> {
  /** Itself: what it takes depends on nothing it took before. */
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
