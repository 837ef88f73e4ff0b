package io.hopwise.analysis.traffic;

import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.memory.IdCounter;
import io.hopwise.analysis.memory.ShortList;
import io.hopwise.analysis.memory.WindowSet;
import io.hopwise.analysis.observation.InOrOut;
import io.hopwise.analysis.observation.LinkEnds;
import io.hopwise.analysis.observation.PacketObserver;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpFlags;
import io.hopwise.packet.device.PfLog;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a flow, and how packets and the later half of a capture are added to it.
 */
abstract class FlowMemory {
  /** How many resets of a flow are remembered one by one. */
  public static final int MAX_RESETS = 32;

  /** Where numbers count from the first one, they are mostly less. */
  private static final long MAX_RELATIVE = 1L << 30;

  /** How many packets of a flow that do not look like it are remembered one by one. */
  static final int MAX_STRANGE = 8;

  final Connection connection;
  final Source source;
  final @Nullable Port port;
  final int portCode;
  final TtlCounts levels = new TtlCounts();
  List<ObservedPacket> resets = List.of();
  final SynHistory syns = new SynHistory();
  @Nullable TreeMap<Integer, Long> resetsByTtl;
  final WindowSet windows = new WindowSet();
  final IdCounter ids = new IdCounter();

  /** Packets out of the counter that no packet with an id followed yet, the first few. */
  List<ObservedPacket> awaitingId = List.of();

  /** Packets at the flow's own TTL that lack the DF bit or the timestamps it had before. */
  List<ObservedPacket> strange = List.of();

  /** Where link-layer addresses are printed, the packet that they show in a circle. */
  @Nullable LoopingPacket loop;

  /** The link-layer addresses that its packets passed between, suspects left out. */
  @Nullable LinkEnds ownLink;

  /** Whether there were others. */
  boolean severalLinks;

  /** Its data that wait for an acknowledgement, once there are any. */
  @Nullable UnansweredData waiting;

  /** Its datagrams or pings, once there are any. */
  @Nullable Requests requests;

  /** What a packet filter logged of it, if one did. */
  @Nullable FilterLog log;

  /** Whether its packets are those of another flow, passed on with one address rewritten. */
  boolean rewritten;

  /** How many of its packets are SYN-ACKs. */
  long synAcks;

  /** The record of its first FIN after its last SYN, 0 if there is none. */
  long endRecord;

  /** How many of its packets have a TCP checksum that does not fit. */
  long badSums;

  /** Whether its source remembers that it answered a handshake in it. */
  boolean isServed;

  boolean cameIn;
  boolean wentOut;
  long packets;
  long afterSyn;
  long isn = -1;
  long maxEnd = -1;
  long firstAfterSyn;

  FlowMemory(Connection connection, Source source, @Nullable Port port) {
    this.connection = connection;
    this.source = source;
    this.port = port;
    this.portCode = PacketObserver.code(port);
  }

  abstract Flow reverse();

  abstract boolean isOpen();

  void add(ObservedPacket seen) {
    packets++;
    cameIn |= seen.direction == InOrOut.IN;
    wentOut |= seen.direction == InOrOut.OUT;
    if (afterSyn == 0 && syns.count > 0 && seen.kind.counts() && !seen.isPureSyn()) {
      source.answersIn(levels);
    }
    if (seen.kind == PacketKind.RESET) {
      addReset(seen);
    } else if (seen.kind.counts()) {
      addCounted(seen);
    }
    if (seen.kind == PacketKind.UDP || seen.kind == PacketKind.ECHO_REQUEST) {
      ask(seen);
    } else if (seen.kind == PacketKind.TCP || seen.kind == PacketKind.RESET) {
      noteData(seen);
    }
    if (seen.isPureSyn()) {
      addSyn(seen);
    } else if (seen.kind != PacketKind.RESET) {
      afterSyn++;
      synAcks += seen.isSynAck() ? 1 : 0;
      endRecord = endRecord == 0 && seen.has(TcpFlags.FIN) ? seen.record : endRecord;
      firstAfterSyn = firstAfterSyn == 0 ? seen.record : firstAfterSyn;
    }
    if (seen.has(TcpFlags.SYN) && seen.seq >= 0) {
      isn = seen.seq;
    }
  }

