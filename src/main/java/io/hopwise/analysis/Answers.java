package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionTable;
import io.hopwise.connections.PortAnswer;
import java.util.OptionalInt;
import java.util.TreeSet;

/** The answers for what is asked: by setting, or by the filters of commands in the text. */
final class Answers {
  private static final int MAX_ANSWERS = 8;

  private Answers() {}

  static ImmutableList<PortAnswer> of(ObservedCapture capture, ConnectionTable table) {
    Settings settings = capture.settings();
    if (settings.port().isPresent()) {
      int port = settings.port().getAsInt();
      return ImmutableList.of(answer(settings.port(), capture.sawPort(port), capture, table));
    }
    if (settings.host().isPresent()) {
      boolean seen = !table.services().isEmpty();
      return ImmutableList.of(answer(OptionalInt.empty(), seen, capture, table));
    }
    TreeSet<Integer> ports = new TreeSet<>();
    for (ImmutableSortedSet<Integer> together : capture.alternativesAsked()) {
      ports.addAll(together);
    }
    return ports.stream()
        .limit(MAX_ANSWERS)
        .map(port -> answer(OptionalInt.of(port), capture.sawPort(port), capture, table))
        .collect(ImmutableList.toImmutableList());
  }

  private static PortAnswer answer(
      OptionalInt port, boolean seen, ObservedCapture capture, ConnectionTable table) {
    Settings settings = capture.settings();
    ConnectionFilter asked = Relevance.filter(settings, port);
    boolean all = settings.host().isEmpty() && settings.protocol().isEmpty();
    return PortAnswer.of(asked, table, seen && all);
  }
}
