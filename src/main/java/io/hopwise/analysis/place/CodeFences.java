package io.hopwise.analysis.place;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * The lines before a record that open or close a block of code, where somebody pasted text: where
 * one block ends and the next begins, another capture may.
 */
final class CodeFences {
  private static final ImmutableList<String> MARKS =
      ImmutableList.of("```", "~~~", "[code", "[/code", "{code", "{noformat", "<pre", "</pre");

  private boolean records;

  /** How many stand before the first record, and how many behind the last. */
  private int before;

  private int behind;

  private static boolean is(String line) {
    String words = line.strip().toLowerCase(Locale.ROOT);
    return MARKS.stream().anyMatch(words::startsWith);
  }

  /** Notes a line; whether one block has ended and another has begun since the last record. */
  boolean note(String line) {
    if (is(line)) {
      behind++;
    }
    return behind > 1;
  }

  /** Notes a record. */
  void record() {
    before = records ? before : behind;
    records = true;
    behind = 0;
  }

  /** Whether, with what a later half begins with, a block ends and another begins at the cut. */
  boolean partWith(CodeFences later) {
    return later.records && behind + later.before > 1;
  }

  /** Takes over those that a later half ends with. */
  void carry(CodeFences later) {
    behind = later.records ? later.behind : behind + later.behind;
  }
}
