package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.memory.IdCounter;
import io.hopwise.analysis.memory.ShortList;
import io.hopwise.analysis.memory.WindowSet;
import io.hopwise.analysis.observation.Direction;
import io.hopwise.analysis.observation.PacketObserver;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpFlags;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection: what one claimed sender and port sent to another.
 *
 * @since 0.1
 */
public final class Flow {
  /** How many resets of a flow are remembered one by one. */
  public static final int MAX_RESETS = 32;

  /** How many packets of a flow that do not look like it are remembered one by one. */
  static final int MAX_STRANGE = 8;

  final Connection connection;
  final Source source;
  final @Nullable Port port;
  final int portCode;
  final TtlCounts levels = new TtlCounts();
  public List<ObservedPacket> resets = List.of();
  final SynHistory syns = new SynHistory();
  private @Nullable TreeMap<Integer, Long> resetsByTtl;
  final WindowSet windows = new WindowSet();
  final IdCounter ids = new IdCounter();

  /** Packets out of the counter that no packet with an id followed yet, the first few. */
  List<ObservedPacket> awaitingId = List.of();

  /** Packets at the flow's own TTL that lack the DF bit or the timestamps it had before. */
  List<ObservedPacket> strange = List.of();

  /** Where link-layer addresses are printed, the packet that they show in a circle. */
  @Nullable LoopTrail loop;

  /** Its data that wait for an acknowledgement, once there are any. */
  @Nullable WaitingData waiting;

  /** Its datagrams or pings, once there are any. */
  @Nullable Questions questions;

  /** What a packet filter logged of it, if one did. */
  @Nullable FilterLog log;

  /** Whether its packets are those of another flow, passed on with one address rewritten. */
  boolean rewritten;

  /** How many of its packets are SYN-ACKs. */
  long synAcks;

  /** The record of its first FIN behind its last SYN, 0 if there is none. */
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

  Flow(Connection connection, Source source, @Nullable Port port) {
    this.connection = connection;
    this.source = source;
    this.port = port;
    this.portCode = PacketObserver.code(port);
  }

  /** Who claims to be the sender. */
  public Source source() {
    return source;
  }

  /** The sender's port; empty for protocols without ports. */
  public Optional<Port> port() {
    return Optional.ofNullable(port);
  }

  /** Whether this is the sender's port. */
  boolean isFrom(@Nullable Port asked) {
    return portCode == PacketObserver.code(asked)
        && Objects.equals(PacketObserver.name(port), PacketObserver.name(asked));
  }

  /** The claimed sender with its port, as tcpdump prints the two. */
  public String endpoint() {
    return port == null ? source.address() : source.address() + "." + port;
  }

  /** The connection it is one direction of. */
  public Connection connection() {
    return connection;
  }

  /** The other direction. */
  public Flow reverse() {
    return connection.one == this ? connection.other : connection.one;
  }

  /** The TTLs of its packets, resets left out. */
  public TtlCounts levels() {
    return levels;
  }

  /**
   * The TTLs that a reset in it can be held against; as with {@link Source#baseline}, none of a
   * flow that is SYNs alone.
   */
  public TtlCounts baseline(ObservedCapture capture) {
    return levels.thatMeasure(level -> !isOpen() && !capture.isProbe(level, source.place));
  }

  /** Whether it holds SYNs, and nothing that its sender said behind them but resets. */
  public boolean isOpen() {
    return syns.count > 0 && afterSyn == 0;
  }

  /** Whether it has a TTL, and none that tells a distance of less than 30 routers. */
  public boolean isSetByProgram() {
    return !levels.isEmpty() && levels.thatMeasure(level -> true).isEmpty();
  }

  /**
   * Whether most of its packets have checksums that do not fit: they were captured as they went
   * out, before the network card filled the checksums in.
   */
  public boolean isBeforeChecksums() {
    return badSums * 2 > packets;
  }

  /** See {@link Connection#standsOut}. */
  boolean standsOut() {
    boolean unheard = packets > 0 && reverse().packets == 0;
    return !resets.isEmpty()
        || levels.size() > 1
        || !strange.isEmpty()
        || loop != null
        || log != null
        || (waiting != null && waiting.isWaiting())
        || (unheard && (syns.count > 0 || questions != null));
  }

  /** Its resets, first ones first; the very many are only counted. */
  public ImmutableList<ObservedPacket> resets() {
    return ImmutableList.copyOf(resets);
  }

  /** How many resets had this TTL. */
  public long resets(int ttl) {
    return resetsByTtl == null ? 0 : resetsByTtl.getOrDefault(ttl, 0L);
  }

  /** How many packets went this way, of all kinds. */
  public long packets() {
    return packets;
  }

  /** How many of them were SYNs without ACK; one that was printed several times counts once. */
  public long pureSyns() {
    return syns.count;
  }

  /** How many of them were neither a SYN without ACK nor a reset. */
  public long afterSyn() {
    return afterSyn;
  }

