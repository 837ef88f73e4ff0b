package io.hopwise.oracle;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What was read from one printing of one capture.
 *
 * @param entries all of it
 * @param isWhole whether their texts, joined, are what tcpdump printed
 */
record Reading(ImmutableList<Entry> entries, boolean isWhole) {
  static Reading of(Path capture, String options) throws IOException {
    byte[] text = Programs.tcpdump(capture, Splitter.on(' ').splitToList(options));
    ByteArrayOutputStream joined = new ByteArrayOutputStream(text.length);
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    try (var reader = Hopwise.read(new ByteArrayInputStream(text))) {
      while (reader.hasNext()) {
        Entry entry = reader.next();
        entry.text().writeTo(joined);
        entries.add(entry);
      }
    }
    return new Reading(entries.build(), Arrays.equals(text, joined.toByteArray()));
  }

  /** What stands for a captured packet each, in the file's order. */
  List<Entry> records() {
    return entries.stream()
        .filter(entry -> entry instanceof Packet || entry instanceof OtherRecord)
        .toList();
  }

  List<Entry> rejects() {
    return entries.stream().filter(Reject.class::isInstance).toList();
  }

  /** What was taken for tcpdump's own words, of which there are none on standard output. */
  List<Entry> notices() {
    return entries.stream()
        .filter(entry -> entry instanceof Notice notice && notice.kind() != Notice.Kind.BLANK)
        .toList();
  }
}
