package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Port;
import io.hopwise.packet.TcpFlags;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One direction of a connection: what one claimed sender and port sent to another. */
public final class Flow {
  /** How many resets of a flow are remembered one by one. */
  public static final int MAX_RESETS = 32;

  /** How many SYNs of a flow are remembered one by one. */
  static final int MAX_SYNS = 4;

  private static final long[] NO_WINDOWS = {};
  private static final long HALF = 1L << 31;
  private static final long MASK = 0xffffffffL;

  final Connection connection;
  final Source source;
  final @Nullable Port port;
  final int portCode;
  final TtlCounts levels = new TtlCounts();
  public List<ObservedPacket> resets = List.of();
  List<ObservedPacket> syns = List.of();
  private @Nullable TreeMap<Integer, Long> resetsByTtl;
  long[] windows = NO_WINDOWS;

  /** Whether its source remembers that it answered a handshake in it. */
  boolean isServed;

  boolean cameIn;
  boolean wentOut;
  boolean passedOn;
  @Nullable ObservedPacket lastSyn;
  long pureSyns;
  long packets;
  long afterSyn;
  long isn = -1;
  long maxEnd = -1;
  long firstPureSyn;
  long lastPureSyn;
  long lastPureSynNanos = ObservedPacket.NO_TIME;
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

  /** The sender's port as printed; empty for protocols without ports. */
  public String port() {
    return port == null ? "" : port.toString();
  }

  /** The sender's port, 0 to 65535; -1 or less where there is none or its number is not known. */
  public int portNumber() {
    return portCode;
  }

  /** The claimed sender with its port, as tcpdump prints the two. */
  public String endpoint() {
    return port == null ? source.host() : source.host() + "." + port;
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
    return pureSyns;
  }

  /** How many of them were neither a SYN without ACK nor a reset. */
  public long afterSyn() {
    return afterSyn;
  }

  /** Its first SYNs without ACK. */
  public ImmutableList<ObservedPacket> syns() {
    return ImmutableList.copyOf(syns);
  }

  /**
   * Whether a SYN without ACK was seen as it came and as it went on: the capture was taken on a
   * machine that passes it on, or before and behind one.
   */
  public boolean isPassedOn() {
    return passedOn;
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
    return pureSyns > 0 && afterSyn == 0 && syns.stream().allMatch(Flow::isBare);
  }

  private static boolean isBare(ObservedPacket syn) {
    int withMssAlone = syn.id < 0 ? 24 : 44;
    return syn.ipLength >= 0 && syn.ipLength <= withMssAlone;
  }

  /** When the last SYN without ACK went, on the capture's own clock, where times are printed. */
  public Optional<Long> lastPureSynNanos() {
    return lastPureSynNanos == ObservedPacket.NO_TIME
        ? Optional.empty()
        : Optional.of(lastPureSynNanos);
  }

  /** Whether a packet of the flow that is no reset was seen with this window (or may have been). */
  public boolean hadWindow(int window) {
    if (windows.length == 0) {
      return false;
    }
    int bit = (window * 0x9E3779B1) >>> 24;
    return (windows[bit >> 6] & (1L << bit)) != 0;
  }

  /**
   * Whether the reset is one of two with the same TTL, of which one continues what its side had
   * sent and the other jumps beyond it: a sender that guesses where the window will be.
   */
  public boolean jumpsAhead(ObservedPacket reset) {
    if (isn < 0 || reset.seq < 0) {
      return false;
    }
    boolean beyond = isBeyond(reset);
    for (ObservedPacket twin : resets) {
      boolean alike = twin != reset && twin.ttl == reset.ttl && twin.seq >= 0 && near(twin, reset);
      long apart = offset(reset.seq) - offset(twin.seq);
      if (alike && isBeyond(twin) != beyond && Math.abs(apart) > 2) {
        return true;
      }
    }
    return false;
  }

