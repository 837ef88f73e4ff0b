package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.settings.Citation;
import io.hopwise.text.English;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reason that a finding gives, as reports show it.
 *
 * @param kind what sort of reason it is
 * @param text the reason
 */
public record Row(Kind kind, String text) {
  /** The sorts, in the order they are shown in. */
  public enum Kind {
    /** With which TTL the packets arrived. */
    ARRIVED("arrived"),
    /** What they were compared with. */
    COMPARED("compared"),
    /** What speaks for the finding. */
    FOR("for"),
    /** What speaks against it. */
    AGAINST("against"),
    /** What would look the same. */
    OR_ELSE("or else"),
    /** Who stands at the sender's distance. */
    ALSO_THERE("also there"),
    /** How sure the finding is, where that is not its grade. */
    CONFIDENCE("confidence");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** A word or two to stand before the reason. */
    public String label() {
      return label;
    }
  }

  /** All reasons of a finding. */
  public static ImmutableList<Row> of(Finding finding, Citation citation) {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (TtlLevel level : finding.observed()) {
      rows.add(new Row(Kind.ARRIVED, level(level, finding.distanceKnown())));
    }
    for (Baseline baseline : finding.baseline()) {
      for (TtlLevel level : baseline.levels()) {
        rows.add(new Row(Kind.COMPARED, baseline(baseline, level, citation)));
      }
    }
    for (Evidence evidence : finding.evidence()) {
      rows.add(new Row(Kind.FOR, evidence.text()));
    }
    for (Evidence evidence : finding.against()) {
      rows.add(new Row(Kind.AGAINST, evidence.text()));
    }
    finding.innocentExplanations().forEach(text -> rows.add(new Row(Kind.OR_ELSE, text)));
    if (!finding.suspects().isEmpty()) {
      rows.add(new Row(Kind.ALSO_THERE, English.and(finding.suspects())));
    }
    if (finding.confidence() != finding.grade()) {
      rows.add(new Row(Kind.CONFIDENCE, Verdict.word(finding.confidence())));
    }
    return rows.build();
  }

  private static String level(TtlLevel level, boolean distanceKnown) {
    String distance =
        distanceKnown ? Distances.words(level.hops()) : "which says nothing of the distance";
    return level.words() + " with TTL " + level.ttl() + ": " + distance;
  }

  private static String baseline(Baseline baseline, TtlLevel level, Citation citation) {
    String examples =
        level.examples().isEmpty() ? "" : " (" + cited(level.examples(), citation) + ")";
    return level.words()
        + " of "
        + baseline.scope().words()
        + " with TTL "
        + level.ttl()
        + ": "
        + Distances.words(level.hops())
        + examples;
  }

  /** {@code line 4}, {@code lines 4, 6}, {@code frames 4, 6}; empty without packets. */
  public static String cited(List<PacketRef> packets, Citation citation) {
    return packets.isEmpty()
        ? ""
        : packets.stream()
            .map(packet -> Long.toString(citation.number(packet.line(), packet.record())))
            .collect(Collectors.joining(", ", citation.word(packets.size()) + " ", ""));
  }
}
