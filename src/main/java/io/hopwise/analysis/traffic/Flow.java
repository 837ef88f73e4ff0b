package io.hopwise.analysis.traffic;

import com.google.common.collect.ImmutableList;
import io.hopwise.analysis.observation.PacketObserver;
import io.hopwise.packet.Port;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection: what one claimed sender and port sent to another.
 *
 * @since 0.1
 */
public final class Flow extends FlowMemory {
  Flow(Connection connection, Source source, @Nullable Port port) {
    super(connection, source, port);
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

  /** Whether it goes from the same port as the other flow, or both from none. */
  public boolean hasPortOf(Flow other) {
    return isFrom(other.port);
  }

  /** Whether it goes from one host and port to the same: which packets are answers is not told. */
  public boolean isToItself() {
    return source == reverse().source && hasPortOf(reverse());
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
  @Override
  public Flow reverse() {
    return connection.one == this ? connection.other : connection.one;
  }

  /** The TTLs of its packets, resets left out. */
  public TtlCounts levels() {
    return levels;
  }

  /** Whether its sender sent SYNs and, after them, nothing but resets. */
  @Override
  public boolean isOpen() {
    return syns.count > 0 && afterSyn == 0;
  }

  /** Whether it has TTLs, all of which would mean a distance of 30 routers or more. */
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
        || (waiting != null && (waiting.isWaiting() || waiting.isMissed()))
        || (unheard && (syns.count > 0 || requests != null));
  }

  /** Whether its sender sent a reset. */
  public boolean hasResets() {
    return !resets.isEmpty();
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

  /** Its data that were sent three times or more without being acknowledged, if there are any. */
  public Optional<UnansweredData> unanswered() {
    return Optional.ofNullable(waiting).filter(UnansweredData::isWaiting);
  }

  /** Its data, where some are missing that the other side goes on asking for. */
  public Optional<UnansweredData> missed() {
    return Optional.ofNullable(waiting).filter(UnansweredData::isMissed);
  }

  /** Of datagrams and pings, the first one. */
  public Optional<ObservedPacket> firstRequest() {
    return Optional.ofNullable(requests).map(Requests::first);
  }

  /**
   * Of datagrams and pings, nanoseconds from the first to the last one, where times are printed.
   */
  public OptionalLong span() {
    return requests == null ? OptionalLong.empty() : requests.span();
  }

  /** Whether it has datagrams or pings, all as long. */
  public boolean hasOneLength() {
    return requests != null && requests.haveOneLength();
  }

  /** The packet that routers send in a circle, if there is one. */
  public Optional<LoopingPacket> loop() {
    return Optional.ofNullable(loop).filter(LoopingPacket::isLoop);
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

  /** Whether a packet of it went out of the machine that the capture was taken on. */
  public boolean hasGoneOut() {
    return wentOut;
  }

  /** Whether its packets came in where the capture was taken, and did not go out there. */
  public boolean onlyCameIn() {
    return cameIn && !wentOut;
  }

  /**
   * Whether all it sent, resets left out, are SYNs without the options that every operating system
   * sends: the probes of a scanner, which its own system knows nothing of and resets.
   */
  public boolean isScan() {
    return isOpen() && syns.areBare();
  }

  /** Whether a packet came after the first SYN without ACK. */
  public boolean isAfterFirstSyn(ObservedPacket seen) {
    return syns.count > 0 && seen.record > syns.firstRecord;
  }

  /** When the last SYN without ACK went, on the capture's own clock, where times are printed. */
  public OptionalLong lastPureSynNanos() {
    return syns.lastNanos();
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
}
