package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.TtlLevel;
import io.hopwise.analysis.observation.Direction;
import io.hopwise.analysis.observation.MaskedHost;
import io.hopwise.analysis.observation.Tunnels;
import io.hopwise.analysis.place.Place;
import io.hopwise.packet.TcpFlags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  public static final int MANY = 8;

  /** Fewer copies than one in so many packets are an accident, or somebody else's. */
  private static final int COPIES_ARE_FEW = 20;

  private static final int MAX_SERVED = 64;
  private static final int MAX_WAITING = 16;
  private static final int MAX_OPEN = 4;
  static final int MAX_ERRORS = 4;
  private static final int TRACEROUTE_TTL = 32;

  final String host;
  final int number;
  final Place place;
  final boolean isGroup;
  public final TtlCounts levels = new TtlCounts();
  public final TtlCounts others = new TtlCounts();
  final TtlCounts errorsAboutItself = new TtlCounts();
  final BitSet spread = new BitSet();

  /** The TTLs of its SYNs without ACK. */
  final BitSet synSpread = new BitSet();

  final Set<Flow> served = new LinkedHashSet<>();

  /** The last connections that it reset: what else it sends may change what they show. */
  public final Set<Connection> waiting = new LinkedHashSet<>();

  final List<IcmpError> errors = new ArrayList<>(0);

  /** Its ICMP errors by what they say of what. */
  final Map<IcmpError.Kind, IcmpErrors> errorKinds = new LinkedHashMap<>(0);

  long firstRecord;

  /** How often it grew while connections waited. */
  public long growths;

  /** As {@link #growths}, since one of them was told to show something. */
  public long watched;

  public long packets;
  public long withoutTtl;
  long errorCount;
  boolean cameIn;
  boolean wentOut;

  /** How many of the packets of a baseline are others of it, printed again. */
  long printedAgain;

  /** How many of its packets came once more with a lower TTL. */
  long copies;

  /** How many flows it sent a SYN without ACK in. */
  long asked;

  /** How many of its flows have a packet that routers send in a circle. */
  long loops;

  /** By TTL, how many of its packets are SYNs of flows in which it sent nothing more (yet). */
  final Map<Integer, Long> openSyns = new HashMap<>(0);

  /** The last of those SYNs. */
  final ArrayDeque<ObservedPacket> lastSyns = new ArrayDeque<>(0);

  Source(String host, int number, Place place) {
    this.host = host;
    this.number = number;
    this.place = place;
    this.isGroup = isGroupAddress(Tunnels.address(host));
  }

  // A directed broadcast cannot be told from a host's address; .255 nearly always is one. Names
  // and masked addresses are hosts.
  private static boolean isGroupAddress(String host) {
    if (host.indexOf(':') >= 0) {
      return host.startsWith("ff") || host.startsWith("FF");
    }
    int dot = host.indexOf('.');
    boolean multicast = dot == 3 && host.compareTo("224.") >= 0 && host.compareTo("240.") < 0;
    return multicast || host.endsWith(".255");
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
    return place.number == 0 ? host : host + " in capture " + (place.number + 1);
  }

  /** The address or name as printed, and behind it the tunnel it was seen in, if it was. */
  public String host() {
    return host;
  }

  /** The address or name alone, as printed. */
  public String address() {
    return Tunnels.address(host);
  }

  /** The record of the first packet in its name, 0 if there is none. */
  public long firstRecord() {
    return firstRecord;
  }

  /**
   * The TTLs that a reset in its name can be held against: without SYNs that it sent nothing behind
   * in their flow, for floods forge them; without what somebody sends in several names to see
   * whether their connections live; and without distances of 30 routers and more, for DHCP, SSDP
   * and programs set such TTLs.
   */
  public TtlCounts baseline(ObservedCapture capture) {
    return levels.thatMeasure(
        level ->
            level.counted() > openSyns.getOrDefault(level.ttl, 0L)
                && !capture.isProbe(level, place));
  }

  /**
   * As {@link #baseline(ObservedCapture)}, without TTLs that were seen only more than an hour
   * before the packet or behind it: routes do not stay for ever.
   */
  public TtlCounts baseline(ObservedCapture capture, ObservedPacket held) {
    return baseline(capture).thatMeasure(level -> level.isNear(held.nanos));
  }

  /** Whether it sent from a distance at least two routers off that of a TTL. */
  boolean isElsewhere(int ttl) {
    return isFar(levels, ttl) || isFar(others, ttl);
  }

  private static boolean isFar(TtlCounts counts, int ttl) {
    HopSet here = HopSet.of(ttl);
    for (TtlCount level : counts.all) {
      int gap = HopSet.of(level.ttl).gap(here);
      if (gap >= 2 && gap < HopSet.UNKNOWN_GAP) {
        return true;
      }
    }
    return false;
  }

  /** The flow that these packets are of turns out to be one that it answers in. */
  void redeem(TtlCounts syns) {
    for (TtlCount level : syns.all) {
      openSyns.merge(level.ttl, -level.counted(), Long::sum);
    }
  }

  void addOpen(ObservedPacket syn) {
    if (syn.ttl >= 0) {
      openSyns.merge((int) syn.ttl, 1L, Long::sum);
    }
    keepOpen(syn);
  }

  void keepOpen(ObservedPacket syn) {
    lastSyns.add(syn);
    if (lastSyns.size() > MAX_OPEN) {
      lastSyns.remove();
    }
  }

  /**
   * The SYN in its name that a bare reset answers for: the reset has the number that the answer to
   * the SYN acknowledged, so the host itself knew nothing of it.
   */
  @Nullable ObservedPacket disowned(ObservedPacket reset) {
    boolean bare = reset.seq > 0 && !reset.has(TcpFlags.ACK);
    for (ObservedPacket syn : lastSyns) {
      boolean answers = syn.seq >= 0 && ((syn.seq + 1) & 0xffffffffL) == reset.seq;
      if (bare && answers && syn.flow.afterSyn == 0) {
        return syn;
      }
    }
    return null;
  }

  /** How many packets came in its name, of all kinds. */
  public long packets() {
    return packets;
  }

  /** The TTLs of the packets that make up a baseline. */
  public TtlCounts levels() {
    return levels;
  }

  /** The TTLs of its ICMP errors about packets to itself. */
  public TtlCounts errorsAboutItself() {
    return errorsAboutItself;
  }

  /** Its first ICMP errors. */
  public ImmutableList<IcmpError> errors() {
    return ImmutableList.copyOf(errors);
  }

  /** Its ICMP errors by what they say of what, the first few kinds. */
  public ImmutableList<IcmpErrors> errorKinds() {
    return ImmutableList.copyOf(errorKinds.values());
  }

  void add(IcmpError.Kind kind, IcmpError note, long count) {
    IcmpErrors known = errorKinds.get(kind);
    if (known != null || errorKinds.size() < MAX_WAITING) {
      errorKinds.put(
          kind,
          known == null
              ? new IcmpErrors(note, count)
              : new IcmpErrors(known.first(), known.count() + count));
    }
  }

  /** How many ICMP errors it sent. */
  public long errorCount() {
    return errorCount;
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
    return spread.cardinality();
  }

  /**
   * Whether it has too many TTLs to have a baseline. What others send in its name, floods of
   * answers and resets, cannot make it so: of a source that opens connections only its SYNs count.
   *
   * <p>Of hosts that a censor forged packets of, the SYNs have at most 2 TTLs, of scanners and
   * spoofed floods 11 to 24.
   */
  public boolean hasManyTtls() {
    return (synSpread.isEmpty() ? spread : synSpread).cardinality() > MANY;
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
    int small = spread.get(0, TRACEROUTE_TTL + 1).cardinality();
    boolean counting = spread.get(1) && spread.get(2) && spread.get(3);
    return small >= 4 && (counting || spread.cardinality() >= 8);
  }

  /** The flows that it answered a handshake in, as far as they are remembered. */
  public ImmutableSet<Flow> served() {
    return ImmutableSet.copyOf(served);
  }

  /** The last connections that it reset. */
  public ImmutableSet<Connection> waiting() {
    return ImmutableSet.copyOf(waiting);
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

  /** The TTLs of its other flows of the same port. */
  public TtlCounts serviceLevels(Flow but, ObservedCapture capture) {
    TtlCounts sum = new TtlCounts();
    for (Flow flow : served) {
      if (flow != but && flow.isFrom(but.port)) {
        for (TtlCount level : flow.baseline(capture).all) {
          sum.getOrAdd(level.ttl).add(level, 0, 0, 0);
        }
      }
    }
    return sum;
  }

  /** How many of its other flows of the same port keep to one TTL. */
  public int steadyFlowsBut(Flow but) {
    int steady = 0;
    for (Flow flow : served) {
      boolean other = flow != but && flow.isFrom(but.port);
      steady += other && flow.levels.size() == 1 && flow.levels.count() >= 2 ? 1 : 0;
    }
    return steady;
  }

  /** All levels, those that are in no baseline included, as told to others. */
  public ImmutableList<TtlLevel> allLevels() {
    TreeMap<Integer, TtlLevel> all = new TreeMap<>();
    levels.all.forEach(level -> all.put(level.ttl, level.toLevel(false)));
    others.all.forEach(level -> all.merge(level.ttl, level.toLevel(false), TtlLevel::plus));
    return ImmutableList.copyOf(all.values());
  }

  void add(ObservedPacket seen) {
    packets++;
    firstRecord = firstRecord == 0 ? seen.record : firstRecord;
    cameIn |= seen.way == Direction.IN;
    wentOut |= seen.way == Direction.OUT;
    if (seen.ttl < 0) {
      withoutTtl++;
      return;
    }
    boolean judged = seen.kind == PacketKind.RESET || seen.kind == PacketKind.ICMP_ERROR;
    if (!judged) {
      spread.set(seen.ttl);
      if (seen.isPureSyn()) {
        synSpread.set(seen.ttl);
      }
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
    errorCount++;
    add(note.kind(), note, 1);
    if (errors.size() < MAX_ERRORS) {
      errors.add(note);
    }
    if (note.isTo(host) && note.error().ttl >= 0) {
      errorsAboutItself.getOrAdd(note.error().ttl).add(note.error());
    }
  }

  void serves(Flow flow) {
    if (served.size() < MAX_SERVED) {
      served.add(flow);
      flow.isServed = true;
    }
  }

  void waits(Connection connection) {
    if (waiting.add(connection) && waiting.size() > MAX_WAITING) {
      waiting.remove(waiting.iterator().next());
    }
  }

  void forget(Connection connection) {
    for (Flow flow : connection.flows()) {
      if (flow.isServed) {
        served.remove(flow);
      }
      if (!flow.resets.isEmpty()) {
        waiting.remove(connection);
      }
    }
  }

  /** The packet's predecessor in the source's IP id counter: the last one with another TTL. */
  void notePrior(ObservedPacket seen) {
    TtlCount prior = null;
    for (TtlCount level : levels.all) {
      boolean later = level.id > 0 && (prior == null || level.idRecord > prior.idRecord);
      if (level.ttl != seen.ttl && later) {
        prior = level;
      }
    }
    if (prior == null || prior.idRecord >= seen.record) {
      return;
    }
    ObservedPacket.Marks mark = seen.mark();
    mark.priorId = prior.id;
    mark.priorTtl = prior.ttl;
    mark.priorNanos = prior.idNanos;
  }
}
