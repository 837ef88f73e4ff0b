package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.text.English;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A reason that a finding gives, as reports show it.
 *
 * @param kind what sort of reason it is
 * @param text the reason
 * @param packets packets that show it; may be empty
 * @param ttl the TTL it is about, if it is about one
 */
public record Row(Heading kind, String text, ImmutableList<PacketRef> packets, OptionalInt ttl) {
  private static final int TCP = 6;
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F]*[.:][0-9a-fA-F.:]+");

  private Row(Heading kind, String text) {
    this(kind, text, ImmutableList.of(), OptionalInt.empty());
  }

  /** The sorts, in the order they are shown in. */
  public enum Heading {
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
    /** How to find out. */
    TO_TELL("to tell"),
    /** Who stands at the sender's distance. */
    ALSO_THERE("also there"),
    /** How sure the finding is, where that is not its grade. */
    CONFIDENCE("confidence");

    private final String label;

    Heading(String label) {
      this.label = label;
    }

    /** A word or two to stand before the reason. */
    public String label() {
      return label;
    }
  }

  /** All reasons of a finding. */
  public static ImmutableList<Row> of(Finding finding) {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (TtlLevel level : finding.observed()) {
      rows.add(
          new Row(
              Heading.ARRIVED,
              level(level, finding.distanceKnown()),
              ImmutableList.of(),
              OptionalInt.of(level.ttl())));
    }
    for (Baseline baseline : finding.baseline()) {
      for (TtlLevel level : baseline.levels()) {
        rows.add(
            new Row(
                Heading.COMPARED,
                baseline(baseline, level),
                level.examples(),
                OptionalInt.of(level.ttl())));
      }
    }
    for (Evidence evidence : finding.evidence()) {
      rows.add(new Row(Heading.FOR, evidence.text()));
    }
    for (Evidence evidence : finding.against()) {
      rows.add(new Row(Heading.AGAINST, evidence.text()));
    }
    finding.innocentExplanations().forEach(text -> rows.add(new Row(Heading.OR_ELSE, text)));
    command(finding).ifPresent(command -> rows.add(new Row(Heading.TO_TELL, command)));
    if (!finding.suspects().isEmpty()) {
      rows.add(new Row(Heading.ALSO_THERE, English.and(finding.suspects())));
    }
    if (finding.confidence() != finding.grade()) {
      rows.add(new Row(Heading.CONFIDENCE, Verdict.word(finding.confidence())));
    }
    return rows.build();
  }

  private static String level(TtlLevel level, boolean distanceKnown) {
    String distance =
        distanceKnown ? Distances.words(level.hops()) : "which says nothing of the distance";
    return level.words() + " with TTL " + level.ttl() + ": " + distance;
  }

  private static String baseline(Baseline baseline, TtlLevel level) {
    return level.words()
        + " of "
        + baseline.scope().words()
        + " with TTL "
        + level.ttl()
        + ": "
        + Distances.words(level.hops());
  }

  /** A command whose packets come the way of the suspects, where a TCP service is accused. */
  private static Optional<String> command(Finding finding) {
    Facts facts = finding.facts();
    boolean service =
        facts.servicePorts().isOne()
            && facts.servicePorts().values().equals(facts.senderPorts().values())
            && facts.protocols().contains(TCP);
    if (finding.grade() == Grade.INFO || !service || !ADDRESS.matcher(finding.claim()).matches()) {
      return Optional.empty();
    }
    OptionalInt port = facts.servicePorts().values().get(0).number();
    return port.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "traceroute -n -T -p " + port.getAsInt() + " " + finding.claim() + " while capturing");
  }

  /** The reason, with where its packets stand. */
  public String text(CaptureTexts texts) {
    return packets.isEmpty() ? text : text + " (" + cited(packets, texts) + ")";
  }

  /** {@code line 4}, {@code lines 4, 6}, {@code frames 4, 6}; empty without packets. */
  public static String cited(List<PacketRef> packets, CaptureTexts texts) {
    return texts.words(packets.stream().map(PacketRef::number).toList());
  }
}
