package io.hopwise.connections;

import com.google.common.collect.ImmutableList;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.Port;
import java.util.Optional;

/**
 * What became of all connections to one port of one server.
 *
 * @param protocol TCP, UDP or ping
 * @param server the server's address or name
 * @param port its port; empty for pings
 * @param capture which capture of the text they were seen in, 1 for the first
 * @param connections how many there were, 1 or more
 * @param begun how they began, most frequent first
 * @param ended how those that a reset ended did, most frequent first
 * @since 0.1
 */
public record ServiceSum(
    Protocol protocol,
    String server,
    Optional<Port> port,
    int capture,
    long connections,
    ImmutableList<Begun> begun,
    ImmutableList<Ended> ended) {
  /**
   * How some of the connections began.
   *
   * @param outcome how
   * @param by who refused or rejected them, where it is known to be one and the same
   * @param count how many, 1 or more
   */
  public record Begun(Outcome outcome, Optional<Actor> by, long count) {}

  /**
   * How some of the connections ended.
   *
   * @param end a reset, after silence or not
   * @param by who sent it, where it is known to be one and the same
   * @param count how many, 1 or more
   */
  public record Ended(End end, Optional<Actor> by, long count) {}

  /** How many of the connections began like this. */
  public long count(Outcome outcome) {
    long count = 0;
    for (Begun some : begun) {
      count += some.outcome == outcome ? some.count : 0;
    }
    return count;
  }

  /** How many of them the client was seen to ask for: all but those that went on already. */
  public long tries() {
    return connections - count(Outcome.MID_STREAM);
  }
}