  /**
   * The number of its first byte of data, as printed where the first data have this number; -1
   * where the handshake was not seen.
   */
  long firstNumber(long first) {
    if (isn < 0) {
      return -1;
    }
    boolean absolute = ((first - isn) & 0xffffffffL) < MAX_RELATIVE;
    return absolute ? isn + 1 & 0xffffffffL : 1;
  }

  /** Adds what a packet filter that logged a packet says of it. */
  void addLogged(PfLog logged, ObservedPacket seen) {
    FilterLog known = log;
    if (known == null) {
      known = new FilterLog();
      log = known;
    }
    known.add(logged, seen);
  }

  /** Adds the link-layer addresses that a packet passed between, before the packet itself. */
  void addLink(ObservedPacket seen, LinkEnds link) {
    if (seen.kind == PacketKind.RESET || OddPackets.isStrange(this, seen)) {
      seen.mark().link = link;
    } else if (seen.kind.counts()) {
      noteLink(link);
    }
    LoopingPacket known = loop;
    if (known == null) {
      known = new LoopingPacket();
      loop = known;
    }
    boolean before = known.isLoop();
    known.add(seen, link);
    source.loops += !before && known.isLoop() ? 1 : 0;
  }

  private void noteLink(LinkEnds link) {
    severalLinks |= ownLink != null && !ownLink.equals(link);
    ownLink = ownLink == null ? link : ownLink;
  }

  private void ask(ObservedPacket seen) {
    Requests asked = requests;
    if (asked == null) {
      asked = new Requests();
      requests = asked;
    }
    asked.add(seen);
  }

  void noteData(ObservedPacket seen) {
    UnansweredData theirs = reverse().waiting;
    if (theirs != null) {
      theirs.noteAnswer(seen);
    }
    if (seen.length > 0
        && seen.seq >= 0
        && seen.kind == PacketKind.TCP
        && !seen.has(TcpFlags.SYN)) {
      if (waiting == null) {
        waiting = new UnansweredData(seen);
      } else {
        waiting.noteSent(seen);
      }
    }
  }

  private void addReset(ObservedPacket seen) {
    countResets(seen.ttl, 1);
    keepReset(seen);
    noteIdBefore(seen);
  }

  private void noteIdBefore(ObservedPacket seen) {
    seen.mark().idBefore = ids.lastBefore(seen.nanos);
    seen.mark().idLongBefore = ids.last();
    awaitId(seen);
  }

  /** Notes a packet that is none of the counter's: the next id is the one behind it. */
  void awaitId(ObservedPacket seen) {
    if (awaitingId.size() < MAX_STRANGE) {
      awaitingId = ShortList.plus(awaitingId, seen);
    }
  }

  /** The id behind the packets that wait for one. */
  void noteIdBehind(int id) {
    if (id > 0 && !awaitingId.isEmpty()) {
      awaitingId.forEach(packet -> packet.mark().idBehind = id);
      awaitingId = List.of();
    }
  }

  void keepStrange(ObservedPacket seen) {
    if (strange.size() < MAX_STRANGE) {
      strange = ShortList.plus(strange, seen);
    }
  }

  void keepReset(ObservedPacket seen) {
    if (resets.size() < MAX_RESETS) {
      resets = ShortList.plus(resets, seen);
    }
  }

  private void countResets(int ttl, long number) {
    TreeMap<Integer, Long> counts = resetsByTtl;
    if (counts == null) {
      counts = new TreeMap<>();
      resetsByTtl = counts;
    }
    counts.merge(ttl, number, Long::sum);
  }

