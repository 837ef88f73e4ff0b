package io.hopwise.analysis;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.LinkLayer;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Payload;
import io.hopwise.packet.Port;
import io.hopwise.packet.Reject;
import io.hopwise.text.RecordText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a capture: its sources and connections, the least recently seen forgotten
 * first, and a few counts. It grows with the number of ends that talk, up to the bounds of the
 * {@link Settings}, and not with the number of packets.
 */
public final class Capture {
  private static final int PER_TTL = 16;
  private static final int LONGEST_TEXT = 2048;

  /** No name in the DNS is longer, however it is escaped. */
  private static final int LONGEST_HOST = 1024;

  private static final int MAX_ORPHANS = 256;
  private static final int TEXTS_PER_TTL = 2;
  private static final int TEXTS_PER_ODD_TTL = 4;
  private static final Pattern PORT_ASKED = Pattern.compile("\\bport\\s+([\\w-]+)");
  private static final Map<String, Integer> NAMES =
      Map.of("http", 80, "https", 443, "ssh", 22, "smtp", 25, "domain", 53, "ftp", 21);

  final Settings settings;
  final Clock clock = new Clock();
  final RecentMap<String, Source> sources;
  final RecentMap<Ends, Connection> connections;
  final TreeMap<Integer, TreeMap<Long, String>> hostsByTtl = new TreeMap<>();
  final List<Orphan> orphans = new ArrayList<>();
  final Map<String, Source> errorSources = new LinkedHashMap<>();
  final BitSet portsSeen = new BitSet();
  final TreeSet<Integer> portsAsked = new TreeSet<>();
  int nextSource;
  long records;
  long lastLine;
  long firstLine;
  long packets;
  long ambiguous;
  long packetsWithoutTtl;
  long otherRecords;
  long rejects;
  long notices;
  long resets;
  long duplicates;
  long emptyRuns;
  long receivedByFilter;
  long evictedSources;
  long evictedConnections;
  boolean verboseSuppressed;
  @Nullable Connection touched;

  /** An ICMP error about a packet of a connection that was not seen (yet). */
  record Orphan(String src, int srcPort, String dst, int dstPort, int protocol, IcmpNote note) {
    Orphan with(IcmpNote newNote) {
      return new Orphan(src, srcPort, dst, dstPort, protocol, newNote);
    }
  }

