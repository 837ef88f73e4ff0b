package io.hopwise.report.text;

import io.hopwise.analysis.distance.HopSet;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;

/** Distances in words. */
final class Distances {
  private Distances() {}

  /** All possible distances for a TTL: {@code 1 router away (started at 64)}. */
  static String words(HopSet hops) {
    List<String> words = new ArrayList<>();
    hops.candidates().forEach(candidate -> words.add(words(candidate)));
    String likely = words.isEmpty() ? "no plausible distance" : String.join(" or ", words);
    if (hops.unusual().isEmpty()) {
      return likely;
    }
    List<String> unusual = new ArrayList<>();
    hops.unusual()
        .forEach(candidate -> unusual.add(candidate.hops() + " from " + candidate.initial()));
    return likely + "; on an old system " + String.join(" or ", unusual);
  }

  /** The possible distances for a TTL, briefly: {@code 1 (64)}. */
  static String brief(HopSet hops) {
    List<String> words = new ArrayList<>();
    hops.candidates()
        .forEach(candidate -> words.add(candidate.hops() + " (" + candidate.initial() + ")"));
    return words.isEmpty() ? "?" : String.join(" or ", words);
  }

  private static String words(HopSet.Candidate candidate) {
    String away =
        candidate.hops() == 0
            ? "this host or this link"
            : English.routers(candidate.hops()) + " away";
    return away + " (started at " + candidate.initial() + ")";
  }
}
