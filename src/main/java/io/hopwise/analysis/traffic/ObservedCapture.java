package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.analysis.memory.ShortList;
import io.hopwise.analysis.memory.SlotPool;
import io.hopwise.analysis.place.CapturePoints;
import io.hopwise.analysis.place.Place;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Vantage;
import io.hopwise.packet.OtherProgram;
import io.hopwise.packet.Port;
import io.hopwise.packet.PrintedTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a capture: its sources and connections, the least recently seen forgotten
 * first, and a few counts. It grows with the number of ends that talk, up to the bounds of the
 * {@link Settings}, and not with the number of packets.
 *
 * @since 0.1
 */
public final class ObservedCapture {
  private static final int MAX_ORPHANS = 256;

  /** One device speaks in at least so many names; a cluster of two is none. */
  private static final int LEAST_PROBED = 3;

  private static final int MAX_ASKED = 256;
  private static final int MAX_TARGETS = 4096;
  private static final int MAX_UNQUOTED = 1024;
  private static final int MAX_NOTES = 4;
  private static final int MAX_PLACES_COMPARED = 64;

  /** An answer that takes longer than this is one to another packet. */
  private static final long LATEST_ERROR = 10_000_000_000L;

  final Settings settings;
  final RewrittenPackets rewrites = new RewrittenPackets();
  final CapturePoints places = new CapturePoints();
  final RecentMap<String, Source> sources;
  final RecentMap<ConnectionKey, Connection> connections;
  private final SlotPool slots = new SlotPool();
  final List<Orphan> orphans = new ArrayList<>();
  final Map<Unquoted, List<IcmpError>> unquoted = new LinkedHashMap<>();
  final Set<String> errorTargets = new HashSet<>();
  final Map<String, Source> errorSources = new LinkedHashMap<>();
  final BitSet portsSeen = new BitSet();
  final Set<ImmutableSortedSet<Integer>> portsAsked = new LinkedHashSet<>();
  int nextSource;
  public long records;
  long lastLine;
  long firstLine;
  public long packets;
  public long ambiguous;

  /** How many of those are resets. */
  public long ambiguousResets;

  /** Whether of the ambiguous packets one has no time printed, and whether one has. */
  boolean ambiguousWithoutTime;

  boolean ambiguousWithTime;

  /** How many TCP segments were printed without their flags, with {@code -q}. */
  long quietSegments;

  /** How many packets carry others deeper than is looked at. */
  long tooDeep;

  /** Whether a command line in the text has {@code -v}. */
  boolean verbose;

  /** How many packets others carried through tunnels. */
  long carried;

  public long packetsWithoutTtl;
  long otherRecords;
  public long rejects;
  final Map<OtherProgram, Long> otherPrograms = new EnumMap<>(OtherProgram.class);
  long notices;
  public long resets;
  long emptyRuns;
  long receivedByFilter;
  public long evictedSources;
  public long evictedConnections;

  /** The record at which something was forgotten first, 0 if nothing was. */
  long firstForgotten;

  boolean verboseSuppressed;
  public @Nullable Connection touched;

  /** An ICMP error about a packet of a connection that was not seen (yet). */
  record Orphan(
      String src,
      @Nullable Port srcPort,
      String dst,
      @Nullable Port dstPort,
      int protocol,
      IcmpError note) {
    Place place() {
      return note.error().flow.source.place;
    }

    Orphan with(IcmpError newNote) {
      return new Orphan(src, srcPort, dst, dstPort, protocol, newNote);
    }
  }

  /** What an ICMP error names that quotes nothing: TCP port -1 where it names the host alone. */
  record Unquoted(int place, String asker, String asked, int port) {}

  public ObservedCapture(Settings settings) {
    this.settings = settings;
    // Half of it for the texts of packets that are kept for connections, a quarter for examples.
    this.sources = new RecentMap<>(settings.maxSources(), settings.memory() / 4);
    this.connections = new RecentMap<>(settings.maxConnections(), settings.memory() / 2);
  }

  // What rules ask.

  /** What was given by the person who asks. */
  public Settings settings() {
    return settings;
  }

  /** The sources remembered, least recently seen first. */
  public ImmutableList<Source> sources() {
    return sources.inOrder();
  }

  /** The connections remembered, least recently seen first. */
  public ImmutableList<Connection> connections() {
    return connections.inOrder();
  }

  /** The programs, other than tcpdump, whose lines were met, with how many. */
  public ImmutableMap<OtherProgram, Long> otherPrograms() {
    return ImmutableMap.copyOf(otherPrograms);
  }

  /** How many sources and connections are remembered. */
  public int remembered() {
    return sources.values().size() + connections.values().size();
  }

