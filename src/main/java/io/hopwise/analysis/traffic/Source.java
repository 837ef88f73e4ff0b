package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.memory.TtlSpread;
import io.hopwise.analysis.observation.GroupAddress;
import io.hopwise.analysis.observation.InOrOut;
import io.hopwise.analysis.observation.MaskedHost;
import io.hopwise.analysis.observation.Tunnels;
import io.hopwise.analysis.place.Place;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source address: what arrived in its name, and with which TTLs.
 *
 * @since 0.1
 */
public final class Source extends RecentMap.Seen<String> {
  /** More different TTLs than this are not the work of one stack on one path. */
  public static final int MANY = TtlSpread.MANY;

  /** If fewer than one in this many packets is a copy, copies are an accident, or forged. */
  private static final int COPIES_ARE_FEW = 20;

  private static final int MAX_SERVED = 64;
  private static final int MAX_WAITING = 16;

  final String host;
  final int number;
  final Place place;
  final boolean isGroup;
  final TtlCounts levels = new TtlCounts();
  final TtlCounts others = new TtlCounts();
  private final TtlSpread spread = new TtlSpread();

  final Set<Flow> served = new LinkedHashSet<>();

  /** The last connections that it reset: what else it sends may change what they show. */
  final Set<Connection> resetConnections = new LinkedHashSet<>();

  /** Its ICMP errors, once there are any. */
  private @Nullable SentErrors sentErrors;

  private final OpenSyns openSyns = new OpenSyns();

  long firstRecord;

  private long growths;

  /** As {@code growths}, since a finding about one of the connections was announced. */
  private long watchedGrowths;

  long packets;
  private long withoutTtl;
  boolean cameIn;
  boolean wentOut;

  /** Whether its place remembers an ACK in its name, which somebody else may have sent. */
  boolean isProbed;

  /** How many of the packets of a baseline are others of it, printed again. */
  long printedAgain;

  /** How many of its packets came once more with a lower TTL. */
  long copies;

  /** How many flows it sent a SYN without ACK in. */
  long asked;

  /** How many of its flows have a packet that routers send in a circle. */
  long loops;

  Source(String host, int number, Place place) {
    this.host = host;
    this.number = number;
    this.place = place;
    this.isGroup = GroupAddress.is(Tunnels.address(host));
  }

  /** Whether it is a group, multicast or broadcast, as far as the address tells. */
  public boolean isGroup() {
    return isGroup;
  }

  /** Whether the name was masked, so that different hosts may have the same: {@code 10.0.0.x}. */
  public boolean mayBeSeveralHosts() {
    return MaskedHost.is(host);
  }

  @Override
  String key() {
    return place.key(host);
  }

  /** Where what is remembered of it was captured. */
  public Place place() {
    return place;
  }

  /** What a finding about it is about: the host, and the capture if there are several. */
  public String cause() {
    return place.number() == 0 ? host : host + " in capture " + (place.number() + 1);
  }

  /** The address or name as printed, followed by the tunnel it was seen in, if it was in one. */
  public String host() {
    return host;
  }

  /** The address or name alone, as printed. */
  public String address() {
    return Tunnels.address(host);
  }

  /** The record of the first packet in its name, if there is one. */
  public OptionalLong firstRecord() {
    return firstRecord == 0 ? OptionalLong.empty() : OptionalLong.of(firstRecord);
  }

  /** The TTLs that measure a distance, without those of SYNs that it sent nothing after. */
  TtlCounts answering() {
    return levels.thatMeasure(level -> level.counted() > openSyns.number(level.ttl));
  }

  /** Whether it sent from a distance at least two routers off that of a TTL. */
  boolean isElsewhere(int ttl) {
    return levels.haveAnother(ttl) || others.haveAnother(ttl);
  }

  /** The flow that these packets are of turns out to be one that it answers in. */
  void answersIn(TtlCounts syns) {
    openSyns.takeOff(syns);
  }

