package io.hopwise.report.view;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding in two lines: who sent or did not send what, and how far away each sender is. It claims
 * no more than the grade allows.
 *
 * @param subject who the sentence is about; may be empty
 * @param verb what decides: {@code probably did not send}; may be empty
 * @param object the rest of the sentence
 * @param lead one or two sentences to follow; may be empty
 */
public record Answer(String subject, String verb, String object, String lead) {
  /** An answer of which nothing stands out. */
  public Answer(String headline, String lead) {
    this("", "", headline, lead);
  }

  /** One sentence. */
  public String headline() {
    return Stream.of(subject, verb, object)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The answer that a finding gives. */
  public static Answer of(Finding finding) {
    HopPicture picture = HopPicture.of(finding);
    if (finding.grade() == Grade.INFO || finding.claim().isEmpty() || !picture.isWorthDrawing()) {
      return plain(finding.says());
    }
    return new Answer(
        finding.claim(),
        verb(finding.grade()),
        "the " + packets(finding) + ".",
        distances(picture));
  }

  private static Answer plain(String says) {
    int end = says.indexOf(". ");
    return end < 0
        ? new Answer(says, "")
        : new Answer(says.substring(0, end + 1), says.substring(end + 2));
  }

  private static String verb(Grade grade) {
    return switch (grade) {
      case HIGH -> "did not send";
      case MEDIUM -> "probably did not send";
      default -> "may not have sent";
    };
  }

  /** All packets that the finding is about, at whatever distances. */
  private static String packets(Finding finding) {
    Map<PacketKind, Long> counts = new TreeMap<>();
    finding
        .observed()
        .forEach(
            level -> level.kinds().forEach((kind, count) -> counts.merge(kind, count, Long::sum)));
    List<String> words = new ArrayList<>();
    counts.forEach((kind, count) -> words.add(kind.words(count)));
    String ports = FindingHead.ports(finding.facts().servicePorts());
    boolean one = words.size() == 1 && words.get(0).startsWith("1 ");
    String what = one ? words.get(0).substring(2) : English.and(words);
    return what + (ports.isEmpty() ? "" : " of" + ports);
  }

  private static String distances(HopPicture picture) {
    String suspects = places(picture, false);
    String host = places(picture, true);
    if (suspects.isEmpty()) {
      return "Their TTL does not tell how far away the sender is. The host: " + host + ".";
    }
    if (suspects.equals(host)) {
      return "They came from the host's own distance (" + host + "), but something else made them.";
    }
    return "They came from " + suspects + ", the host's own packets from " + host + ".";
  }

  private static String places(HopPicture picture, boolean fits) {
    return picture.lanes().stream()
        .filter(lane -> lane.fits() == fits && lane.hops().isPresent())
        .map(HopPicture::away)
        .distinct()
        .collect(Collectors.joining(" or "));
  }
}
