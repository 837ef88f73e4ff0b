package io.hopwise.analysis.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.packet.Port;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers the {@link Facts} of a finding from its packets, in bounded memory.
 *
 * @since 0.1
 */
public final class FactCollector {
  /** The most senders, receivers and connections of a finding that are counted one by one. */
  private static final int MOST = 1024;

  private final Distinct<String> senders = new Distinct<>();
  private final Distinct<String> receivers = new Distinct<>();
  private final Distinct<Ends> connections = new Distinct<>();
  private final PortFacts senderPorts = new PortFacts();
  private final PortFacts receiverPorts = new PortFacts();
  private final TreeSet<Integer> protocols = new TreeSet<>();

  /** How many packets came from the side that asked for their connection, and from the other. */
  private long fromClient;

  private long fromServer;

  /** Values, each once. */
  private static final class Distinct<T> {
    private final Set<T> all = new HashSet<>();
    private boolean complete = true;

    void add(T value) {
      if (all.size() < MOST) {
        all.add(value);
      } else {
        complete &= all.contains(value);
      }
    }

    void addAll(Distinct<T> others) {
      others.all.forEach(this::add);
      complete &= others.complete;
    }

    DistinctValues<T> several(Comparator<? super T> order) {
      return new DistinctValues<>(first(all, order), all.size(), complete);
    }
  }

  /**
   * PortFacts, each once; of those with a number all take a bit, and the lowest are kept as
   * printed.
   */
  private static final class PortFacts {
    private final BitSet numbers = new BitSet(0);
    private final TreeMap<Integer, Port> lowest = new TreeMap<>();
    private final Distinct<String> names = new Distinct<>();

    void add(Port port) {
      port.number().ifPresentOrElse(n -> add(n, port), () -> names.add(port.toString()));
    }

    private void add(int number, Port port) {
      numbers.set(number);
      lowest.putIfAbsent(number, port);
      if (lowest.size() > DistinctValues.KEPT) {
        lowest.pollLastEntry();
      }
    }

    void addAll(PortFacts others) {
      numbers.or(others.numbers);
      others.lowest.forEach(this::add);
      names.addAll(others.names);
    }

    DistinctValues<Port> several() {
      ImmutableList.Builder<Port> values = ImmutableList.builder();
      values.addAll(lowest.values());
      int left = DistinctValues.KEPT - lowest.size();
      first(names.all, Comparator.naturalOrder()).stream()
          .limit(left)
          .map(Port::named)
          .forEach(values::add);
      long count = (long) numbers.cardinality() + names.all.size();
      return new DistinctValues<>(values.build(), count, names.complete);
    }
  }

  private static <T> ImmutableList<T> first(Collection<T> all, Comparator<? super T> order) {
    return all.stream()
        .sorted(order)
        .limit(DistinctValues.KEPT)
        .collect(ImmutableList.toImmutableList());
  }

  /** Adds a packet. */
  public void add(ObservedPacket seen) {
    Flow flow = seen.flow();
    Flow back = flow.reverse();
    fromClient += flow.pureSyns() > 0 ? 1 : 0;
    fromServer += back.pureSyns() > 0 ? 1 : 0;
    Connection connection = flow.connection();
    senders.add(flow.source().host());
    receivers.add(back.source().host());
    flow.port().ifPresent(senderPorts::add);
    back.port().ifPresent(receiverPorts::add);
    connection.protocol().ifPresent(protocols::add);
    connections.add(
        new Ends(
            flow.source().host(),
            flow.port(),
            back.source().host(),
            back.port(),
            connection.protocol()));
  }

  /** Adds the packets of another one. */
  public void addAll(FactCollector others) {
    fromClient += others.fromClient;
    fromServer += others.fromServer;
    senders.addAll(others.senders);
    receivers.addAll(others.receivers);
    connections.addAll(others.connections);
    senderPorts.addAll(others.senderPorts);
    receiverPorts.addAll(others.receiverPorts);
    protocols.addAll(others.protocols);
  }

  /** The facts of all packets; the records are those of the first ones. */
  public Facts facts(Collection<Long> records, long count) {
    return new Facts(
        senders.several(NaturalOrder.OF_TEXTS),
        receivers.several(NaturalOrder.OF_TEXTS),
        ImmutableSortedSet.copyOf(protocols),
        senderPorts.several(),
        receiverPorts.several(),
        servicePorts(senderPorts.several(), receiverPorts.several()),
        connections.several(FactCollector::compare),
        new DistinctValues<>(ImmutableList.copyOf(records), count, true));
  }

  private DistinctValues<Port> servicePorts(
      DistinctValues<Port> ofSender, DistinctValues<Port> ofReceiver) {
    if (ofSender.count() == 0 || ofReceiver.count() == 0) {
      return ofSender.count() == 0 ? ofReceiver : ofSender;
    }
    if (fromClient != fromServer) {
      return fromClient > fromServer ? ofReceiver : ofSender;
    }
    if (ofSender.count() != ofReceiver.count()) {
      return ofSender.count() < ofReceiver.count() ? ofSender : ofReceiver;
    }
    return number(ofReceiver) < number(ofSender) ? ofReceiver : ofSender;
  }

  private static int number(DistinctValues<Port> ports) {
    return ports.values().get(0).number().orElse(0);
  }

  private static int compare(Ends one, Ends other) {
    return NaturalOrder.OF_TEXTS.compare(text(one), text(other));
  }

  private static String text(Ends ends) {
    return ends.sender()
        + ' '
        + ends.senderPort().map(Port::toString).orElse("")
        + ' '
        + ends.receiver()
        + ' '
        + ends.receiverPort().map(Port::toString).orElse("")
        + ' '
        + ends.protocol().orElse(-1);
  }
}
