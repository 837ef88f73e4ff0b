package io.hopwise.analysis.traffic;

import io.hopwise.analysis.distance.Ends;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.distance.PacketRef;
import io.hopwise.analysis.observation.Observation;
import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.observation.PacketObserver;
import io.hopwise.analysis.place.Place;
import io.hopwise.packet.CaptureCommand;
import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.PrintedTime;
import io.hopwise.packet.Reject;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.TcpSegment;
import io.hopwise.packet.device.PfLog;
import io.hopwise.text.RecordText;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a capture's entries, in their order, into what is remembered of it.
 *
 * @since 0.1
 */
public final class Recorder {
  private static final int LONGEST_TEXT = 2048;

  /** About what keeping a packet takes beside its text, in bytes. */
  private static final int BESIDE_TEXT = 256;

  private static final int TEXTS_PER_ODD_TTL = 4;

  private final ObservedCapture capture;
  private final Consumer<Connection> forgets;
  private final Consumer<Source> forgetsSource;

  /**
   * Records into a capture.
   *
   * @param forgets is told of connections about to be forgotten
   * @param forgetsSource is told of sources about to be forgotten
   */
  public Recorder(
      ObservedCapture capture, Consumer<Connection> forgets, Consumer<Source> forgetsSource) {
    this.capture = capture;
    this.forgets = forgets;
    this.forgetsSource = forgetsSource;
  }

  /** Takes one entry in; gives what is remembered of it if it was an IP packet. */
  public @Nullable ObservedPacket add(Observation observation) {
    capture.noteLines(observation.firstLine, observation.lines);
    if (observation.ambiguous) {
      addAmbiguous(observation.entry);
      return null;
    }
    PacketFacts facts = observation.facts;
    if (facts != null) {
      capture.records++;
      capture.packets++;
      capture.packetsWithoutTtl += facts.ttl < 0 ? 1 : 0;
      capture.quietSegments += facts.quiet ? 1 : 0;
      capture.tooDeep += observation.tooDeep ? 1 : 0;
      ObservedPacket seen = add(facts);
      for (PacketFacts inner : observation.carried) {
        capture.carried++;
        // What is inside is asked about more often than the tunnel itself.
        seen = add(inner, flow(inner), seen.nanos);
      }
      capture.makeRoom(forgets, forgetsSource);
      return seen;
    }
    addOther(observation.entry);
    return null;
  }

  private void addOther(@Nullable Entry entry) {
    if (entry instanceof OtherRecord other) {
      capture.records++;
      capture.otherRecords++;
      PrintedTime time = other.time().orElse(null);
      capture.places.next(
          capture.records, time == null ? null : time.form(), time == null ? 0 : time.nanos());
      capture.places.clock().read(other.time());
    } else if (entry instanceof Notice notice) {
      add(notice);
    } else if (entry instanceof Reject reject) {
      capture.rejects++;
      reject.program().ifPresent(program -> capture.otherPrograms.merge(program, 1L, Long::sum));
    }
  }

  // Whoever sends text that looks like a record must neither make a finding nor explain one away.
  private void addAmbiguous(@Nullable Entry entry) {
    if (entry instanceof Packet packet) {
      capture.records++;
      capture.packets++;
      capture.ambiguous++;
      capture.ambiguousWithTime |= packet.time().isPresent();
      capture.ambiguousWithoutTime |= packet.time().isEmpty();
      capture.ambiguousResets += isReset(packet) ? 1 : 0;
      // That a port was not seen is nothing to say while it may have been.
      packet.payload().sourcePort().ifPresent(port -> notePort(PacketObserver.code(port)));
      packet.payload().targetPort().ifPresent(port -> notePort(PacketObserver.code(port)));
    } else if (entry instanceof OtherRecord) {
      capture.records++;
      capture.otherRecords++;
    } else if (entry instanceof Notice) {
      capture.notices++;
    } else {
      capture.rejects++;
    }
  }

  private static boolean isReset(Packet packet) {
    return packet.payload() instanceof TcpSegment tcp
        && tcp.flags().filter(flags -> flags.has(TcpFlags.RST)).isPresent();
  }

