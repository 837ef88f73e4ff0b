package io.hopwise.cli;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Observation;
import io.hopwise.packet.Entry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes from entries what an analyzer asks of them, where they are read. */
record Observing(Analyzer analyzer) implements Crew.Worker<List<Observation>> {
  @Override
  public List<Observation> work(Iterator<Entry> entries) {
    List<Observation> seen = new ArrayList<>();
    while (entries.hasNext()) {
      seen.add(analyzer.observe(entries.next()));
    }
    return seen;
  }
}
