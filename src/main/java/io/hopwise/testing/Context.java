package io.hopwise.testing;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.packet.Entry;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.text.RecordText;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The place that an assertion is about, for its failure to show. */
final class Context {
  static final Context NOWHERE = new Context(() -> "");

  private final Supplier<String> lines;

  private Context(Supplier<String> lines) {
    this.lines = lines;
  }

  /** A single entry. */
  static Context lone(Entry entry) {
    return in(ImmutableList.of(entry), entry);
  }

  /** An entry among others. */
  static Context in(List<? extends Entry> entries, Entry entry) {
    return new Context(() -> Excerpt.of(entries, Set.of(entry)));
  }

  /** Packets that a finding refers to, without their capture. */
  static Context of(List<PacketRef> packets) {
    return new Context(
        () ->
            packets.stream().map(ref -> Excerpt.marked(ref.text())).collect(Collectors.joining()));
  }

  /** Packets that a finding refers to, in their capture. */
  static Context in(PacketCapture capture, List<PacketRef> packets) {
    return new Context(() -> Excerpt.of(capture.entries(), entries(capture, packets)));
  }

  /** The first packet of a connection, in its capture. */
  static Context in(PacketCapture capture, ConnectionSummary connection) {
    return new Context(
        () ->
            capture.entries().stream()
                .filter(entry -> entry.text().firstLine() == connection.line())
                .findFirst()
                .map(entry -> Excerpt.of(capture.entries(), Set.of(entry)))
                .orElse(""));
  }

  private static Set<Entry> entries(PacketCapture capture, List<PacketRef> packets) {
    Set<RecordText> texts = packets.stream().map(PacketRef::text).collect(Collectors.toSet());
    return capture.entries().stream()
        .filter(entry -> texts.contains(entry.text()))
        .collect(Collectors.toSet());
  }

  /** The marked lines after an empty line, or nothing if there is nothing to show. */
  String excerpt() {
    String shown = lines.get();
    return shown.isEmpty() ? "" : "\n\n" + shown;
  }
}
