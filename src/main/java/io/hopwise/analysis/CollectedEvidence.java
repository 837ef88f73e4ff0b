package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.PacketNumber;
import java.util.Optional;
import java.util.TreeMap;

/** Reasons for a finding or against it: one text for each name, the earliest packet's. */
final class CollectedEvidence {
  /** Behind every record, and far enough from the greatest number for records to be moved. */
  private static final long NO_PACKET = Long.MAX_VALUE >> 1;

  private final TreeMap<String, Noted> noted = new TreeMap<>();

  private record Noted(long record, Evidence evidence) {
    Noted earlier(Noted other) {
      return other.record < record ? other : this;
    }
  }

  void add(long record, Evidence evidence) {
    noted.merge(evidence.name(), new Noted(record, evidence), Noted::earlier);
  }

  /** Adds a reason that is not one packet's. */
  void add(Evidence evidence) {
    add(NO_PACKET, evidence);
  }

  boolean has(String name) {
    return noted.containsKey(name);
  }

  /** The reasons, each with the packet that shows it, if there is one, cited behind the words. */
  ImmutableList<Evidence> all(CaptureTexts texts) {
    return noted.values().stream()
        .map(note -> cited(note.evidence, texts))
        .collect(ImmutableList.toImmutableList());
  }

  private static Evidence cited(Evidence evidence, CaptureTexts texts) {
    Optional<PacketNumber> packet = evidence.packet();
    if (packet.isEmpty() || !texts.isKnown(packet.get())) {
      return evidence;
    }
    String words = evidence.text() + " (" + texts.words(packet.stream().toList()) + ")";
    return new Evidence(evidence.name(), words, packet);
  }

  /** Appends those of the later half of a capture, so many records and lines further on. */
  void append(CollectedEvidence later, long records, long lines) {
    later.noted.forEach((name, note) -> add(note.record + records, moved(note, records, lines)));
  }

  private static Evidence moved(Noted note, long records, long lines) {
    Evidence evidence = note.evidence;
    return new Evidence(
        evidence.name(),
        evidence.text(),
        evidence.packet().map(packet -> packet.shifted(records, lines)));
  }
}