  void addOpen(ObservedPacket syn) {
    openSyns.add(syn);
  }

  /**
   * The SYN in its name that a bare reset answers for: the reset has the number that the answer to
   * the SYN acknowledged, so the host itself knew nothing of it.
   */
  @Nullable ObservedPacket disowned(ObservedPacket reset) {
    return openSyns.disowned(reset);
  }

  /** How many packets came in its name, of all kinds. */
  public long packets() {
    return packets;
  }

  /** The TTLs of the packets that make up a baseline. */
  public TtlCounts levels() {
    return levels;
  }

  /** The ICMP errors that it sent. */
  public SentErrors sentErrors() {
    return sentErrors == null ? SentErrors.NONE : sentErrors;
  }

  /** Whether the capture says that it was taken on this host: its packets go out and never in. */
  public boolean isCapturingHost() {
    return wentOut && !cameIn && !levels.areBeyondThisLink();
  }

  /** Whether the capture was taken on this host, or a packet of it came with a full TTL. */
  public boolean isOnThisLink() {
    return isCapturingHost() || (!levels.isEmpty() && levels.nearest() == 0);
  }

  /** Whether two of its packets can be compared with one another. */
  public boolean isComparable() {
    return levels.count() - printedAgain >= 2;
  }

  /** How many different TTLs it sent with, resets and ICMP errors left out. */
  public int spread() {
    return spread.distinct();
  }

  /**
   * Whether it has too many TTLs to have a baseline. What others send in its name, floods of
   * answers and resets, cannot make it so: of a source that opens connections only its SYNs count.
   *
   * <p>Of hosts that a censor forged packets of, the SYNs have at most 2 TTLs, of scanners and
   * spoofed floods 11 to 24.
   */
  public boolean hasManyTtls() {
    return spread.isWide();
  }

  /** How many connections it asked for. */
  public long asked() {
    return asked;
  }

  /** Whether routers send packets of it in a circle. */
  public boolean isInLoop() {
    return loops > 0;
  }

  /** How many of its packets were seen once more with a lower TTL. */
  public long copies() {
    return copies;
  }

  /**
   * Whether its packets were seen on both sides of a router: at least two of them, and one in
   * twenty, came once more with a lower TTL. Only the last packets of a connection are compared, so
   * that of a capture in which every packet stands twice one in sixteen was found. Whoever sends
   * that many packets in its name, each twice, makes it so.
   */
  public boolean isSeenTwice() {
    return copies >= 2 && copies * COPIES_ARE_FEW >= packets;
  }

  /** Whether it sends as traceroute does: TTL 1, 2, 3 … or many small ones. */
  public boolean sendsLikeTraceroute() {
    return spread.isOfTraceroute();
  }

  /** The flows that it answered a handshake in, as far as they are remembered. */
  public ImmutableSet<Flow> served() {
    return ImmutableSet.copyOf(served);
  }

  /** Whether it is known to have reset connections. */
  public boolean hasResetConnections() {
    return !resetConnections.isEmpty();
  }

  /** Notes a packet that came after it reset connections, and says how many there were. */
  public long countGrowth() {
    return ++growths;
  }

  /** As {@link #countGrowth}, since a finding about one of the connections was announced. */
  public long countWatchedGrowth() {
    return ++watchedGrowths;
  }

  /** A finding about one of its connections was announced. */
  void watchClosely() {
    watchedGrowths = 0;
  }

  /** Whether it sent packets, and no TTL of them was printed. */
  public boolean isWithoutTtl() {
    return withoutTtl == packets;
  }

  /** The TTLs of the packets that make up no baseline, such as resets. */
  public TtlCounts otherLevels() {
    return others;
  }

  /** The last connections that it reset. */
  public ImmutableSet<Connection> resetConnections() {
    return ImmutableSet.copyOf(resetConnections);
  }

