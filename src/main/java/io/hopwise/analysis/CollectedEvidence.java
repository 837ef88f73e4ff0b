package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import java.util.TreeMap;

/** Reasons for a finding or against it: one text for each name, the earliest packet's. */
final class CollectedEvidence {
  /** Behind every record, and far enough from the greatest number for records to be moved. */
  private static final long NO_PACKET = Long.MAX_VALUE >> 1;

  private final TreeMap<String, Noted> noted = new TreeMap<>();

  private record Noted(long record, String text) {
    Noted earlier(Noted other) {
      return other.record < record ? other : this;
    }
  }

  void add(String name, long record, String text) {
    noted.merge(name, new Noted(record, text), Noted::earlier);
  }

  /** Adds a reason that is not one packet's. */
  void add(String name, String text) {
    add(name, NO_PACKET, text);
  }

  boolean has(String name) {
    return noted.containsKey(name);
  }

  ImmutableList<Evidence> all() {
    return noted.entrySet().stream()
        .map(reason -> new Evidence(reason.getKey(), reason.getValue().text))
        .collect(ImmutableList.toImmutableList());
  }

  /** Appends those of the later half of a capture, in front of which so many records stand. */
  void append(CollectedEvidence later, long records) {
    later.noted.forEach((name, note) -> add(name, note.record + records, note.text));
  }
}
