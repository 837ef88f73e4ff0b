package io.hopwise.connections;

import com.google.common.collect.ImmutableList;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.Port;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts connections by service, in bounded memory. */
final class ServiceSums {
  /** A scan of every port of a host, and some more. */
  private static final int MAX_SERVICES = 1 << 17;

  private static final int MAX_KINDS = 16;

  private final Map<Service, Counts> services = new LinkedHashMap<>();
  private long uncounted;

  private record Service(Protocol protocol, String server, Optional<Port> port, int capture) {}

  private record Kind<T>(T what, Optional<Actor> by) {}

  /** The connections of one service. */
  private static final class Counts {
    private long connections;
    private final Map<Kind<Outcome>, Long> begun = new LinkedHashMap<>(2);
    private final Map<Kind<End>, Long> ended = new LinkedHashMap<>(0);

    Counts() {}

    Counts(Counts other) {
      connections = other.connections;
      begun.putAll(other.begun);
      ended.putAll(other.ended);
    }
  }

  ServiceSums() {}

  /** Sums that go on from others, which stay as they are. */
  ServiceSums(ServiceSums other) {
    other.services.forEach((service, counts) -> services.put(service, new Counts(counts)));
    uncounted = other.uncounted;
  }

  void add(ConnectionSummary connection) {
    ConnectionSummary.Side server = connection.server();
    Service service =
        new Service(connection.protocol(), server.host(), server.port(), connection.capture());
    Counts known = services.get(service);
    if (known == null) {
      if (services.size() >= MAX_SERVICES) {
        uncounted++;
        return;
      }
      known = new Counts();
      services.put(service, known);
    }
    Counts counts = known;
    counts.connections++;
    count(counts.begun, connection.outcome(), connection.outcomeBy());
    connection
        .end()
        .filter(end -> end == End.RESET || end == End.IDLE_RESET)
        .ifPresent(end -> count(counts.ended, end, connection.endBy()));
  }

  private static <T> void count(Map<Kind<T>, Long> counts, T what, Optional<Actor> by) {
    Kind<T> kind = new Kind<>(what, by);
    boolean known = counts.containsKey(kind) || counts.size() < MAX_KINDS;
    counts.merge(known ? kind : new Kind<>(what, Optional.empty()), 1L, Long::sum);
  }

  /** Adds the sums of a later half of the capture. */
  void addAll(ServiceSums later) {
    later.services.forEach(
        (service, more) -> {
          Counts counts = services.computeIfAbsent(service, any -> new Counts());
          counts.connections += more.connections;
          more.begun.forEach((kind, count) -> counts.begun.merge(kind, count, Long::sum));
          more.ended.forEach((kind, count) -> counts.ended.merge(kind, count, Long::sum));
        });
    uncounted += later.uncounted;
  }

  /** How many connections belong to services that there was no room for. */
  long uncounted() {
    return uncounted;
  }

  /** The sums, in the order in which the services were first met. */
  ImmutableList<ServiceSum> list() {
    return services.entrySet().stream()
        .map(entry -> sum(entry.getKey(), entry.getValue()))
        .collect(ImmutableList.toImmutableList());
  }

  private static ServiceSum sum(Service service, Counts counts) {
    return new ServiceSum(
        service.protocol,
        service.server,
        service.port,
        service.capture,
        counts.connections,
        counts.begun.entrySet().stream()
            .map(e -> new ServiceSum.Begun(e.getKey().what, e.getKey().by, e.getValue()))
            .sorted(Comparator.comparingLong(ServiceSum.Begun::count).reversed())
            .collect(ImmutableList.toImmutableList()),
        counts.ended.entrySet().stream()
            .map(e -> new ServiceSum.Ended(e.getKey().what, e.getKey().by, e.getValue()))
            .sorted(Comparator.comparingLong(ServiceSum.Ended::count).reversed())
            .collect(ImmutableList.toImmutableList()));
  }
}