  private void addCounted(ObservedPacket seen) {
    if (OddPackets.isStrange(this, seen)) {
      keepStrange(seen);
      noteIdBefore(seen);
    } else {
      noteIdBehind(seen.id);
      ids.add(seen.id, seen.nanos);
    }
    if (seen.ttl >= 0) {
      TtlCount level = levels.getOrAdd(seen.ttl);
      level.add(seen);
      if (seen.carries()) {
        level.addCarrier(seen, levels.size() == 1 ? TtlCount.FEW_CARRIERS : TtlCount.MAX_CARRIERS);
      }
    }
    if (seen.window >= 0) {
      windows.add(seen.window);
    }
    if (!seen.has(TcpFlags.SYN)) {
      maxEnd = Math.max(maxEnd, Math.max(seen.seq, seen.seqEnd));
    }
  }

  private void addSyn(ObservedPacket seen) {
    endRecord = 0;
    source.asked += syns.count == 0 ? 1 : 0;
    if (afterSyn == 0 && seen.kind.counts()) {
      source.addOpen(seen);
    }
    notePrintedAgain(seen);
    syns.add(seen);
  }

  /** Notes a SYN if it is the last one, printed again. */
  void notePrintedAgain(ObservedPacket syn) {
    if (syns.isAgain(syn) && syn.kind.counts() && syn.ttl >= 0) {
      source.printedAgain++;
    }
  }

  /** Takes over the data that wait at the end of the same flow in the later half. */
  void appendWaiting(FlowMemory later, LaterHalf half) {
    waiting = later.waiting == null ? null : later.waiting.moved(half);
  }

  /** Appends what went the same way in the later half. */
  void append(FlowMemory later, LaterHalf half) {
    long nanos = half.nanos(later.source);
    if (afterSyn == 0 && syns.count > 0 && later.afterSyn > 0) {
      source.answersIn(levels);
    } else if (afterSyn > 0 && later.isOpen()) {
      source.answersIn(later.levels);
    }
    appendRare(later, half);
    endRecord = half.first(later.syns.count > 0 ? 0 : endRecord, later.endRecord);
    badSums += later.badSums;
    rewritten |= later.rewritten;
    source.asked -= syns.count > 0 && later.syns.count > 0 ? 1 : 0;
    synAcks += later.synAcks;
    packets += later.packets;
    cameIn |= later.cameIn;
    wentOut |= later.wentOut;
    afterSyn += later.afterSyn;
    isn = later.isn >= 0 ? later.isn : isn;
    maxEnd = Math.max(maxEnd, later.maxEnd);
    firstAfterSyn = half.first(firstAfterSyn, later.firstAfterSyn);
    OddPackets.append(this, later, half);
    levels.appendOfFlow(source.levels, later.levels, later.source.levels, half, nanos);
    if (later.resetsByTtl != null) {
      later.resetsByTtl.forEach(this::countResets);
    }
    later.resets.forEach(reset -> keepReset(half.copy(reset)));
    if (!later.syns.kept.isEmpty()) {
      notePrintedAgain(half.copy(later.syns.kept.get(0)));
    }
    syns.append(later.syns, half, nanos);
    windows.addAll(later.windows);
  }

  /** Appends what most flows have none of. */
  private void appendRare(FlowMemory later, LaterHalf half) {
    if (later.requests != null) {
      requests = requests == null ? new Requests() : requests;
      requests.append(later.requests, half);
    }
    if (later.ownLink != null) {
      noteLink(later.ownLink);
      severalLinks |= later.severalLinks;
    }
    if (later.log != null) {
      log = log == null ? new FilterLog() : log;
      log.append(later.log, half);
    }
    if (later.loop != null) {
      loop = loop == null ? new LoopingPacket() : loop;
      boolean before = loop.isLoop();
      loop.append(later.loop, half);
      // What is a loop in the later half alone is counted with its source.
      source.loops += !before && loop.isLoop() && !later.loop.isLoop() ? 1 : 0;
    }
  }
}
