package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.analysis.facts.DistinctValues;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.connections.ConnectionFilter;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.ConnectionSummary.Protocol;
import io.hopwise.packet.Port;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a finding is about the port and the host that were asked about. */
final class Relevance {
  /** Rules that speak of other ports because this one was asked about. */
  private static final ImmutableSet<String> ANSWERING = ImmutableSet.of("https-only");

  private static final int TCP = 6;

  private Relevance() {}

  /** What is asked about. */
  static ConnectionFilter filter(Settings settings, OptionalInt port) {
    Optional<Protocol> protocol =
        settings.protocol().isPresent()
            ? Optional.of(settings.protocol().getAsInt() == TCP ? Protocol.TCP : Protocol.UDP)
            : Optional.empty();
    return new ConnectionFilter(settings.host(), port, protocol);
  }

  /**
   * The sources that have to do with it: the two sides of the connections asked about, who answered
   * for one, and those that a finding names.
   *
   * @param unlisted hosts of connections asked about that the report does not list one by one
   */
  static ImmutableList<Report.SourceRow> sources(Report report, Set<String> unlisted) {
    Set<String> hosts = new HashSet<>(unlisted);
    for (ConnectionSummary connection : report.connections().connections()) {
      hosts.add(connection.client().host());
      hosts.add(connection.server().host());
      connection.outcomeBy().ifPresent(by -> hosts.add(by.host()));
      connection.endBy().ifPresent(by -> hosts.add(by.host()));
    }
    for (Finding finding : report.findings()) {
      hosts.add(finding.claim());
      hosts(finding.facts()).forEach(hosts::add);
      hosts.addAll(finding.suspects());
    }
    return report.sources().stream()
        .filter(row -> hosts.contains(row.host()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether it is, or about no port and host in particular. */
  static boolean isRelevant(Finding finding, FindingBuilder draft, Settings settings) {
    if (settings.port().isPresent() && !mayAsk(draft, settings.port())) {
      return false;
    }
    Facts facts = finding.facts();
    boolean ofPort =
        ANSWERING.contains(finding.rule())
            || settings.port().isEmpty()
            || isOpen(facts.senderPorts(), facts.receiverPorts())
            || ports(facts).anyMatch(port -> port.is(settings.port().getAsInt()));
    boolean ofHost =
        settings.host().isEmpty()
            || isOpen(facts.senders(), facts.receivers())
            || finding.claim().equals(settings.host().get())
            || draft.names(FindingBuilder.ASKED_HOSTS).contains(settings.host().get())
            || hosts(facts).anyMatch(settings.host().get()::equals);
    return ofPort && ofHost;
  }

  /** Whether one of the ICMP errors of a finding, if it is about any, may be about this port. */
  private static boolean mayAsk(FindingBuilder draft, OptionalInt port) {
    ImmutableSortedSet<String> ports = draft.names(FindingBuilder.ASKED_PORTS);
    return ports.isEmpty()
        || ports.size() >= FindingBuilder.MAX_NAMES
        || ports.contains("" + port)
        || ports.contains("" + OptionalInt.empty());
  }

  private static Stream<Port> ports(Facts facts) {
    return Stream.of(facts.senderPorts(), facts.receiverPorts())
        .flatMap(several -> several.values().stream());
  }

  private static Stream<String> hosts(Facts facts) {
    return Stream.of(facts.senders(), facts.receivers())
        .flatMap(several -> several.values().stream());
  }

  /** Whether nothing is known of either side, or not all of it. */
  private static boolean isOpen(DistinctValues<?> one, DistinctValues<?> other) {
    List<DistinctValues<?>> both = List.of(one, other);
    boolean none = one.count() == 0 && other.count() == 0;
    return none
        || both.stream()
            .anyMatch(several -> !several.complete() || several.count() > several.values().size());
  }
}
