package io.hopwise.analysis.capture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.hopwise.analysis.citation.CaptureTexts;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.place.CapturePoints;
import io.hopwise.analysis.place.Clock;
import io.hopwise.analysis.place.Place;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.analysis.settings.Vantage;
import io.hopwise.analysis.traffic.Connection;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.IcmpError;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.Source;
import io.hopwise.analysis.traffic.Traffic;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.packet.PrintedTime;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
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
  private static final int MAX_ASKED = 256;
  private static final int MAX_PLACES_COMPARED = 64;

  final Settings settings;
  final CapturePoints places = new CapturePoints();
  CaptureTexts texts;
  final Traffic traffic;
  final IcmpErrorIndex icmpErrors;
  final CaptureCounts counts = new CaptureCounts();
  final BitSet portsSeen = new BitSet();
  final Set<ImmutableSortedSet<Integer>> portsAsked = new LinkedHashSet<>();
  long firstLine;
  long lastLine;

  /** The record at which something was forgotten first, 0 if nothing was. */
  long firstForgotten;

  /** A capture of which nothing was read yet. */
  public ObservedCapture(Settings settings) {
    this.settings = settings;
    this.texts = CaptureTexts.of(settings.place().orElse(""), settings.citation());
    this.traffic = new Traffic(settings);
    this.icmpErrors = new IcmpErrorIndex(traffic);
  }

  /** How many records of which kind were read. */
  public CaptureCounts counts() {
    return counts;
  }

  /** What was given by the person who asks. */
  public Settings settings() {
    return settings;
  }

  /** The texts it was read from. */
  public CaptureTexts texts() {
    return texts;
  }

  /** Says what it is read from. */
  public void readFrom(CaptureTexts read) {
    texts = read;
  }

  /** The sources remembered, least recently seen first. */
  public ImmutableList<Source> sources() {
    return traffic.sources();
  }

  /** The connections remembered, least recently seen first. */
  public ImmutableList<Connection> connections() {
    return traffic.connections();
  }

  /** How many sources and connections are remembered. */
  public int remembered() {
    return traffic.remembered();
  }

  /** Whether an ICMP error is about a packet to this host, of the first few thousand. */
  public boolean hasErrorTo(String host) {
    return icmpErrors.hasErrorTo(host);
  }

  /** The first few hundred sources that sent ICMP errors. */
  public ImmutableList<Source> errorSources() {
    return icmpErrors.devices();
  }

  /**
   * The ICMP errors about the SYNs of this flow: those that quote a packet of its connection, and
   * those that came soon after a SYN and name the port it went to; if there are none, those that
   * name the host alone.
   */
  public ImmutableList<IcmpError> errorsAbout(Flow asking) {
    return icmpErrors.about(asking);
  }

  /**
   * The ICMP errors about UDP or pings of this side: those that quote one, else those that name the
   * port, or say that the host or its network cannot be reached, no long after the last packet.
   *
   * @param lastNanos when that was captured, on the capture's clock; the least value if not printed
   */
  public ImmutableList<IcmpError> errorsAboutDatagrams(Flow asking, long lastNanos) {
    return icmpErrors.aboutDatagrams(asking, lastNanos);
  }

  /** Whether packets in a host's name were seen on both sides of a router, wherever captured. */
  public boolean isSeenTwice(String host) {
    return places.places().stream()
        .limit(MAX_PLACES_COMPARED)
        .map(place -> traffic.source(host, place))
        .anyMatch(source -> source != null && source.isSeenTwice());
  }

  /**
   * Whether some of what came before in the name of a source may have been forgotten: it was seen
   * first, or again, after something was.
   */
  public boolean mayHaveForgotten(Flow flow) {
    boolean anew =
        flow.source().firstRecord().orElse(0) > firstForgotten
            || flow.connection().firstRecord().orElse(0) > firstForgotten;
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
    long last = places.of(record).clock().last();
    return last == Clock.NO_TIME ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /**
   * Sources, at most a few, that packets of this TTL came from in their own name, where the record
   * was captured.
   */
  public ImmutableList<String> hostsAt(int ttl, long record) {
    return places.of(record).place().hostsAt(ttl);
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

  /** What the captures of the text without a packet are called, where it says so. */
  public ImmutableList<String> emptyPlaces() {
    return places.emptyPlaces();
  }

  /** The name of the place where a record was captured; empty where it has none. */
  public String placeOf(long record) {
    return places.of(record).place().words();
  }

  /** Whether a filter or a direction may have hidden answers from a capture. */
  public boolean mayHideAnswers() {
    return places.places().stream().anyMatch(Place::mayHideAnswers);
  }

  /** The places that the captures of the text were taken at, at most some thousand. */
  public ImmutableList<Place> places() {
    return ImmutableList.copyOf(places.places());
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
      Source there = place == source.place() ? null : traffic.source(source.host(), place);
      if (there != null && place.mayBe(source.place())) {
        sum.addAll(there.levels());
      }
    }
    return sum;
  }

  /** Whether something came in the name of a source in another capture of the text. */
  public boolean isInOtherCaptures(Source source) {
    return places.places().stream()
        .limit(places.count() == 1 ? 0 : MAX_PLACES_COMPARED)
        .filter(place -> place != source.place())
        .map(place -> traffic.source(source.host(), place))
        .anyMatch(there -> there != null && !there.levels().isEmpty());
  }

  /** Whether nothing this source sent may be judged by its TTL, for one of the reasons of INFO. */
  public boolean isBeyondJudgement(Source source) {
    return source.isSeenTwice() || source.sendsLikeTraceroute() || source.hasManyTtls();
  }

  /**
   * How many routers lie between here and the sender of a packet, 0 to 32; empty where its TTL does
   * not tell.
   */
  public OptionalInt routersTo(ObservedPacket packet) {
    boolean tells = packet.ttl().isPresent() && !isBeyondJudgement(packet.flow().source());
    return tells ? HopSet.of(packet.ttl().getAsInt()).hops() : OptionalInt.empty();
  }

  /**
   * The TTLs that a reset in a flow can be held against: none of a flow that is SYNs alone, and as
   * with {@link #baseline(Source)}.
   */
  public TtlCounts baseline(Flow flow) {
    return traffic.baseline(flow);
  }

  /**
   * The TTLs that a reset in a source's name can be held against: without SYNs that it sent nothing
   * behind in their flow, for floods forge them; without what somebody sends in several names to
   * see whether their connections live; and without distances of 30 routers and more, for DHCP,
   * SSDP and programs set such TTLs.
   */
  public TtlCounts baseline(Source source) {
    return traffic.baseline(source);
  }

  /**
   * As {@link #baseline(Source)}, without TTLs that were seen only more than an hour before the
   * packet or behind it: routes do not stay for ever.
   */
  public TtlCounts baseline(Source source, ObservedPacket held) {
    return traffic.baseline(source, held);
  }

  /** The TTLs of the other flows that a flow's source serves on the same port. */
  public TtlCounts serviceBaseline(Flow but) {
    return traffic.serviceBaseline(but);
  }

  /** Devices that ask for connections in the names of others. */
  public ImmutableList<Prober> probers() {
    return Prober.find(places.places(), traffic);
  }

  /** Where the capture was taken, seen from the connection that the flow's sender opened. */
  public Vantage vantage(Flow client) {
    return settings.vantage() == Vantage.UNKNOWN ? VantageFinder.find(client) : settings.vantage();
  }

  /**
   * The connection that an ICMP error was last found to be about, since this was last asked; null
   * if there is none.
   */
  public @Nullable Connection takeLastRejected() {
    return icmpErrors.takeLastFound();
  }

  void noteLines(long first, int lines) {
    firstLine = firstLine == 0 ? first : firstLine;
    lastLine = Math.max(lastLine, first + Math.max(0, lines - 1));
  }

  void noteAsked(ImmutableSortedSet<Integer> ports) {
    if (!ports.isEmpty() && portsAsked.size() < MAX_ASKED) {
      portsAsked.add(ports);
    }
  }

  /**
   * Forgets what is beyond the bounds.
   *
   * @param forgets is called with each connection before it is forgotten
   * @param forgetsSource is called with each source before it is forgotten
   */
  public void makeRoom(Consumer<Connection> forgets, Consumer<Source> forgetsSource) {
    if (!traffic.isFull()) {
      return;
    }
    traffic.makeRoom(
        gone -> {
          forgets.accept(gone);
          counts.evictedConnections++;
          noteForgotten();
        },
        gone -> {
          forgetsSource.accept(gone);
          counts.evictedSources++;
          noteForgotten();
        });
  }

  private void noteForgotten() {
    firstForgotten = firstForgotten == 0 ? Math.max(1, counts.records) : firstForgotten;
  }
}
