package io.hopwise.report.picture;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.TtlLevel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where the packets of a finding came from, and where the packets compared with them came from.
 *
 * @param claim the host the packets claim to be from; may be empty
 * @param lanes the farthest sender first; those without a known distance last
 */
public record HopPicture(String claim, ImmutableList<Lane> lanes) {
  /** More lines do not make a drawing clearer. */
  private static final int MOST_LANES = 6;

  private static final Comparator<Lane> FARTHEST_FIRST =
      Comparator.comparingInt((Lane lane) -> -lane.hops().orElse(-1))
          .thenComparing(lane -> !lane.fits());

  /** The drawing of a finding; without lanes if there is nothing to draw. */
  public static HopPicture of(Finding finding) {
    ImmutableList.Builder<Lane> lanes = ImmutableList.builder();
    finding.observed().forEach(level -> lanes.add(lane(level, false, finding.distanceKnown())));
    compared(finding).values().forEach(level -> lanes.add(lane(level, true, true)));
    return new HopPicture(
        finding.claim(),
        lanes.build().stream()
            .limit(MOST_LANES)
            .sorted(FARTHEST_FIRST)
            .collect(ImmutableList.toImmutableList()));
  }

  /** The TTLs compared with, each once: a wider scope includes the packets of a narrower one. */
  private static Map<Integer, TtlLevel> compared(Finding finding) {
    Map<Integer, TtlLevel> levels = new LinkedHashMap<>();
    for (Baseline baseline : finding.baseline()) {
      for (TtlLevel level : baseline.levels()) {
        TtlLevel known = levels.get(level.ttl());
        if (known == null || known.count() < level.count()) {
          levels.put(level.ttl(), level);
        }
      }
    }
    return levels;
  }

  private static Lane lane(TtlLevel level, boolean fits, boolean distanceKnown) {
    HopSet hops = level.hops();
    if (!distanceKnown || !hops.isPlausible()) {
      return new Lane(
          level.words(),
          level.ttl(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          fits);
    }
    HopSet.Candidate likely = hops.candidates().get(0);
    OptionalInt unusual = hops.unusual().stream().mapToInt(HopSet.Candidate::hops).findFirst();
    return new Lane(
        level.words(),
        level.ttl(),
        OptionalInt.of(likely.initial()),
        OptionalInt.of(likely.hops()),
        unusual,
        fits);
  }

  /**
   * Whether a drawing is worthwhile: something fits, something does not, and both distances are
   * known.
   */
  public boolean isWorthDrawing() {
    return lanes.stream().anyMatch(lane -> lane.fits() && lane.hops().isPresent())
        && lanes.stream().anyMatch(lane -> !lane.fits());
  }

  /** The number of routers to the farthest sender, 0 to 32. */
  public int reach() {
    return lanes.stream().mapToInt(lane -> lane.hops().orElse(0)).max().orElse(0);
  }

  /** The distance of the packets compared with, if they have only one. */
  public OptionalInt hostHops() {
    int[] hops =
        lanes.stream()
            .filter(Lane::fits)
            .flatMapToInt(lane -> lane.hops().stream())
            .distinct()
            .toArray();
    return hops.length == 1 ? OptionalInt.of(hops[0]) : OptionalInt.empty();
  }

  /** The drawing described in one sentence, for screen readers. */
  public String sentence() {
    StringBuilder text = new StringBuilder();
    for (Lane lane : lanes) {
      text.append(text.length() == 0 ? "" : "; ")
          .append(lane.words())
          .append(lane.fits() ? " of the host" : " in its name")
          .append(" with TTL ")
          .append(lane.ttl())
          .append(lane.hops().isPresent() ? " come from " + away(lane) : " tell no distance");
    }
    return text.append('.').toString();
  }

  /** The distance of a sender in words: {@code 1 router away}. */
  public static String away(Lane lane) {
    int hops = lane.hops().orElse(0);
    return hops == 0
        ? "this host or this link"
        : hops + (hops == 1 ? " router away" : " routers away");
  }
}
