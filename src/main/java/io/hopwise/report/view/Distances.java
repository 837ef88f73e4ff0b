package io.hopwise.report.view;

import io.hopwise.analysis.distance.HopSet;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.List;

/** Distances in words. */
public final class Distances {
  private Distances() {}

  /** All possible distances for a TTL: {@code 1 router away (started at 64)}. */
  public static String words(HopSet hops) {
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
  public static String brief(HopSet hops) {
    List<String> words = new ArrayList<>();
    hops.candidates()
        .forEach(candidate -> words.add(candidate.hops() + " (" + candidate.initial() + ")"));
    return words.isEmpty() ? "?" : String.join(" or ", words);
  }

  private static String words(HopSet.Candidate candidate) {
    return away(candidate.hops()) + " (started at " + candidate.initial() + ")";
  }

  /** The distance of a sender: {@code 1 router away}. */
  public static String away(int hops) {
    return hops == 0 ? "this host or this link" : English.routers(hops) + " away";
  }
}