  /** Whether an ICMP error is about a packet to this host, of the first few thousand. */
  public boolean hasErrorTo(String host) {
    return errorTargets.contains(host);
  }

  void noteErrorTarget(String host) {
    if (errorTargets.size() < MAX_TARGETS) {
      errorTargets.add(host);
    }
  }

  /** The first few hundred sources that sent ICMP errors. */
  public ImmutableList<Source> errorSources() {
    return ImmutableList.copyOf(errorSources.values());
  }

  /**
   * The ICMP errors about the SYNs of this flow: those that quote a packet of its connection, and
   * those that came soon after a SYN and name the port it went to; if there are none, those that
   * name the host alone.
   */
  public ImmutableList<IcmpError> errorsAbout(Flow asking) {
    Flow asked = asking.reverse();
    ImmutableList<IcmpError> known =
        ImmutableList.<IcmpError>builder()
            .addAll(asking.connection.errors)
            .addAll(unquoted(asking, asked.portCode))
            .build();
    return known.isEmpty() ? unquoted(asking, -1) : known;
  }

  private ImmutableList<IcmpError> unquoted(Flow asking, int port) {
    String asked = asking.reverse().source.host;
    return unquoted
        .getOrDefault(
            new Unquoted(asking.source.place.number, asking.source.host, asked, port), List.of())
        .stream()
        .filter(note -> isSoonAfterSyn(note.error(), asking))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isSoonAfterSyn(ObservedPacket error, Flow asking) {
    boolean timed =
        error.nanos != ObservedPacket.NO_TIME && asking.syns.lastNanos != ObservedPacket.NO_TIME;
    boolean late = timed && error.nanos - asking.syns.lastNanos > LATEST_ERROR;
    return asking.syns.count > 0 && error.record > asking.syns.firstRecord && !late;
  }

  /** How many IP packets were read. */
  public long packets() {
    return packets;
  }

  /**
   * How many of the IP packets are ambiguous: payload that another packet carried may be meant.
   * Nothing but their number is known of them here.
   */
  public long ambiguous() {
    return ambiguous;
  }

  /** How many IP packets were printed without a TTL: {@code tcpdump} ran without {@code -v}. */
  public long packetsWithoutTtl() {
    return packetsWithoutTtl;
  }

  /** How many records that are not IP packets were read. */
  public long otherRecords() {
    return otherRecords;
  }

  /** How many TCP resets were read. */
  public long resets() {
    return resets;
  }

  /** How many pieces of text could not be read. */
  public long rejects() {
    return rejects;
  }

  /** How many runs of tcpdump ended with "0 packets captured". */
  public long emptyRuns() {
    return emptyRuns;
  }

  /** How many packets those runs had received but not yet printed. */
  public long receivedByFilter() {
    return receivedByFilter;
  }

  /** Whether one of the ambiguous packets was printed without a time. */
  public boolean isAmbiguousWithoutTime() {
    return ambiguousWithoutTime;
  }

  /** Whether one of the ambiguous packets was printed with its time. */
  public boolean isAmbiguousWithTime() {
    return ambiguousWithTime;
  }

  /**
   * How many TCP segments were printed without their flags: {@code tcpdump} ran with {@code -q}.
   */
  public long quietSegments() {
    return quietSegments;
  }

  /** How many packets carry others in more tunnels than are looked into. */
  public long tooDeep() {
    return tooDeep;
  }

  /** Whether the text says that {@code tcpdump} ran with {@code -v}. */
  public boolean isVerbose() {
    return verbose;
  }

  /** Whether packets in a host's name were seen on both sides of a router, wherever captured. */
  public boolean isSeenTwice(String host) {
    return places.places().stream()
        .limit(MAX_PLACES_COMPARED)
        .map(place -> sources.peek(place.key(host)))
        .anyMatch(source -> source != null && source.isSeenTwice());
  }

  /** How many sources were forgotten to make room. */
  public long evictedSources() {
    return evictedSources;
  }

  /** How many connections were forgotten to make room. */
  public long evictedConnections() {
    return evictedConnections;
  }

  /**
   * Whether some of what came before in the name of a source may have been forgotten: it was seen
   * first, or again, after something was.
   */
  public boolean mayHaveForgotten(Flow flow) {
    boolean anew =
        flow.source.firstRecord > firstForgotten || flow.connection.firstRecord() > firstForgotten;
    return firstForgotten > 0 && anew;
  }

  /** The ports asked about, by setting or by the command lines found in the text. */
  public ImmutableList<Integer> portsAsked() {
    TreeSet<Integer> all = new TreeSet<>();
    alternativesAsked().forEach(all::addAll);
    return ImmutableList.copyOf(all);
  }

  /**
   * The ports asked about, by setting or by the command lines found in the text: those that one
   * filter let through together.
   */
  public ImmutableSet<ImmutableSortedSet<Integer>> alternativesAsked() {
    ImmutableSet.Builder<ImmutableSortedSet<Integer>> all = ImmutableSet.builder();
    settings.port().ifPresent(port -> all.add(ImmutableSortedSet.of(port)));
    return all.addAll(portsAsked).build();
  }

  /** Whether any packet went from or to this port. */
  public boolean sawPort(int port) {
    return portsSeen.get(port);
  }

  /**
   * Nanoseconds of the last packet of the capture that a record is part of, on that capture's own
   * clock, where times are printed: time does not pass from one capture to the next.
   */
  public OptionalLong lastNanos(long record) {
    long last = places.of(record).clock.last();
    return last == ObservedPacket.NO_TIME ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /**
   * Sources, at most a few, that packets of this TTL came from in their own name, where the record
   * was captured.
   */
  public ImmutableList<String> hostsAt(int ttl, long record) {
    return places.of(record).place.hostsAt(ttl);
  }

  /**
   * Whether a capture that was taken at a place had begun at a printed time and went on after it.
   */
  public boolean covers(Place place, PrintedTime time) {
    return places.covers(place, time);
  }

  /** Whether any place has a name. */
  public boolean namesPlaces() {
    return places.areNamed();
  }

  /** The name of the place where a record was captured; empty where it has none. */
  public String placeOf(long record) {
    return places.of(record).place.words();
  }

  /** The places that the captures of the text were taken at, at most some thousand. */
  public ImmutableList<Place> places() {
    return ImmutableList.copyOf(places.places());
  }

  /** What the captures of the text without a packet are called, where it says so. */
  public ImmutableList<String> emptyPlaces() {
    return places.emptyPlaces();
  }

  /**
   * What came in the name of a source elsewhere in the text: in captures that may have been taken
   * at the same place, for all that the text tells.
   */
  public TtlCounts levelsInOtherCaptures(Source source) {
    TtlCounts sum = new TtlCounts();
    if (places.count() == 1) {
      return sum;
    }
    List<Place> all = places.places();
    for (int i = 0; i < Math.min(all.size(), MAX_PLACES_COMPARED); i++) {
      Place place = all.get(i);
      Source there = place == source.place ? null : sources.peek(place.key(source.host));
      if (there != null && place.mayBe(source.place)) {
        there.levels.all.forEach(level -> sum.getOrAdd(level.ttl).add(level, 0, 0, 0));
      }
    }
    return sum;
  }

  /** Whether something came in the name of a source in another capture of the text. */
  public boolean isInOtherCaptures(Source source) {
    return places.places().stream()
        .limit(places.count() == 1 ? 0 : MAX_PLACES_COMPARED)
        .filter(place -> place != source.place)
        .map(place -> sources.peek(place.key(source.host)))
        .anyMatch(there -> there != null && !there.levels.isEmpty());
  }

  /** Whether nothing this source sent may be judged by its TTL, for one of the reasons of INFO. */
  public boolean isBeyondJudgement(Source source) {
    return source.isSeenTwice() || source.sendsLikeTraceroute() || source.hasManyTtls();
  }

  /**
   * Whether packets of one TTL are those of a device that asks for connections in the names of
   * their hosts: ACKs without data and with one window, which came in at least three names whose
   * hosts themselves are at another distance.
   */
  boolean isProbe(TtlCount level, Place place) {
    return level.probeWindow >= 0 && !probed(level.ttl, level.probeWindow, place).isEmpty();
  }

  private ImmutableList<Source> probed(int ttl, int window, Place place) {
    ImmutableList.Builder<Source> found = ImmutableList.builder();
    int count = 0;
    for (String host : place.probed(Place.probeKey(ttl, window))) {
      Source source = sources.peek(place.key(host));
      if (source != null && source.isElsewhere(ttl)) {
        found.add(source);
        count++;
      }
    }
    return count >= LEAST_PROBED ? found.build() : ImmutableList.of();
  }

  /**
   * Devices that ask for connections in the names of others: what they sent, and in whose names.
   */
  public ImmutableList<Prober> probers() {
    ImmutableList.Builder<Prober> all = ImmutableList.builder();
    for (Place place : places.places()) {
      place.probes.forEach(
          (key, names) -> {
            int ttl = key >>> 16;
            int window = key & 0xffff;
            ImmutableList<Source> probed =
                names.size() < LEAST_PROBED ? ImmutableList.of() : probed(ttl, window, place);
            if (!probed.isEmpty()) {
              all.add(new Prober(ttl, window, probed));
            }
          });
    }
    return all.build();
  }

  /**
   * A device that sends ACKs in the names of several hosts.
   *
   * @param ttl their TTL, 0 to 255
   * @param window their window, 0 to 65535
   * @param sources the first few hosts, at least three
   */
  public record Prober(int ttl, int window, ImmutableList<Source> sources) {}

  /** Where the capture was taken, seen from the connection that the flow's sender opened. */
  public Vantage vantage(Flow client) {
    if (settings.vantage() != Vantage.UNKNOWN) {
      return settings.vantage();
    }
    Source asking = client.source();
    Source asked = client.reverse().source();
    if (client.syns.passedOn || (client.wentOut && client.levels.areBeyondThisLink())) {
      return Vantage.BETWEEN;
    }
    if (asking.isCapturingHost() != asked.isCapturingHost()) {
      return asking.isCapturingHost() ? Vantage.CLIENT : Vantage.SERVER;
    }
    boolean ttlsTell = !asking.isSeenTwice() && !asked.isSeenTwice();
    if (!ttlsTell || asking.levels().isEmpty() || asked.levels().isEmpty()) {
      boolean notClient = client.onlyCameIn() || (ttlsTell && asking.levels.areBeyondThisLink());
      return notClient ? Vantage.SERVER_OR_BETWEEN : Vantage.UNKNOWN;
    }
    return vantageByTtl(asking, asked);
  }

  private static Vantage vantageByTtl(Source asking, Source asked) {
    if (asking.isOnThisLink() && asked.isOnThisLink()) {
      return Vantage.SAME_LINK;
    }
    // What came in here was not sent here, even where its TTL is full: its sender is a neighbour.
    if (asking.isOnThisLink() && !asking.cameIn) {
      return Vantage.CLIENT;
    }
    return asked.isOnThisLink() && !asked.cameIn ? Vantage.SERVER : Vantage.BETWEEN;
  }

  // What is remembered, by the recorder and by the merger.

  void noteLines(long first, int lines) {
    firstLine = firstLine == 0 ? first : firstLine;
    lastLine = Math.max(lastLine, first + Math.max(0, lines - 1));
  }

  void noteErrorSource(Source device) {
    if (errorSources.size() < MAX_ORPHANS) {
      errorSources.putIfAbsent(device.key(), device);
    }
  }

  void noteAsked(ImmutableSortedSet<Integer> ports) {
    if (!ports.isEmpty() && portsAsked.size() < MAX_ASKED) {
      portsAsked.add(ports);
    }
  }

  void noteUnquoted(Unquoted about, IcmpError note) {
    if (unquoted.size() >= MAX_UNQUOTED && !unquoted.containsKey(about)) {
      return;
    }
    List<IcmpError> notes = unquoted.getOrDefault(about, List.of());
    if (notes.size() < MAX_NOTES) {
      unquoted.put(about, ShortList.plus(notes, note));
    }
  }

  void adoptOrKeep(Orphan orphan) {
    if (!adopt(orphan) && orphans.size() < MAX_ORPHANS) {
      orphans.add(orphan);
    }
  }

  boolean adopt(Orphan orphan) {
    Source from = sources.see(orphan.place().key(orphan.src()));
    Source to = sources.see(orphan.place().key(orphan.dst()));
    if (from == null || to == null) {
      return false;
    }
    ConnectionKey ends =
        ConnectionKey.of(from, orphan.srcPort(), to, orphan.dstPort(), orphan.protocol());
    Connection connection = connections.see(ends);
    if (connection == null) {
      return false;
    }
    connection.add(orphan.note());
    touched = connection;
    return true;
  }

  Source source(String host, Place place) {
    Source known = sources.see(place.key(host));
    if (known != null) {
      return known;
    }
    Source added = new Source(host, nextSource++, place);
    sources.add(added);
    return added;
  }

  Connection connection(
      ConnectionKey ends, Source from, @Nullable Port fromPort, Source to, @Nullable Port toPort) {
    Connection known = connections.see(ends);
    if (known != null) {
      return known;
    }
    Connection added = new Connection(ends, from, fromPort, to, toPort, slots.take());
    connections.add(added);
    return added;
  }

  public void makeRoom(Consumer<Connection> forgets, Consumer<Source> forgetsSource) {
    connections.makeRoom(
        gone -> {
          forgets.accept(gone);
          slots.free(gone.slot());
          gone.one.source.forget(gone);
          gone.other.source.forget(gone);
          evictedConnections++;
          firstForgotten = firstForgotten == 0 ? Math.max(1, records) : firstForgotten;
        });
    sources.makeRoom(
        gone -> {
          forgetsSource.accept(gone);
          evictedSources++;
          firstForgotten = firstForgotten == 0 ? Math.max(1, records) : firstForgotten;
        });
  }
}