  private void add(Notice notice) {
    capture.notices++;
    capture.places.note(notice);
    long count = notice.count().orElse(-1);
    switch (notice.kind()) {
      case PACKETS_CAPTURED -> {
        if (count == 0) {
          capture.emptyRuns++;
          capture.places.endEmpty();
        }
      }
      case RECEIVED_BY_FILTER -> capture.receivedByFilter += Math.max(0, count);
      case VERBOSE_SUPPRESSED -> capture.verboseSuppressed = true;
      case COMMAND -> {
        notice.command().map(CaptureCommand::ports).ifPresent(capture::noteAsked);
        capture.verbose |= notice.command().map(CaptureCommand::verbose).orElse(false);
      }
      default -> {}
    }
  }

  private ObservedPacket add(PacketFacts facts) {
    capture.places.next(capture.records, facts.timeForm, facts.printedNanos);
    Flow flow = flow(facts);
    if (flow.connection.beginsOnceMore(facts, flow, capture.places.clock())) {
      capture.places.part(capture.records);
      flow = flow(facts);
    }
    return add(facts, flow, capture.places.clock().read(facts.timeForm, facts.printedNanos));
  }

  private ObservedPacket add(PacketFacts facts, Flow flow, long nanos) {
    notePort(facts.srcCode);
    notePort(facts.dstCode);
    boolean toMany = flow.source.isGroup || flow.reverse().source.isGroup;
    boolean again = capture.rewrites.isCopy(flow, facts, nanos);
    PacketKind kind = toMany || again ? facts.kind.toMany() : facts.kind;
    ObservedPacket seen = ObservedPacket.of(flow, facts, kind, capture.records, nanos);
    if (keepsText(seen)) {
      keepText(seen, facts);
    }
    capture.resets += kind == PacketKind.RESET ? 1 : 0;
    if (facts.logged != null) {
      note(facts.logged, seen);
    }
    if (facts.link != 0) {
      noteLoop(seen, facts.link);
    }
    flow.badSums += facts.badSum ? 1 : 0;
    if (seen.isBareAck() && seen.ttl >= 0 && seen.window >= 0 && !flow.levels.has(seen.ttl)) {
      flow.source.place.noteAck(seen.ttl, seen.window, flow.source.host);
    }
    remember(seen, flow.connection);
    if (kind == PacketKind.ICMP_ERROR && facts.error != null) {
      addError(facts.error, seen, facts.tunnel);
    }
    return seen;
  }

  private static void note(PfLog logged, ObservedPacket seen) {
    FilterLog log = seen.flow.log;
    if (log == null) {
      log = new FilterLog();
      seen.flow.log = log;
    }
    log.add(logged, seen);
  }

  private static void noteLoop(ObservedPacket seen, int link) {
    LoopTrail trail = seen.flow.loop;
    if (trail == null) {
      trail = new LoopTrail();
      seen.flow.loop = trail;
    }
    boolean before = trail.isLoop();
    trail.add(seen, link);
    seen.flow.source.loops += !before && trail.isLoop() ? 1 : 0;
  }

  private Flow flow(PacketFacts facts) {
    Place place = capture.places.place();
    Source from = capture.source(facts.src, place);
    Source to = capture.source(facts.dst, place);
    ConnectionKey ends = ConnectionKey.of(from, facts.srcPort, to, facts.dstPort, facts.protocol);
    Connection connection = capture.connection(ends, from, facts.srcPort, to, facts.dstPort);
    return connection.from(from, facts.srcPort);
  }

  private void notePort(int code) {
    if (code >= 0) {
      capture.portsSeen.set(code);
    }
  }

  private void keepText(ObservedPacket seen, PacketFacts facts) {
    PacketRef ref = reference(seen, facts);
    seen.ref = ref;
    int weight = ref.text().length() + BESIDE_TEXT;
    capture.connections.grow(seen.flow.connection, weight);
    if (seen.flow.source.wantsExample(seen)) {
      capture.sources.grow(seen.flow.source, weight);
    }
  }

  /**
   * What comes next was captured at a place of this name, and what comes from there is told by it.
   */
  public void takenAt(String place) {
    capture.places.takenAt(place);
  }

  /** Has a packet point to its text for a while; whether it does not do so anyway. */
  public boolean lendText(ObservedPacket seen, Observation observation) {
    PacketFacts facts = observation.facts;
    if (seen.ref != null || facts == null) {
      return false;
    }
    seen.ref = reference(seen, facts);
    return true;
  }

  /** Ends what {@link #lendText} began. */
  public void takeBackText(ObservedPacket seen) {
    seen.ref = null;
  }

