package io.hopwise.connections.tracking;

import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.connections.Actor;
import java.util.Optional;

/**
 * Tells who sent a reset.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ResetJudge {
  /** Knows nothing of anybody. */
  ResetJudge NONE = reset -> Optional.empty();

  /** Who sent it; empty where that cannot be told. */
  Optional<Actor> sender(ObservedPacket reset);
}
