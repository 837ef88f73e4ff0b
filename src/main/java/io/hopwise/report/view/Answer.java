package io.hopwise.report.view;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
  /** An answer without a part that stands out. */
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
        distances(picture, finding.count() == 1));
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

  private static String distances(HopPicture picture, boolean one) {
    String suspects = places(picture, false);
    String host = places(picture, true);
    String they = one ? "It" : "They";
    if (suspects.isEmpty()) {
      String their = one ? "Its" : "Their";
      return their + " TTL does not tell how far away the sender is. The host: " + host + ".";
    }
    if (suspects.equals(host)) {
      String made = one ? "it" : "them";
      return they
          + " came from the host's own distance ("
          + host
          + "), but something else made "
          + made
          + ".";
    }
    return they + " came from " + suspects + ", the host's own packets from " + host + ".";
  }

  /** {@code 1 router away}, {@code 3 or 4 routers away}. */
  private static String places(HopPicture picture, boolean fits) {
    List<Integer> hops =
        picture.lanes().stream()
            .filter(lane -> lane.fits() == fits && lane.hops().isPresent())
            .map(lane -> lane.hops().getAsInt())
            .collect(Collectors.toList());
    List<Integer> each = new ArrayList<>(new TreeSet<>(hops));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      boolean last = i == each.size() - 1;
      words.add(last || each.get(i) == 0 ? Distances.away(each.get(i)) : "" + each.get(i));
    }
    return String.join(" or ", words);
  }
}
