package io.hopwise.analysis.traffic;

import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.packet.device.PfLog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a packet filter that logged packets of a flow says of them. A log has the first packets
 * alone.
 *
 * @since 0.1
 */
public final class FilterLog {
  private @Nullable String rule;
  private @Nullable PacketRef firstBlocked;
  private long blocked;

  FilterLog() {}

  void add(PfLog log, ObservedPacket seen) {
    if (!log.isBlock()) {
      return;
    }
    if (rule == null) {
      String name = log.rule().isPresent() ? "rule " + log.rule().getAsLong() : "the default rule";
      String anchor = log.ruleset().map(set -> " of " + set).orElse("");
      rule = name + anchor + " on " + log.interfaceName();
    }
    firstBlocked = firstBlocked == null ? seen.ref : firstBlocked;
    blocked++;
  }

  /** Appends what it says of the same flow in the later half. */
  void append(FilterLog later, LaterHalf half) {
    blocked += later.blocked;
    rule = rule == null ? later.rule : rule;
    PacketRef theirs = later.firstBlocked;
    if (firstBlocked == null && theirs != null) {
      firstBlocked = half.copy(theirs);
    }
  }

  /** The rule that blocked a packet first, such as {@code rule 12 on em0}, if one did. */
  public Optional<String> rule() {
    return Optional.ofNullable(rule);
  }

  /** The first packet that was blocked, if its text is kept. */
  public Optional<PacketRef> firstBlocked() {
    return Optional.ofNullable(firstBlocked);
  }

  /** How many packets were blocked. */
  public long blocked() {
    return blocked;
  }
}
