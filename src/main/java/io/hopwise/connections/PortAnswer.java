package io.hopwise.connections;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The answer for the port or the host that was asked about: whether anything arrived, whether
 * anything answered, and who refused.
 *
 * @param asked what was asked about
 * @param outcome the best that became of any connection to it; empty where no packet was seen
 * @param services what became of the connections to it, by service
 * @param elsewhere where there were none, the other services that opened or answered
 * @since 0.1
 */
public record PortAnswer(
    ConnectionFilter asked,
    Optional<Outcome> outcome,
    ImmutableList<ServiceSum> services,
    ImmutableList<ServiceSum> elsewhere) {
  /** From the answer that settles it to those that leave most open. */
  private static final ImmutableList<Outcome> BEST_FIRST =
      ImmutableList.of(
          Outcome.OPENED,
          Outcome.ANSWERED,
          Outcome.MID_STREAM,
          Outcome.HALF_OPEN,
          Outcome.REFUSED,
          Outcome.REJECTED,
          Outcome.UNANSWERED,
          Outcome.UNKNOWN);

  /**
   * The answer.
   *
   * @param table what became of all connections
   * @param seen whether any packet went from or to what was asked about
   */
  public static PortAnswer of(ConnectionFilter asked, ConnectionTable table, boolean seen) {
    ImmutableList<ServiceSum> services = table.only(asked).services();
    Optional<Outcome> best =
        BEST_FIRST.stream()
            .filter(outcome -> services.stream().anyMatch(sum -> sum.count(outcome) > 0))
            .findFirst();
    boolean open = best.isEmpty() && seen;
    return new PortAnswer(
        asked, open ? Optional.of(Outcome.UNKNOWN) : best, services, elsewhere(services, table));
  }

  private static ImmutableList<ServiceSum> elsewhere(
      ImmutableList<ServiceSum> services, ConnectionTable table) {
    return services.isEmpty()
        ? table.services().stream()
            .filter(sum -> sum.count(Outcome.OPENED) + sum.count(Outcome.ANSWERED) > 0)
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }
}
