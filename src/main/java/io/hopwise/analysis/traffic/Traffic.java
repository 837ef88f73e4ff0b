package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.memory.SlotPool;
import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.place.Clock;
import io.hopwise.analysis.place.Place;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Port;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sources and connections of a capture in bounded memory: the least recently seen are forgotten
 * first. All that changes what is remembered goes through here, and rules are given none of it: a
 * capture keeps its traffic to itself.
 *
 * @since 0.1
 */
public final class Traffic {
  /** A device that speaks in fewer names is not one: it may be a cluster of two. */
  private static final int LEAST_PROBED = 3;

  private final RecentMap<String, Source> sources;
  private final RecentMap<ConnectionKey, Connection> connections;
  private final SlotPool slots = new SlotPool();
  private int nextSource;

  /** Nothing yet. */
  public Traffic(Settings settings) {
    // Half of it for the texts of packets that are kept for connections, a quarter for examples.
    this.sources = new RecentMap<>(settings.maxSources(), settings.memory() / 4);
    this.connections = new RecentMap<>(settings.maxConnections(), settings.memory() / 2);
  }

  /** The sources remembered, least recently seen first. */
  public ImmutableList<Source> sources() {
    return sources.inOrder();
  }

  /** The connections remembered, least recently seen first. */
  public ImmutableList<Connection> connections() {
    return connections.inOrder();
  }

  /** How many sources and connections are remembered. */
  public int remembered() {
    return sources.values().size() + connections.values().size();
  }

  /** What came in a host's name at a place; null if nothing is remembered. */
  public @Nullable Source source(String host, Place place) {
    return sources.peek(place.key(host));
  }

  /** The flow that a packet is of, from now on remembered. */
  public Flow flow(PacketFacts facts, Place place) {
    Source from = findOrAdd(facts.src, place);
    Source to = findOrAdd(facts.dst, place);
    ConnectionKey key = ConnectionKey.of(from, facts.srcPort, to, facts.dstPort, facts.protocol);
    Connection connection = findOrAdd(key, from, facts.srcPort, to, facts.dstPort);
    boolean answersItself = from == to && facts.kind == PacketKind.ECHO_REPLY;
    return answersItself ? connection.other : connection.from(from, facts.srcPort);
  }

  private Source findOrAdd(String host, Place place) {
    Source known = sources.see(place.key(host));
    if (known != null) {
      return known;
    }
    Source added = new Source(host, nextSource++, place);
    sources.add(added);
    return added;
  }

  private Connection findOrAdd(
      ConnectionKey key, Source from, @Nullable Port fromPort, Source to, @Nullable Port toPort) {
    Connection known = connections.see(key);
    if (known != null) {
      return known;
    }
    Connection added = new Connection(key, from, fromPort, to, toPort, slots.take());
    connections.add(added);
    return added;
  }

  /**
   * Whether a packet is its connection's first one, printed again with another TTL after the two
   * sides had talked: what follows is the same connection, captured at another place. So it is
   * behind a reset that was printed before as it arrived, and now as it was sent.
   */
  public boolean beginsOnceMore(PacketFacts facts, Flow flow, Clock clock) {
    return flow.connection.beginsOnceMore(facts, flow, clock)
        || SamePacket.isResetWhereItWasMade(facts, flow);
  }

  /**
   * Adds the next packet.
   *
   * @param rewritten whether it is a packet of another flow, with one address rewritten
   */
  public ObservedPacket add(
      PacketFacts facts, Flow flow, boolean rewritten, long record, long nanos) {
    flow.rewritten |= rewritten;
    boolean toMany = flow.source.isGroup || flow.reverse().source.isGroup;
    PacketKind kind = toMany || rewritten ? facts.kind.toMany() : facts.kind;
    ObservedPacket seen = ObservedPacket.of(flow, facts, kind, record, nanos);
    if (KeptTexts.keeps(seen)) {
      keepText(seen, facts);
    }
    if (facts.logged != null) {
      flow.addLogged(facts.logged, seen);
    }
    if (facts.link != null) {
      flow.addLink(seen, facts.link);
    }
    flow.badSums += facts.badSum ? 1 : 0;
    if (seen.isBareAck() && seen.ttl >= 0 && seen.window >= 0 && !flow.levels.has(seen.ttl)) {
      flow.source.isProbed |= flow.source.place.noteAck(seen.ttl, seen.window, flow.source.host);
    }
    remember(seen, flow.connection);
    return seen;
  }

  private void keepText(ObservedPacket seen, PacketFacts facts) {
    KeptTexts.keep(seen, facts);
    long weight = KeptTexts.weight(seen);
    connections.grow(seen.flow.connection, weight);
    if (seen.flow.source.wantsExample(seen)) {
      sources.grow(seen.flow.source, weight);
    }
  }

  private static void remember(ObservedPacket seen, Connection connection) {
    connection.add(seen);
    Source from = seen.flow.source;
    boolean newLevel = seen.ttl >= 0 && !from.levels.has(seen.ttl) && !from.others.has(seen.ttl);
    from.add(seen);
    if (newLevel && seen.kind != PacketKind.RESET) {
      from.place.noteHost(seen.ttl, seen.record, from.host);
    }
    if (seen.isSynAck() && !seen.flow.rewritten) {
      from.addServed(seen.flow);
    }
    if (seen.kind == PacketKind.RESET) {
      from.addReset(connection);
    } else {
      from.place.noteOther(seen.record);
    }
  }

