package io.hopwise.analysis.rules.reset;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.Baseline;
import io.hopwise.analysis.FindingBuilder;
import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Scope;
import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.facts.DistinctValues;
import io.hopwise.packet.Port;
import io.hopwise.text.English;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** The sentences that findings about resets and other packets share. */
public final class ResetSentences {
  /**
   * Kept if the suspects' only TTL is also that of the packet they answer: by chance, or copied.
   */
  public static final String OR_COPIED = "or-copied";

  /** Where a sender stands whose packets passed no router. */
  public static final String ON_THIS_LINK = "a device on this link";

  private static final int LINES = 6;
  private static final ImmutableList<String> ORDINALS =
      ImmutableList.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

  private ResetSentences() {}

  /** {@code line 2}, {@code lines 2, 4 and 6}, {@code lines 2, 4, 6 … and 19 more}; or frames. */
  public static String lines(FindingBuilder draft) {
    List<PacketNumber> packets =
        draft.packets().stream().limit(LINES).map(PacketRef::number).toList();
    long more = draft.count() - packets.size();
    return draft.texts().inSentence(packets, more);
  }

  /** {@code TTL 63}, {@code TTLs 23, 24 and 27}, {@code 56 different TTLs from 57 to 229}. */
  static String ttls(ImmutableList<TtlLevel> levels) {
    if (levels.size() > LINES) {
      return levels.size()
          + " different TTLs from "
          + levels.stream().mapToInt(TtlLevel::ttl).min().orElse(0)
          + " to "
          + levels.stream().mapToInt(TtlLevel::ttl).max().orElse(0);
    }
    List<String> ttls = levels.stream().map(level -> "" + level.ttl()).toList();
    return (ttls.size() == 1 ? "TTL " : "TTLs ") + English.and(ttls);
  }

  /** How many routers lie before the senders of these levels: {@code 1 router}, {@code 2 or 3}. */
  static String distance(ImmutableList<TtlLevel> levels) {
    if (levels.size() == 1) {
      return distance(levels.get(0));
    }
    List<String> all =
        levels.stream()
            .map(level -> level.hops().hops())
            .map(hops -> hops.isPresent() ? "" + hops.getAsInt() : "an unknown number of")
            .distinct()
            .sorted(Comparator.comparing(String::length).thenComparing(hops -> hops))
            .collect(ImmutableList.toImmutableList());
    return all.size() == 1 ? distance(levels.get(0)) : String.join(" or ", all) + " routers";
  }

  private static String distance(TtlLevel level) {
    OptionalInt hops = level.hops().hops();
    return hops.isPresent() ? English.routers(hops.getAsInt()) : "no plausible distance";
  }

  /** {@code RST from 192.0.2.1 (line 2) arrived with TTL 63: 1 router lies between …}. */
  public static String arrived(FindingBuilder draft, String what) {
    String head =
        what
            + " from "
            + draft.claim()
            + " ("
            + lines(draft)
            + ") arrived with "
            + ttls(draft.observed());
    if (!draft.isDistanceKnown()) {
      return head + ", which does not tell the sender's distance.";
    }
    boolean orCopied = !draft.names(OR_COPIED).isEmpty();
    String but = orCopied ? " (Or it copied the TTL of what it answers.)" : "";
    return head + ": " + between(draft.observed()) + but;
  }

  private static String between(ImmutableList<TtlLevel> levels) {
    boolean plausible = levels.stream().allMatch(level -> level.hops().isPlausible());
    if (!plausible) {
      return "no plausible distance, as no sender starts at a TTL that fits.";
    }
    String distance = distance(levels);
    if (distance.equals("0 routers")) {
      return "no router lies between here and its sender.";
    }
    if (distance.contains(" or ")) {
      return distance + " lie between here and their senders.";
    }
    boolean one = distance.equals("1 router");
    return distance + (one ? " lies" : " lie") + " between here and its sender.";
  }