  /** Its data that were sent again and again without being acknowledged, if there are any. */
  public Optional<UnansweredData> unanswered() {
    WaitingData data = waiting;
    if (data == null || !data.isWaiting() || data.repeated == null) {
      return Optional.empty();
    }
    boolean timed = data.sinceNanos != ObservedPacket.NO_TIME;
    return Optional.of(
        new UnansweredData(
            data.repeated,
            data.times,
            data.length,
            data.answers,
            data.laterAnswers,
            data.largeArrived,
            timed ? data.lastNanos - data.sinceNanos : -1));
  }

  /** Of datagrams and pings, the first one. */
  public Optional<ObservedPacket> firstQuestion() {
    return Optional.ofNullable(questions).map(Questions::first);
  }

  /** Of datagrams and pings, nanoseconds from the first to the last one; -1 where not timed. */
  public long span() {
    return questions == null ? -1 : questions.span();
  }

  /** Whether it has datagrams or pings, all as long. */
  public boolean hasOneLength() {
    return questions != null && questions.haveOneLength();
  }

  /** The packet that routers send in a circle, if there is one. */
  public Optional<LoopingPacket> loop() {
    LoopTrail trail = loop;
    return trail == null || !trail.isLoop() ? Optional.empty() : Optional.of(trail.loop());
  }

  /** Whether a packet of it stands in a packet filter's log, which has the first packets alone. */
  public boolean isLogged() {
    return log != null;
  }

  /** What a packet filter logged of it, if one did. */
  public Optional<FilterLog> log() {
    return Optional.ofNullable(log);
  }

  /** Whether its packets are those of another flow, passed on with one address rewritten. */
  public boolean isRewritten() {
    return rewritten;
  }

  /** Whether its sender accepted a connection with a SYN-ACK. */
  public boolean accepted() {
    return synAcks > 0;
  }

  /** Its first SYNs without ACK. */
  public ImmutableList<ObservedPacket> syns() {
    return ImmutableList.copyOf(syns.kept);
  }

  /**
   * Whether a SYN without ACK was seen as it came and as it went on: the capture was taken on a
   * machine that passes it on, or before and behind one.
   */
  public boolean isPassedOn() {
    return syns.passedOn;
  }

  /** Whether its packets came in where the capture was taken, and did not go out there. */
  boolean onlyCameIn() {
    return cameIn && !wentOut;
  }

  /**
   * Whether all it sent, resets left out, are SYNs without the options that every operating system
   * sends: the probes of a scanner, which its own system knows nothing of and resets.
   */
  public boolean isScan() {
    return syns.count > 0 && afterSyn == 0 && syns.kept.stream().allMatch(Flow::isBare);
  }

  private static boolean isBare(ObservedPacket syn) {
    int withMssAlone = syn.id < 0 ? 24 : 44;
    return syn.ipLength >= 0 && syn.ipLength <= withMssAlone;
  }

  /** When the last SYN without ACK went, on the capture's own clock, where times are printed. */
  public OptionalLong lastPureSynNanos() {
    return syns.lastNanos == ObservedPacket.NO_TIME
        ? OptionalLong.empty()
        : OptionalLong.of(syns.lastNanos);
  }

  /** Whether a packet of the flow that is no reset was seen with this window (or may have been). */
  public boolean hadWindow(int window) {
    return windows.mayHave(window);
  }

  /** The packet of this record, if it is one of those that are kept whole; else null. */
  public @Nullable ObservedPacket kept(long record) {
    for (ObservedPacket reset : resets) {
      if (reset.record == record) {
        return reset;
      }
    }
    for (TtlCount level : levels.all) {
      for (ObservedPacket carrier : level.carriers) {
        if (carrier.record == record) {
          return carrier;
        }
      }
    }
    for (ObservedPacket odd : strange) {
      if (odd.record == record) {
        return odd;
      }
    }
    return null;
  }

  /**
   * Its data and FINs that lack the DF bit or the TCP timestamps that packets of the same TTL had
   * before them, first ones first.
   */
  public ImmutableList<ObservedPacket> strange() {
    return ImmutableList.copyOf(strange);
  }

  void add(ObservedPacket seen) {
    packets++;
    cameIn |= seen.way == Direction.IN;
    wentOut |= seen.way == Direction.OUT;
    if (afterSyn == 0 && syns.count > 0 && seen.kind.counts() && !seen.isPureSyn()) {
      source.redeem(levels);
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

  private void ask(ObservedPacket seen) {
    Questions asked = questions;
    if (asked == null) {
      asked = new Questions();
      questions = asked;
    }
    asked.add(seen);
  }

  void noteData(ObservedPacket seen) {
    WaitingData theirs = reverse().waiting;
    if (theirs != null) {
      theirs.hear(seen);
    }
    if (seen.length > 0
        && seen.seq >= 0
        && seen.kind == PacketKind.TCP
        && !seen.has(TcpFlags.SYN)) {
      if (waiting == null) {
        waiting = new WaitingData(seen);
      } else {
        waiting.send(seen);
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

  void addResets(Flow later) {
    if (later.resetsByTtl != null) {
      later.resetsByTtl.forEach(this::countResets);
    }
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
}
