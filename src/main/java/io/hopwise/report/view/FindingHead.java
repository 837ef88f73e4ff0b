package io.hopwise.report.view;

import io.hopwise.analysis.Finding;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.facts.DistinctValues;
import io.hopwise.analysis.facts.Facts;
import io.hopwise.packet.Port;
import io.hopwise.text.English;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What a finding is about, in a few words: who sent to whom, which ports, how many packets. */
public final class FindingHead {
  private static final int PORTS_NAMED = 4;

  private FindingHead() {}

  /**
   * {@code 192.0.2.10 > 198.51.100.20 ports 22 and 2222, 3 packets}; the claim if the finding has
   * no packets; empty if there is neither.
   */
  public static String of(Finding finding) {
    String ends = ends(finding);
    String count = finding.count() == 0 ? "" : English.count(finding.count(), "packet", "packets");
    return ends.isEmpty() || count.isEmpty() ? ends + count : ends + ", " + count;
  }

  private static String ends(Finding finding) {
    Facts facts = finding.facts();
    if (facts.receivers().count() == 0) {
      return finding.claim();
    }
    return hosts(facts.senders()) + " > " + hosts(facts.receivers()) + ports(facts.servicePorts());
  }

  private static String hosts(DistinctValues<String> hosts) {
    return hosts.isOne() ? hosts.values().get(0) : number(hosts) + " hosts";
  }

  /** {@code port 22}, {@code ports 22 and 2222}, with a space before; empty where none is. */
  static String ports(DistinctValues<Port> ports) {
    if (ports.count() == 0) {
      return "";
    }
    if (ports.count() > PORTS_NAMED) {
      return " " + number(ports) + " ports";
    }
    List<String> names = ports.values().stream().map(Port::toString).toList();
    return (ports.isOne() ? " port " : " ports ") + English.and(names);
  }

  /**
   * The ports that the packets of a finding with this TTL were about: {@code :22, :2222}; empty
   * where there are none or many, or where it is not known which of them these packets were about.
   */
  static String briefPorts(Finding finding, TtlLevel level) {
    DistinctValues<Port> ports = finding.facts().servicePorts();
    if (ports.count() == 0 || ports.count() > PORTS_NAMED) {
      return "";
    }
    List<Port> shown = ports.isOne() ? ports.values() : portsOf(finding, level);
    return shown.stream().map(port -> ":" + port).collect(Collectors.joining(", "));
  }

  private static List<Port> portsOf(Finding finding, TtlLevel level) {
    DistinctValues<Port> ports = finding.facts().servicePorts();
    if (finding.observed().size() == 1) {
      return ports.values();
    }
    List<Ends> ends =
        finding.packets().stream()
            .filter(packet -> packet.ttl().equals(OptionalInt.of(level.ttl())))
            .map(PacketRef::ends)
            .toList();
    if (ends.size() != level.count()) {
      return List.of();
    }
    return ports.values().stream()
        .filter(port -> ends.stream().anyMatch(packet -> isOf(packet, port)))
        .toList();
  }

  private static boolean isOf(Ends packet, Port port) {
    Optional<Port> wanted = Optional.of(port);
    return packet.senderPort().equals(wanted) || packet.receiverPort().equals(wanted);
  }

  private static String number(DistinctValues<?> several) {
    return (several.complete() ? "" : "at least ") + English.number(several.count());
  }
}