  /** Whether a packet of it came in from another machine, as far as the capture says. */
  public boolean hasComeIn() {
    return cameIn;
  }

  /** How many resets it sent with this TTL. */
  public long resets(int ttl) {
    TtlCount level = others.get(ttl);
    return level == null ? 0 : level.count(PacketKind.RESET);
  }

  /** Whether no other packet of it than resets had this TTL. */
  public boolean onlyResets(int ttl) {
    TtlCount level = others.get(ttl);
    return !levels.has(ttl) && level != null && level.all() == level.count(PacketKind.RESET);
  }

  /** All levels as data, those that are in no baseline included. */
  public ImmutableList<TtlLevel> allLevels() {
    TreeMap<Integer, TtlLevel> all = new TreeMap<>();
    levels.all.forEach(level -> all.put(level.ttl, level.toLevel(false)));
    others.all.forEach(level -> all.merge(level.ttl, level.toLevel(false), TtlLevel::plus));
    return ImmutableList.copyOf(all.values());
  }

  void add(ObservedPacket seen) {
    packets++;
    firstRecord = firstRecord == 0 ? seen.record : firstRecord;
    cameIn |= seen.direction == InOrOut.IN;
    wentOut |= seen.direction == InOrOut.OUT;
    if (seen.ttl < 0) {
      withoutTtl++;
      return;
    }
    boolean judged = seen.kind == PacketKind.RESET || seen.kind == PacketKind.ICMP_ERROR;
    if (!judged) {
      spread.add(seen.ttl, seen.isPureSyn());
    }
    (seen.kind.counts() ? levels : others).getOrAdd(seen.ttl).add(seen);
  }

  /** Whether the packet is among the first of its TTL that this source sends. */
  boolean wantsExample(ObservedPacket seen) {
    if (seen.ttl < 0) {
      return false;
    }
    TtlCount level = (seen.kind.counts() ? levels : others).get(seen.ttl);
    return level == null || level.examples.size() < TtlCount.MAX_EXAMPLES;
  }

  void add(IcmpError note) {
    ownErrors().add(note, host);
  }

  private SentErrors ownErrors() {
    SentErrors known = sentErrors;
    if (known == null) {
      known = new SentErrors();
      sentErrors = known;
    }
    return known;
  }

  void addServed(Flow flow) {
    if (served.size() < MAX_SERVED) {
      served.add(flow);
      flow.isServed = true;
    }
  }

  void addReset(Connection connection) {
    if (resetConnections.add(connection) && resetConnections.size() > MAX_WAITING) {
      resetConnections.remove(resetConnections.iterator().next());
    }
  }

  void forget(Connection connection) {
    for (Flow flow : connection.flows()) {
      if (flow.isServed) {
        served.remove(flow);
      }
      if (!flow.resets.isEmpty()) {
        resetConnections.remove(connection);
      }
    }
  }

  /** Appends what came in the same name in the later half. */
  void append(Source later, LaterHalf half) {
    long nanos = half.nanos(later);
    firstRecord = half.first(firstRecord, later.firstRecord);
    packets += later.packets;
    withoutTtl += later.withoutTtl;
    cameIn |= later.cameIn;
    wentOut |= later.wentOut;
    isProbed |= later.isProbed;
    printedAgain += later.printedAgain;
    copies += later.copies;
    loops += later.loops;
    asked += later.asked;
    openSyns.append(later.openSyns, half);
    spread.addAll(later.spread);
    levels.append(later.levels, half, nanos);
    others.append(later.others, half, nanos);
    SentErrors theirs = later.sentErrors;
    if (theirs != null) {
      ownErrors().append(theirs, half, nanos);
    }
    for (Flow flow : later.served) {
      Flow whole = half.flow(flow);
      if (whole != null) {
        addServed(whole);
      }
    }
    for (Connection connection : later.resetConnections) {
      Flow whole = half.flow(connection.one);
      if (whole != null) {
        addReset(whole.connection);
      }
    }
  }
}
