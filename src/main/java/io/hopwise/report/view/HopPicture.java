package io.hopwise.report.view;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.text.English;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where the packets of a finding came from, and where the packets compared with them came from.
 *
 * @param claim the host the packets claim to be from; may be empty
 * @param lanes the farthest sender first; those without a known distance last
 * @param grade how strongly the finding speaks against the claim
 * @param suspects other sources that stand where the sender must stand
 * @param more how many TTLs are left out
 */
public record HopPicture(
    String claim,
    ImmutableList<Lane> lanes,
    Grade grade,
    ImmutableList<String> suspects,
    int more) {
  /** More lines do not make a drawing clearer. */
  private static final int MOST_SUSPECT = 6;

  private static final int MOST_FITTING = 4;

  private static final int SUSPECTS_NAMED = 2;

  private static final Comparator<Lane> FARTHEST_FIRST =
      Comparator.comparingInt((Lane lane) -> -lane.hops().orElse(-1))
          .thenComparing(lane -> !lane.fits());

  /** The drawing of a finding; without lanes if there is nothing to draw. */
  public static HopPicture of(Finding finding) {
    ImmutableList.Builder<Lane> lanes = ImmutableList.builder();
    finding.observed().stream()
        .limit(MOST_SUSPECT)
        .forEach(
            level -> {
              String ports = FindingHead.briefPorts(finding, level);
              lanes.add(lane(level, ports, false, finding.distanceKnown()));
            });
    Collection<TtlLevel> compared = compared(finding).values();
    compared.stream().limit(MOST_FITTING).forEach(level -> lanes.add(lane(level, "", true, true)));
    return new HopPicture(
        finding.claim(),
        lanes.build().stream().sorted(FARTHEST_FIRST).collect(ImmutableList.toImmutableList()),
        finding.grade(),
        finding.suspects(),
        Math.max(0, finding.observed().size() - MOST_SUSPECT)
            + Math.max(0, compared.size() - MOST_FITTING));
  }

  /** How many TTLs are left out, in words; empty if none is. */
  public String rest() {
    return more == 0 ? "" : "and " + more + (more == 1 ? " more TTL" : " more TTLs");
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

  private static Lane lane(TtlLevel level, String ports, boolean fits, boolean distanceKnown) {
    HopSet hops = level.hops();
    if (!distanceKnown) {
      return new Lane(
          level.words(),
          ports,
          level.ttl(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          ImmutableList.of(),
          fits);
    }
    OptionalInt initial =
        hops.candidates().stream().mapToInt(HopSet.Candidate::initial).findFirst();
    return new Lane(level.words(), ports, level.ttl(), initial, hops.hops(), hops.unusual(), fits);
  }

  /**
   * Whether a drawing is worthwhile: something fits, something does not, and both distances are
   * known. A remark about packets that came from the host's own distance needs none.
   */
  public boolean isWorthDrawing() {
    boolean compares =
        lanes.stream().anyMatch(lane -> lane.fits() && lane.hops().isPresent())
            && lanes.stream().anyMatch(lane -> !lane.fits());
    return compares && (grade != Grade.INFO || lanes.stream().anyMatch(this::isElsewhere));
  }

  /** Whether these packets came from where none of those came from that they were compared with. */
  public boolean isElsewhere(Lane lane) {
    return !lane.fits()
        && lanes.stream().noneMatch(other -> other.fits() && other.hops().equals(lane.hops()));
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

  /** Who sent packets that do not fit: {@code a device behind router 1}. */
  public String origin(Lane lane) {
    boolean device = grade.atLeast(Grade.MEDIUM) && lane.hops().isPresent() && isElsewhere(lane);
    return (device ? "a device " : "") + place(lane);
  }

  /** Where such packets came from, in few words: {@code behind router 1}. */
  public String place(Lane lane) {
    if (lane.hops().isEmpty()) {
      return "from where?";
    }
    if (!isElsewhere(lane)) {
      return "from as far as the host";
    }
    int hops = lane.hops().getAsInt();
    return hops == 0 ? "on this link" : "behind router " + hops;
  }

  /** Who is known to stand there: {@code 198.51.100.1 answers from there}; empty if nobody is. */
  public String standsThere() {
    if (suspects.isEmpty() || suspects.size() > SUSPECTS_NAMED) {
      return "";
    }
    return English.and(suspects)
        + (suspects.size() == 1 ? " answers from there" : " answer from there");
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
    return Distances.away(lane.hops().orElse(0));
  }
}