  /** Has a packet point to its text for a while; whether it does not do so anyway. */
  public boolean lendText(ObservedPacket seen, PacketFacts facts) {
    if (seen.ref != null) {
      return false;
    }
    KeptTexts.keep(seen, facts);
    return true;
  }

  /** Ends what {@link #lendText} began. */
  public void takeBackText(ObservedPacket seen) {
    seen.ref = null;
  }

  /** Adds an ICMP error to those of the device that sent it. */
  public void add(IcmpError note) {
    note.error().flow.source.add(note);
  }

  /**
   * Adds an ICMP error to the connection of the packet that it quotes.
   *
   * @return that connection; null if it is not remembered
   */
  public @Nullable Connection addToQuoted(IcmpError.Quoted quoted, IcmpError note) {
    Place place = note.error().flow.source.place;
    Source from = sources.see(place.key(quoted.src()));
    Source to = sources.see(place.key(quoted.dst()));
    if (from == null || to == null) {
      return null;
    }
    Connection connection =
        connections.see(
            ConnectionKey.of(
                from,
                quoted.srcPort().orElse(null),
                to,
                quoted.dstPort().orElse(null),
                quoted.protocol().orElse(-1)));
    if (connection != null) {
      connection.add(note);
    }
    return connection;
  }

  /** Whether something is beyond the bounds. */
  public boolean isFull() {
    return connections.isFull() || sources.isFull();
  }

  /**
   * Forgets what is beyond the bounds.
   *
   * @param forgets is called with each connection before it is forgotten
   * @param forgetsSource is called with each source before it is forgotten
   */
  public void makeRoom(Consumer<Connection> forgets, Consumer<Source> forgetsSource) {
    connections.makeRoom(
        gone -> {
          forgets.accept(gone);
          slots.free(gone.slot());
          gone.one.source.forget(gone);
          gone.other.source.forget(gone);
        });
    sources.makeRoom(
        gone -> {
          forgetsSource.accept(gone);
          if (gone.isProbed) {
            gone.place.forgetProbed(gone.host, gone::isElsewhere);
          }
        });
  }

  /** Appends a connection of a capture's later half. */
  public void append(Connection later, Traffic ofLater, LaterHalf half) {
    Source one = sourceOf(later.one.source, half);
    Source other = sourceOf(later.other.source, half);
    ConnectionKey key =
        ConnectionKey.of(one, later.one.port, other, later.other.port, later.key().protocol);
    Connection whole = findOrAdd(key, one, later.one.port, other, later.other.port);
    Flow from = whole.from(one, later.one.port);
    half.put(later.one, from);
    half.put(later.other, from.reverse());
    whole.append(later, half);
    connections.grow(whole, ofLater.connections.weight(later));
  }

  /**
   * Appends a source of a capture's later half, after all its connections.
   *
   * @return the source of the whole capture
   */
  public Source append(Source later, Traffic ofLater, LaterHalf half) {
    Source whole = sourceOf(later, half);
    whole.append(later, half);
    sources.grow(whole, ofLater.sources.weight(later));
    return whole;
  }

  private Source sourceOf(Source later, LaterHalf half) {
    return findOrAdd(later.host, half.place(later));
  }

  /**
   * The TTLs that a reset in a flow can be held against: none of a flow that is SYNs alone, for
   * floods forge them; and as with {@link #baseline(Source)}.
   */
  public TtlCounts baseline(Flow flow) {
    return flow.levels.thatMeasure(level -> !flow.isOpen() && !isProbe(level, flow.source.place));
  }

  /**
   * The TTLs that a reset in a source's name can be held against: without SYNs that it sent nothing
   * behind in their flow, for floods forge them; without what somebody sends in several names to
   * see whether their connections live; and without distances of 30 routers and more, for DHCP,
   * SSDP and programs set such TTLs.
   */
  public TtlCounts baseline(Source source) {
    return source.answering().thatMeasure(level -> !isProbe(level, source.place));
  }

  /**
   * As {@link #baseline(Source)}, without TTLs that were seen only more than an hour before the
   * packet or behind it: routes do not stay for ever.
   */
  public TtlCounts baseline(Source source, ObservedPacket held) {
    return baseline(source).thatMeasure(level -> level.isNear(held.nanos));
  }

  /** The TTLs of the other flows that a flow's source serves on the same port. */
  public TtlCounts serviceBaseline(Flow but) {
    TtlCounts sum = new TtlCounts();
    for (Flow flow : but.source.served) {
      if (flow != but && flow.isFrom(but.port)) {
        sum.addAll(baseline(flow));
      }
    }
    return sum;
  }

  /**
   * Whether packets of one TTL are those of a device that asks for connections in the names of
   * their hosts.
   */
  private boolean isProbe(TtlCount level, Place place) {
    if (level.probeWindow < 0) {
      return false;
    }
    return !probed(new Place.AckKind(level.ttl, level.probeWindow), place).isEmpty();
  }

  /**
   * The hosts in whose names a device asks for connections, none if it is none: ACKs without data
   * and with one window, which came in at least three names whose hosts themselves are at another
   * distance.
   */
  public ImmutableList<String> probed(Place.AckKind acks, Place place) {
    ImmutableList.Builder<String> found = ImmutableList.builder();
    int count = 0;
    for (Map.Entry<String, Boolean> name : place.hostsOf(acks).entrySet()) {
      Source source = source(name.getKey(), place);
      if (name.getValue() || (source != null && source.isElsewhere(acks.ttl()))) {
        found.add(name.getKey());
        count++;
      }
    }
    return count >= LEAST_PROBED ? found.build() : ImmutableList.of();
  }
}
