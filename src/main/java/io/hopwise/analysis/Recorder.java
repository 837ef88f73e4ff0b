package io.hopwise.analysis;

import io.hopwise.packet.Entry;
import io.hopwise.packet.IcmpMessage;
import io.hopwise.packet.InnerPacket;
import io.hopwise.packet.Notice;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.text.RecordText;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a capture's entries, in their order, into what is remembered of it. */
final class Recorder {
  private static final int LONGEST_TEXT = 2048;

  /** About what keeping a packet takes beside its text, in bytes. */
  private static final int BESIDE_TEXT = 256;

  private static final int TEXTS_PER_ODD_TTL = 4;

  private final Capture capture;
  private final Consumer<Connection> forgets;
  private final Consumer<Source> forgetsSource;

  /**
   * Records into a capture.
   *
   * @param forgets is told of connections about to be forgotten
   * @param forgetsSource is told of sources about to be forgotten
   */
  Recorder(Capture capture, Consumer<Connection> forgets, Consumer<Source> forgetsSource) {
    this.capture = capture;
    this.forgets = forgets;
    this.forgetsSource = forgetsSource;
  }

  /** Takes one entry in; gives what is remembered of it if it was an IP packet. */
  @Nullable Sighting add(Observation observation) {
    capture.noteLines(observation.firstLine, observation.lines);
    if (observation.ambiguous) {
      addAmbiguous(observation.entry);
      return null;
    }
    Facts facts = observation.facts;
    if (facts != null) {
      capture.records++;
      Sighting seen = add(facts);
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
      capture.clock.read(other.time());
    } else if (entry instanceof Notice notice) {
      add(notice);
    } else if (entry instanceof Reject) {
      capture.rejects++;
    }
  }

  // Whoever sends text that looks like a record must neither make a finding nor explain one away.
  private void addAmbiguous(@Nullable Entry entry) {
    if (entry instanceof Packet) {
      capture.records++;
      capture.packets++;
      capture.ambiguous++;
    } else if (entry instanceof OtherRecord) {
      capture.records++;
      capture.otherRecords++;
    } else if (entry instanceof Notice) {
      capture.notices++;
    } else {
      capture.rejects++;
    }
  }

  private void add(Notice notice) {
    capture.notices++;
    capture.places.note(notice, capture.records);
    long count = notice.count().orElse(-1);
    switch (notice.kind()) {
      case PACKETS_CAPTURED -> capture.emptyRuns += count == 0 ? 1 : 0;
      case RECEIVED_BY_FILTER -> capture.receivedByFilter += Math.max(0, count);
      case VERBOSE_SUPPRESSED -> capture.verboseSuppressed = true;
      case COMMAND -> notice.subject().map(PortFilter::ports).ifPresent(capture::noteAsked);
      default -> {}
    }
  }

  private Sighting add(Facts facts) {
    capture.packets++;
    Source from = capture.source(facts.src);
    Source to = capture.source(facts.dst);
    notePort(facts.srcCode);
    notePort(facts.dstCode);
    Ends ends = Ends.of(from, facts.srcCode, to, facts.dstCode, facts.protocol);
    Connection connection = capture.connection(ends, from, facts.srcPort, to, facts.dstPort);
    Flow flow = connection.from(from, facts.srcCode);
    Kind kind = to.isMany || from.isMany ? facts.kind.toMany() : facts.kind;
    long nanos = capture.clock.read(facts.timeForm, facts.printedNanos);
    Sighting seen = Sighting.of(flow, facts, kind, capture.records, nanos);
    if (keepsText(seen)) {
      keepText(seen, facts);
    }
    capture.packetsWithoutTtl += seen.ttl < 0 ? 1 : 0;
    capture.resets += kind == Kind.RESET ? 1 : 0;
    remember(seen, connection);
    if (kind == Kind.ICMP_ERROR && facts.error != null) {
      addError(facts.error, seen);
    }
    return seen;
  }

  private void notePort(int code) {
    if (code >= 0) {
      capture.portsSeen.set(code);
    }
  }

  private void keepText(Sighting seen, Facts facts) {
    RecordText text = shown(facts.text);
    seen.ref = new PacketRef(seen.record, text.firstLine(), facts.time, facts.printedTtl, text);
    int weight = text.length() + BESIDE_TEXT;
    capture.connections.grow(seen.flow.connection, weight);
    if (seen.flow.source.wantsExample(seen)) {
      capture.sources.grow(seen.flow.source, weight);
    }
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
    capture.duplicates += connection.duplicates - twice;
    Source from = seen.flow.source;
    boolean newLevel = seen.ttl >= 0 && !from.levels.has(seen.ttl) && !from.others.has(seen.ttl);
    from.add(seen);
    if (newLevel && seen.kind != Kind.RESET) {
      capture.noteHost(seen.ttl, seen.record, from.host);
    }
    if (seen.isSynAck()) {
      from.serves(seen.flow);
    }
    if (seen.kind == Kind.RESET) {
      from.waits(connection);
    }
  }

  // Resets, SYNs and ICMP errors are what findings are about; of the others one of each TTL serves
  // as an example, and more of them where a flow has several. Texts are most of what is kept, and
  // most flows but TCP's are one packet, with which nothing is compared: so not the very first.
  private static boolean keepsText(Sighting seen) {
    Flow flow = seen.flow;
    if (seen.kind == Kind.RESET) {
      return flow.resets.size() < Flow.MAX_RESETS;
    }
    if (seen.isPureSyn() && !flow.isSynAgain(seen)) {
      return flow.syns.size() < Flow.MAX_SYNS;
    }
    if (flow.source.wantsExample(seen) || seen.kind == Kind.ICMP_ERROR) {
      return true;
    }
    Level level = flow.levels.get(seen.ttl);
    int ttls = flow.levels.size();
    if (level != null) {
      return level.examples.size() < (ttls > 1 ? TEXTS_PER_ODD_TTL : 1);
    }
    boolean veryFirst = ttls == 0 && seen.kind != Kind.TCP;
    // With too many TTLs nothing of the flow is judged.
    return seen.kind.counts() && !veryFirst && ttls <= Source.MANY;
  }

  private void addError(IcmpMessage message, Sighting seen) {
    IcmpNote note = Observer.note(message, seen);
    seen.flow.source.add(note);
    capture.noteErrorSource(seen.flow.source);
    Optional<InnerPacket> quoted = message.quoted();
    if (quoted.isEmpty()) {
      if (message.subject().isPresent() && IcmpNote.mayConcernSyn(message)) {
        String asker = seen.flow.reverse().source.host;
        String asked = Facts.host(message.subject().get());
        int port = note.namedPort().orElse(-1);
        capture.noteUnquoted(new Capture.Unquoted(asker, asked, port), note);
      }
      return;
    }
    InnerPacket inner = quoted.get();
    capture.adoptOrKeep(
        new Capture.Orphan(
            Facts.host(inner.ip().src()),
            Observer.code(Observer.sourcePort(inner.payload())),
            Facts.host(inner.ip().dst()),
            Observer.code(Observer.targetPort(inner.payload())),
            Observer.protocol(inner.ip(), inner.payload()),
            note));
  }
}
