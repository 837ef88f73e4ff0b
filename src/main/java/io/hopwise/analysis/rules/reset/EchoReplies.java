package io.hopwise.analysis.rules.reset;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.traffic.Source;
import java.util.Optional;

/** The distance of the machine that answers pings to an address; mostly it is the host itself. */
public final class EchoReplies {
  private EchoReplies() {}

  /**
   * The TTL of the address's echo replies. Empty where it sent none, or with two TTLs: those tell
   * of routes, not of machines.
   */
  public static Optional<TtlLevel> of(Source source) {
    ImmutableList<TtlLevel> levels =
        source.levels().toLevels().stream()
            .filter(level -> level.kinds().containsKey(PacketKind.ECHO_REPLY))
            .collect(ImmutableList.toImmutableList());
    return levels.size() == 1 ? Optional.of(levels.get(0)) : Optional.empty();
  }

  /** Whether a TTL surely tells another distance than the echo replies. */
  public static boolean differ(Source source, int ttl) {
    HopSet here = HopSet.of(ttl);
    return of(source)
        .map(TtlLevel::hops)
        .filter(host -> host.isPlausible() && here.isPlausible() && !host.overlaps(here))
        .isPresent();
  }
}