  private static PacketRef reference(ObservedPacket seen, PacketFacts facts) {
    RecordText text = shown(facts.text);
    Flow flow = seen.flow;
    Connection connection = flow.connection;
    Ends ends =
        new Ends(
            flow.source.host,
            flow.port(),
            flow.reverse().source.host,
            flow.reverse().port(),
            connection.protocol());
    return new PacketRef(
        seen.record, text.firstLine(), facts.time, facts.printedTtl, text, ends, "");
  }

  /** A finding shows what a packet says, and not megabytes of dump. */
  private static RecordText shown(RecordText text) {
    return text.length() <= LONGEST_TEXT ? text : cut(text);
  }

  private static RecordText cut(RecordText text) {
    byte[] bytes = Arrays.copyOf(text.bytes(), LONGEST_TEXT);
    RecordText cut = RecordText.wrap(text.firstLine(), text.lines(), bytes);
    return text.isPossibleTrailer() ? cut.asPossibleTrailer() : cut;
  }

  private void remember(ObservedPacket seen, Connection connection) {
    connection.add(seen);
    Source from = seen.flow.source;
    boolean newLevel = seen.ttl >= 0 && !from.levels.has(seen.ttl) && !from.others.has(seen.ttl);
    from.add(seen);
    if (newLevel && seen.kind != PacketKind.RESET) {
      from.place.noteHost(seen.ttl, seen.record, from.host);
    }
    if (seen.isSynAck() && !seen.flow.rewritten) {
      from.serves(seen.flow);
    }
    if (seen.kind == PacketKind.RESET) {
      from.waits(connection);
    }
  }

  // Resets, SYNs and ICMP errors are what findings are about; of the others one of each TTL serves
  // as an example, and more of them where a flow has several. Texts are most of what is kept, and
  // most flows but TCP's are one packet, with which nothing is compared: so not the very first.
  private static boolean keepsText(ObservedPacket seen) {
    Flow flow = seen.flow;
    if (seen.kind == PacketKind.RESET) {
      return flow.resets.size() < Flow.MAX_RESETS;
    }
    if (seen.isPureSyn() && !flow.syns.isAgain(seen)) {
      return flow.syns.kept.size() < SynHistory.MAX;
    }
    if (flow.source.wantsExample(seen) || seen.kind == PacketKind.ICMP_ERROR) {
      return true;
    }
    boolean asks = seen.kind == PacketKind.UDP || seen.kind == PacketKind.ECHO_REQUEST;
    if (asks && flow.packets == 1 && flow.reverse().packets == 0) {
      return true;
    }
    WaitingData waiting = flow.waiting;
    if (waiting != null && waiting.times == 1 && waiting.isRepeatedBy(seen)) {
      return true;
    }
    if (flow.strange.size() < Flow.MAX_STRANGE && OddPackets.isStrange(flow, seen)) {
      return true;
    }
    TtlCount level = flow.levels.get(seen.ttl);
    int ttls = flow.levels.size();
    if (level != null) {
      return level.examples.size() < (ttls > 1 ? TEXTS_PER_ODD_TTL : 1);
    }
    boolean veryFirst = ttls == 0 && seen.kind != PacketKind.TCP;
    // With too many TTLs nothing of the flow is judged.
    return seen.kind.counts() && !veryFirst && ttls <= Source.MANY;
  }

  private void addError(IcmpMessage message, ObservedPacket seen, String tunnel) {
    IcmpError note = IcmpError.of(message, seen, tunnel);
    seen.flow.source.add(note);
    capture.noteErrorSource(seen.flow.source);
    note.quotedTarget().ifPresent(capture::noteErrorTarget);
    Optional<InnerPacket> quoted = message.quoted();
    if (quoted.isEmpty()) {
      if (message.subject().isPresent() && IcmpError.mayConcernSyn(message)) {
        int place = seen.flow.source.place.number;
        String asker = seen.flow.reverse().source.host;
        String asked = PacketFacts.host(message.subject().get()) + tunnel;
        int port = note.namedPort().orElse(-1);
        capture.noteUnquoted(new ObservedCapture.Unquoted(place, asker, asked, port), note);
      }
      return;
    }
    InnerPacket inner = quoted.get();
    capture.adoptOrKeep(
        new ObservedCapture.Orphan(
            PacketFacts.host(inner.ip().src()) + tunnel,
            inner.payload().sourcePort().orElse(null),
            PacketFacts.host(inner.ip().dst()) + tunnel,
            inner.payload().targetPort().orElse(null),
            PacketObserver.protocol(inner.ip(), inner.payload()),
            note));
  }
}