  /** {@code 4 echo replies from the same address arrived with TTL 61: 3 routers.} */
  public static String baseline(FindingBuilder draft) {
    List<String> sentences = new ArrayList<>();
    for (Baseline baseline : draft.baselines()) {
      for (TtlLevel level : baseline.levels()) {
        sentences.add(level(scope(draft, baseline.scope()), level));
      }
    }
    boolean many = sentences.size() > LINES;
    return String.join(" ", many ? sentences.subList(0, LINES) : sentences);
  }

  private static String scope(FindingBuilder draft, Scope scope) {
    boolean flows = scope == Scope.FLOW && draft.origins(scope) > 1;
    return flows ? "the same flows" : scope.words();
  }

  private static String level(String scope, TtlLevel level) {
    return level.words()
        + " from "
        + scope
        + " arrived with TTL "
        + level.ttl()
        + ": "
        + distance(level)
        + ".";
  }

  /** Where the sender stands: {@code a device behind the first router}. */
  public static String place(FindingBuilder draft) {
    List<Integer> hops = new ArrayList<>();
    for (TtlLevel level : draft.observed()) {
      level.hops().hops().ifPresent(hops::add);
    }
    boolean one = hops.stream().distinct().count() == 1;
    if (draft.isDistanceKnown() && hops.size() == 2 && !one) {
      return "two devices, at both distances,";
    }
    if (!draft.isDistanceKnown() || !one || hops.size() < draft.observed().size()) {
      return "another device";
    }
    int routers = hops.get(0);
    if (routers == 0) {
      return ON_THIS_LINK;
    }
    String which =
        routers <= ORDINALS.size() ? "the " + ORDINALS.get(routers - 1) : "number " + routers;
    return routers <= ORDINALS.size()
        ? "a device behind " + which + " router"
        : "a device behind router " + which;
  }

  /** Whether all of the packets come from no nearer than what they are compared with. */
  public static boolean isFarther(FindingBuilder draft) {
    int nearest = Integer.MAX_VALUE;
    for (TtlLevel level : draft.observed()) {
      nearest = Math.min(nearest, level.hops().hops().orElse(-1));
    }
    int host = 0;
    for (Baseline baseline : draft.baselines()) {
      for (TtlLevel level : baseline.levels()) {
        host = Math.max(host, HopSet.hopsOrFar(level.ttl()));
      }
    }
    return draft.isDistanceKnown() && nearest > host;
  }

  public static boolean onlyBySource(FindingBuilder draft) {
    return draft.baselines().stream().allMatch(baseline -> baseline.scope() == Scope.SOURCE);
  }

  /** {@code The host probably did not send }: no surer than the grade. */
  public static String disowns(Grade grade) {
    return switch (grade) {
      case HIGH -> "The host did not send ";
      case MEDIUM -> "The host probably did not send ";
      case LOW, INFO -> "The host perhaps did not send ";
    };
  }

  public static String confidence(Grade grade, String because) {
    return "Confidence: " + grade.name().toLowerCase(Locale.ROOT) + " (" + because + ").";
  }

  /** {@code " port 22"}, {@code " ports 22 and 2222"}; nothing where no port was printed. */
  public static String ports(DistinctValues<Port> ports) {
    if (ports.count() == 0) {
      return "";
    }
    return (ports.isOne() ? " port " : " ports ") + some(ports);
  }

  /** {@code a}, {@code a, b and c}, {@code a, b, c, d, e, f and 288 more}. */
  public static String some(DistinctValues<?> several) {
    List<String> words = new ArrayList<>();
    several.values().stream().limit(LINES).forEach(value -> words.add(value.toString()));
    long more = several.count() - words.size();
    if (more > 0 || !several.complete()) {
      words.add((several.complete() ? "" : "at least ") + English.number(more) + " more");
    }
    return English.and(words);
  }

  public static String some(Set<String> words) {
    return some(new DistinctValues<>(ImmutableList.copyOf(words), words.size(), true));
  }
}
