package io.hopwise.connections.tracking;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.connections.Actor;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.connections.ServiceSum;
import io.hopwise.packet.Port;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts connections by service, in bounded memory. */
final class ServiceSums {
  /** What the memory setting gives for a service; it takes some 250 bytes. */
  private static final long MEMORY_PER_SERVICE = 1024;

  private final int maxServices;
  private final Map<Service, ServiceCounts> services = new LinkedHashMap<>();
  private long uncounted;

  private record Service(Protocol protocol, String server, Optional<Port> port, int capture) {
    // Written out, as in Port.
    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Service other
          && server.equals(other.server)
          && port.equals(other.port)
          && protocol == other.protocol
          && capture == other.capture;
    }

    @Override
    public int hashCode() {
      // One port has hardly ever two protocols.
      return (server.hashCode() * 31 + port.hashCode()) * 31 + capture;
    }
  }

  /** The connections of one service. */
  private static final class ServiceCounts {
    private final ServiceSums owner;
    private long connections;
    private final Tallies<Outcome> begun = new Tallies<>();
    private @Nullable Tallies<End> ended;

    ServiceCounts(ServiceSums owner) {
      this.owner = owner;
    }

    void countEnd(End end, Optional<Actor> by) {
      ended = ended == null ? new Tallies<>() : ended;
      ended.add(end, by, 1);
    }

    void addAll(ServiceCounts other) {
      connections += other.connections;
      begun.addAll(other.begun);
      if (other.ended != null) {
        ended = ended == null ? new Tallies<>() : ended;
        ended.addAll(other.ended);
      }
    }
  }

  /**
   * No connection yet.
   *
   * @param memory the setting, in bytes: with the standard 64 MiB there is room for every port of a
   *     host
   */
  ServiceSums(long memory) {
    maxServices = (int) Math.min(Integer.MAX_VALUE, memory / MEMORY_PER_SERVICE);
  }

  /** Sums that go on from others, which stay as they are: counts are copied where they change. */
  ServiceSums(ServiceSums other) {
    maxServices = other.maxServices;
    services.putAll(other.services);
    uncounted = other.uncounted;
  }

  void add(Conclusion connection) {
    Flow server = connection.server().flow;
    Service service =
        new Service(
            connection.protocol(), server.source().host(), server.port(), connection.capture());
    ServiceCounts counts = counts(service);
    if (counts == null) {
      uncounted++;
      return;
    }
    counts.connections++;
    counts.begun.add(connection.outcome(), connection.outcomeBy(), 1);
    End end = connection.end().orElse(null);
    if (end == End.RESET || end == End.IDLE_RESET) {
      counts.countEnd(end, connection.endBy());
    }
  }

  /** Adds the sums of a later half of the capture. */
  void addAll(ServiceSums later) {
    later.services.forEach(this::addAll);
    uncounted += later.uncounted;
  }

  private void addAll(Service service, ServiceCounts more) {
    ServiceCounts counts = counts(service);
    if (counts == null) {
      uncounted += more.connections;
    } else {
      counts.addAll(more);
    }
  }

  /** The counts of a service, null if there is no room for another one. */
  private @Nullable ServiceCounts counts(Service service) {
    ServiceCounts known = services.get(service);
    boolean full = known == null && services.size() >= maxServices;
    if (full || (known != null && known.owner == this)) {
      return known;
    }
    ServiceCounts counts = new ServiceCounts(this);
    if (known != null) {
      counts.addAll(known);
    }
    services.put(service, counts);
    return counts;
  }

  /** How many connections belong to services that there was no room for. */
  long uncounted() {
    return uncounted;
  }

  /** The sums, in the order in which the services were first met. */
  ImmutableList<ServiceSum> list() {
    ImmutableList.Builder<ServiceSum> list = ImmutableList.builderWithExpectedSize(services.size());
    services.forEach((service, counts) -> list.add(sum(service, counts)));
    return list.build();
  }

  private static ServiceSum sum(Service service, ServiceCounts counts) {
    return new ServiceSum(
        service.protocol,
        service.server,
        service.port,
        service.capture,
        counts.connections,
        counts.begun.mostFrequentFirst(
            tally -> new ServiceSum.Begun(tally.what, tally.by, tally.count())),
        counts.ended == null
            ? ImmutableList.of()
            : counts.ended.mostFrequentFirst(
                tally -> new ServiceSum.Ended(tally.what, tally.by, tally.count())));
  }
}
