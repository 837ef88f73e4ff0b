package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.packet.PrintedTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The TTLs of the source a finding is about over time: for each one when it was seen first and
 * last, and packets that are known one by one. Records stand for time, as not every text has times.
 *
 * @param rows the TTLs, the greatest first
 * @param first the record where it begins
 * @param last the record where it ends
 */
public record TtlTimeline(ImmutableList<TtlRow> rows, long first, long last) {
  private static final int MOST_ROWS = 8;

  /** What a TTL says. */
  public enum Tone {
    /** It was compared with. */
    FITS,
    /** It belongs to packets that do not fit. */
    DIFFERS,
    /** Neither. */
    OTHER
  }

  /** A packet that is known one by one. */
  public record Mark(long record, long line, Optional<PrintedTime> time) {}

  /**
   * A TTL.
   *
   * @param ttl 0 to 255
   * @param tone what it says
   * @param first the record of its first packet
   * @param last the record of its last packet
   * @param marks some of its packets, first ones first
   */
  public record TtlRow(int ttl, Tone tone, long first, long last, ImmutableList<Mark> marks) {}

  /** The timeline of a finding; without rows if it cites no packet with a TTL. */
  public static TtlTimeline of(Finding finding, Report report) {
    TreeMap<Integer, TtlLevel> levels = new TreeMap<>(Comparator.reverseOrder());
    TreeMap<Integer, TreeMap<Long, Mark>> marks = new TreeMap<>();
    for (PacketRef packet : finding.packets()) {
      packet.ttl().ifPresent(ttl -> add(packet, ttl, marks));
    }
    finding.observed().forEach(level -> levels.merge(level.ttl(), level, TtlLevel::plus));
    Set<Integer> compared = new HashSet<>();
    for (Baseline baseline : finding.baseline()) {
      for (TtlLevel level : baseline.levels()) {
        compared.add(level.ttl());
        levels.merge(level.ttl(), level, TtlLevel::plus);
      }
    }
    for (TtlLevel level : ofSource(finding, report)) {
      levels.merge(level.ttl(), level, TtlLevel::plus);
    }
    levels.forEach((ttl, level) -> level.examples().forEach(packet -> add(packet, ttl, marks)));
    return of(finding, compared, levels, marks);
  }

  private static TtlTimeline of(
      Finding finding,
      Set<Integer> compared,
      TreeMap<Integer, TtlLevel> levels,
      TreeMap<Integer, TreeMap<Long, Mark>> marks) {
    List<TtlRow> rows = new ArrayList<>();
    levels.forEach(
        (ttl, level) -> {
          TreeMap<Long, Mark> own = marks.getOrDefault(ttl, new TreeMap<>());
          if (!own.isEmpty()) {
            Tone tone =
                compared.contains(ttl) ? Tone.FITS : finding.isOdd(ttl) ? Tone.DIFFERS : Tone.OTHER;
            long from = level.firstRecord().orElse(own.firstKey());
            rows.add(
                new TtlRow(
                    ttl,
                    tone,
                    Math.min(from, own.firstKey()),
                    Math.max(level.lastRecord().orElse(0), own.lastKey()),
                    ImmutableList.copyOf(own.values())));
          }
        });
    ImmutableList<TtlRow> seen =
        rows.stream()
            .sorted(Comparator.comparing(row -> row.tone() == Tone.OTHER))
            .limit(MOST_ROWS)
            .sorted(Comparator.comparingInt(row -> -row.ttl()))
            .collect(ImmutableList.toImmutableList());
    return new TtlTimeline(
        seen,
        seen.stream().mapToLong(TtlRow::first).min().orElse(0),
        seen.stream().mapToLong(TtlRow::last).max().orElse(0));
  }

  /** The levels of the source itself; of one that was captured at several places, of none. */
  private static ImmutableList<TtlLevel> ofSource(Finding finding, Report report) {
    List<Report.SourceRow> rows =
        report.sources().stream()
            .filter(row -> row.host().equals(finding.claim()))
            .collect(ImmutableList.toImmutableList());
    return rows.size() == 1 ? rows.get(0).levels() : ImmutableList.of();
  }

  private static void add(PacketRef packet, int ttl, TreeMap<Integer, TreeMap<Long, Mark>> marks) {
    marks
        .computeIfAbsent(ttl, any -> new TreeMap<>())
        .putIfAbsent(packet.record(), new Mark(packet.record(), packet.line(), packet.time()));
  }

  /** All marks, first ones first. */
  public ImmutableList<Mark> marks() {
    return rows.stream()
        .flatMap(row -> row.marks().stream())
        .sorted(Comparator.comparingLong(Mark::record))
        .collect(ImmutableList.toImmutableList());
  }

  /** The drawing described in one sentence, for screen readers. */
  public String sentence() {
    List<String> parts = new ArrayList<>();
    for (TtlRow row : rows) {
      String what =
          switch (row.tone()) {
            case FITS -> "compared with";
            case DIFFERS -> "does not fit";
            case OTHER -> "not compared";
          };
      parts.add(
          "TTL " + row.ttl() + " (" + what + ") from record " + row.first() + " to " + row.last());
    }
    return String.join("; ", parts) + ".";
  }
}