  private boolean isBeyond(ObservedPacket reset) {
    long sent = reset.sentUpTo() < 0 ? 1 : offset(reset.sentUpTo());
    return offset(reset.seq) > sent + 2;
  }

  private static boolean near(ObservedPacket one, ObservedPacket other) {
    return one.nanos == ObservedPacket.NO_TIME
        || other.nanos == ObservedPacket.NO_TIME
        || Math.abs(one.nanos - other.nanos) < 2_000_000_000L;
  }

  /** A printed sequence number as an offset from the first one, however it was printed. */
  private long offset(long printed) {
    long absolute = (printed - isn) & MASK;
    return absolute < HALF / 2 || printed > HALF / 2 ? absolute : printed;
  }

  /** The packet of this record, if it is one of those that are kept whole; else null. */
  @Nullable ObservedPacket kept(long record) {
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
    return null;
  }

  void add(ObservedPacket seen) {
    packets++;
    cameIn |= seen.way == Direction.IN;
    wentOut |= seen.way == Direction.OUT;
    if (seen.kind == PacketKind.RESET) {
      addReset(seen);
    } else if (seen.kind.counts()) {
      addCounted(seen);
    }
    if (seen.isPureSyn()) {
      addSyn(seen);
    } else if (seen.kind != PacketKind.RESET) {
      afterSyn++;
      firstAfterSyn = firstAfterSyn == 0 ? seen.record : firstAfterSyn;
    }
    if (seen.has(TcpFlags.SYN) && seen.seq >= 0) {
      isn = seen.seq;
    }
  }

  private void addReset(ObservedPacket seen) {
    countResets(seen.ttl, 1);
    keepReset(seen);
  }

  void keepReset(ObservedPacket seen) {
    if (resets.size() < MAX_RESETS) {
      resets = TtlCount.plus(resets, seen);
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
    if (seen.ttl >= 0) {
      TtlCount level = levels.getOrAdd(seen.ttl);
      level.add(seen);
      if (seen.carries()) {
        level.addCarrier(seen, levels.size() == 1 ? TtlCount.FEW_CARRIERS : TtlCount.MAX_CARRIERS);
      }
    }
    if (seen.window >= 0) {
      setWindow(seen.window);
    }
    if (!seen.has(TcpFlags.SYN)) {
      maxEnd = Math.max(maxEnd, Math.max(seen.seq, seen.seqEnd));
    }
  }

  private void setWindow(int window) {
    if (windows.length == 0) {
      windows = new long[4];
    }
    int bit = (window * 0x9E3779B1) >>> 24;
    windows[bit >> 6] |= 1L << bit;
  }

  void addWindows(long[] more) {
    if (windows.length == 0) {
      windows = more.clone();
      return;
    }
    for (int i = 0; i < more.length; i++) {
      windows[i] |= more[i];
    }
  }

  private void addSyn(ObservedPacket seen) {
    firstPureSyn = firstPureSyn == 0 ? seen.record : firstPureSyn;
    lastPureSyn = seen.record;
    lastPureSynNanos = seen.nanos;
    if (isSynAgain(seen)) {
      noteSynAgain(seen);
    } else {
      pureSyns++;
      keepSyn(seen);
    }
    lastSyn = seen;
  }

  /** Whether it is the last SYN, printed again. */
  boolean isSynAgain(ObservedPacket seen) {
    return lastSyn != null && Connection.isAgain(lastSyn, seen);
  }

  /** The last SYN was printed again. */
  void noteSynAgain(ObservedPacket seen) {
    passedOn |= lastSyn != null && Connection.isPassedOn(lastSyn, seen);
    if (seen.kind.counts() && seen.ttl >= 0) {
      source.printedAgain++;
    }
  }

  void keepSyn(ObservedPacket seen) {
    if (syns.size() < MAX_SYNS) {
      syns = TtlCount.plus(syns, seen);
    }
  }
}