  Capture(Settings settings) {
    this.settings = settings;
    this.sources = new RecentMap<>(settings.maxSources());
    this.connections = new RecentMap<>(settings.maxConnections());
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

  /** The first few hundred sources that sent ICMP errors. */
  public ImmutableList<Source> errorSources() {
    return ImmutableList.copyOf(errorSources.values());
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

  /** How many packets were seen twice with different TTLs. */
  public long duplicates() {
    return duplicates;
  }

  /** Whether the capture shows both sides of a router, so that its TTLs say nothing. */
  public boolean isTakenOnBothSidesOfRouter() {
    return duplicates >= 2;
  }

  /** How many sources were forgotten to make room. */
  public long evictedSources() {
    return evictedSources;
  }

  /** How many connections were forgotten to make room. */
  public long evictedConnections() {
    return evictedConnections;
  }

  /** The ports asked about, by setting or by the command line found in the text. */
  public ImmutableList<Integer> portsAsked() {
    TreeSet<Integer> all = new TreeSet<>(portsAsked);
    settings.port().ifPresent(all::add);
    return ImmutableList.copyOf(all);
  }

  /** Whether any packet went from or to this port. */
  public boolean sawPort(int port) {
    return portsSeen.get(port);
  }

  /** Nanoseconds of the last packet on the capture's own clock, where times are printed. */
  public Optional<Long> lastNanos() {
    return clock.last == Sighting.NO_TIME ? Optional.empty() : Optional.of(clock.last);
  }

  /** Sources, at most a few, that packets of this TTL came from in their own name. */
  public ImmutableList<String> hostsAt(int ttl) {
    TreeMap<Long, String> hosts = hostsByTtl.get(ttl);
    return hosts == null ? ImmutableList.of() : ImmutableList.copyOf(hosts.values());
  }

  /** Whether nothing this source sent may be judged by its TTL, for one of the reasons of INFO. */
  public boolean isBeyondJudgement(Source source) {
    return isTakenOnBothSidesOfRouter()
        || source.sendsLikeTraceroute()
        || source.spread() > Source.MANY;
  }

  /** Where the capture was taken, seen from the connection that the flow's sender opened. */
  public Vantage vantage(Flow client) {
    if (settings.vantage() != Vantage.UNKNOWN) {
      return settings.vantage();
    }
    Source asking = client.source();
    Source asked = client.reverse().source();
    if (asking.isCapturingHost() != asked.isCapturingHost()) {
      return asking.isCapturingHost() ? Vantage.CLIENT : Vantage.SERVER;
    }
    if (asking.levels().isEmpty()) {
      return Vantage.UNKNOWN;
    }
    boolean clientHere = asking.isOnThisLink();
    if (asked.levels().isEmpty()) {
      return clientHere ? Vantage.CLIENT : Vantage.SERVER;
    }
    if (clientHere && asked.isOnThisLink()) {
      return Vantage.SAME_LINK;
    }
    return clientHere ? Vantage.CLIENT : asked.isOnThisLink() ? Vantage.SERVER : Vantage.BETWEEN;
  }

  // What the analyzer does.

  /** Takes one entry in; gives what is remembered of it if it was an IP packet. */
  @Nullable Sighting add(
      Entry entry, Consumer<Connection> forgets, Consumer<Source> forgetsSource) {
    long line = entry.text().firstLine();
    firstLine = firstLine == 0 ? line : firstLine;
    lastLine = Math.max(lastLine, line + Math.max(0, entry.text().lines() - 1));
    if (entry.text().isAmbiguous()) {
      addAmbiguous(entry);
      return null;
    }
    if (entry instanceof Packet packet) {
      records++;
      Sighting seen = add(packet);
      makeRoom(forgets, forgetsSource);
      return seen;
    }
    if (entry instanceof OtherRecord other) {
      records++;
      otherRecords++;
      clock.read(other.time());
    } else if (entry instanceof Notice notice) {
      add(notice);
    } else if (entry instanceof Reject) {
      rejects++;
    }
    return null;
  }

  // Whoever sends text that looks like a record must neither make a finding nor explain one away.
  private void addAmbiguous(Entry entry) {
    if (entry instanceof Packet) {
      records++;
      packets++;
      ambiguous++;
    } else if (entry instanceof OtherRecord) {
      records++;
      otherRecords++;
    } else if (entry instanceof Notice) {
      notices++;
    } else {
      rejects++;
    }
  }

  private void add(Notice notice) {
    notices++;
    long count = notice.count().orElse(-1);
    switch (notice.kind()) {
      case PACKETS_CAPTURED -> emptyRuns += count == 0 ? 1 : 0;
      case RECEIVED_BY_FILTER -> receivedByFilter += Math.max(0, count);
      case VERBOSE_SUPPRESSED -> verboseSuppressed = true;
      case COMMAND -> addCommand(notice.text().toString());
      default -> {}
    }
  }

  private void addCommand(String command) {
    Matcher port = PORT_ASKED.matcher(command);
    while (port.find()) {
      Integer known = NAMES.get(port.group(1));
      if (known != null) {
        portsAsked.add(known);
      } else if (port.group(1).matches("\\d{1,5}")) {
        portsAsked.add(Integer.parseInt(port.group(1)));
      }
    }
  }

  private Sighting add(Packet packet) {
    packets++;
    Payload payload = packet.payload();
    Source from = source(packet.ip().src().text());
    Source to = source(packet.ip().dst().text());
    Port fromPort = Observer.sourcePort(payload);
    Port toPort = Observer.targetPort(payload);
    notePort(fromPort);
    notePort(toPort);
    int protocol = Observer.protocol(packet.ip(), payload);
    Connection connection = connection(from, fromPort, to, toPort, protocol);
    Flow flow = connection.from(from, Observer.code(fromPort));
    Sighting seen = new Sighting(flow);
    seen.record = records;
    seen.nanos = clock.read(packet.time());
    seen.kind = Observer.kind(packet, to.isMany || from.isMany);
    Observer.fill(seen, packet);
    if (keepsText(seen)) {
      seen.ref =
          new PacketRef(
              records, packet.text().firstLine(), packet.time(), seen.ttl(), shown(packet.text()));
    }
    packetsWithoutTtl += seen.ttl < 0 ? 1 : 0;
    resets += seen.kind == Kind.RESET ? 1 : 0;
    noteDirection(packet.link(), from);
    remember(seen, connection);
    if (seen.kind == Kind.ICMP_ERROR && payload instanceof IcmpMessage message) {
      addError(message, seen);
    }
    return seen;
  }

  /** A finding shows what a packet says, and not megabytes of dump. */
  private static RecordText shown(RecordText text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : RecordText.wrap(
            text.firstLine(), text.lines(), Arrays.copyOf(text.bytes(), LONGEST_TEXT));
  }

  private void remember(Sighting seen, Connection connection) {
    long twice = connection.duplicates;
    connection.add(seen);
    duplicates += connection.duplicates - twice;
    Source from = seen.flow.source;
    boolean newLevel = seen.ttl >= 0 && !from.levels.has(seen.ttl) && !from.others.has(seen.ttl);
    from.add(seen);
    if (newLevel && seen.kind != Kind.RESET) {
      noteHost(seen.ttl, seen.record, from.host);
    }
    if (seen.isSynAck()) {
      from.serves(seen.flow);
    }
    if (seen.kind == Kind.RESET) {
      from.waits(connection);
    }
  }

  private static void noteDirection(LinkLayer link, Source from) {
    if (link.direction().isPresent() && link.direction().get() == LinkLayer.Direction.OUT) {
      from.sentByThisHost = true;
    }
  }

  // Resets, SYNs and ICMP errors are what findings are about; of the others the first of each TTL
  // serve as examples, and more of them where a flow has several. Texts are most of what is kept.
  private static boolean keepsText(Sighting seen) {
    Flow flow = seen.flow;
    if (seen.kind == Kind.RESET) {
      return flow.resets.size() < Flow.MAX_RESETS;
    }
    if (seen.isPureSyn()) {
      return flow.syns.size() < Flow.MAX_SYNS;
    }
    if (flow.source.wantsExample(seen) || seen.kind == Kind.ICMP_ERROR) {
      return true;
    }
    Level level = flow.levels.get(seen.ttl);
    if (level == null && flow.levels.size() > Source.MANY) {
      return false; // nothing of it is judged
    }
    int enough = flow.levels.size() > 1 ? TEXTS_PER_ODD_TTL : TEXTS_PER_TTL;
    return level == null ? seen.kind.counts() : level.examples.size() < enough;
  }

  private void notePort(@Nullable Port port) {
    if (port != null && port.number().isPresent()) {
      portsSeen.set(port.number().getAsInt());
    }
  }

  void noteHost(int ttl, long record, String host) {
    TreeMap<Long, String> hosts = hostsByTtl.computeIfAbsent(ttl, t -> new TreeMap<>());
    hosts.put(record, host);
    if (hosts.size() > PER_TTL) {
      hosts.pollLastEntry();
    }
  }

  private void addError(IcmpMessage message, Sighting seen) {
    IcmpNote note = Observer.note(message, seen);
    seen.flow.source.add(note);
    noteErrorSource(seen.flow.source);
    Optional<InnerPacket> quoted = message.quoted();
    if (quoted.isEmpty()) {
      return;
    }
    InnerPacket inner = quoted.get();
    Orphan orphan =
        new Orphan(
            inner.ip().src().text(),
            Observer.code(Observer.sourcePort(inner.payload())),
            inner.ip().dst().text(),
            Observer.code(Observer.targetPort(inner.payload())),
            Observer.protocol(inner.ip(), inner.payload()),
            note);
    adoptOrKeep(orphan);
  }

  void noteErrorSource(Source device) {
    if (errorSources.size() < MAX_ORPHANS) {
      errorSources.putIfAbsent(device.host, device);
    }
  }

  void adoptOrKeep(Orphan orphan) {
    if (!adopt(orphan) && orphans.size() < MAX_ORPHANS) {
      orphans.add(orphan);
    }
  }

  boolean adopt(Orphan orphan) {
    Source from = sources.see(orphan.src());
    Source to = sources.see(orphan.dst());
    if (from == null || to == null) {
      return false;
    }
    Ends ends = Ends.of(from, orphan.srcPort(), to, orphan.dstPort(), orphan.protocol());
    Connection connection = connections.see(ends);
    if (connection == null) {
      return false;
    }
    connection.add(orphan.note());
    touched = connection;
    return true;
  }

  Source source(String printed) {
    String host = printed.length() <= LONGEST_HOST ? printed : printed.substring(0, LONGEST_HOST);
    Source known = sources.see(host);
    if (known != null) {
      return known;
    }
    Source added = new Source(host, nextSource++);
    sources.add(added);
    return added;
  }

  Connection connection(
      Source from, @Nullable Port fromPort, Source to, @Nullable Port toPort, int protocol) {
    Ends ends = Ends.of(from, Observer.code(fromPort), to, Observer.code(toPort), protocol);
    Connection known = connections.see(ends);
    if (known != null) {
      return known;
    }
    Connection added = new Connection(ends, from, fromPort, to, toPort);
    connections.add(added);
    return added;
  }

  void makeRoom(Consumer<Connection> forgets, Consumer<Source> forgetsSource) {
    connections.makeRoom(
        gone -> {
          forgets.accept(gone);
          gone.one.source.forget(gone);
          gone.other.source.forget(gone);
          evictedConnections++;
        });
    sources.makeRoom(
        gone -> {
          forgetsSource.accept(gone);
          evictedSources++;
        });
  }
}
