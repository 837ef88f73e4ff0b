package io.hopwise.analysis.traffic;

import io.hopwise.analysis.citation.PacketNumber;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.distance.PacketKind;
import io.hopwise.analysis.observation.InOrOut;
import io.hopwise.analysis.observation.LinkEnds;
import io.hopwise.analysis.observation.PacketFacts;
import io.hopwise.analysis.place.Clock;
import io.hopwise.packet.TcpFlags;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one packet. It is small, so that many can be kept: its fields hold -1 for
 * what was not printed, and its methods return an empty {@code Optional} for that.
 *
 * @since 0.1
 */
public final class ObservedPacket {
  static final long NO_TIME = Clock.NO_TIME;

  long record;
  long line;
  long nanos = NO_TIME;
  long seq = -1;
  long seqEnd = -1;
  long ack = -1;
  int id = -1;
  int window = -1;
  int length = -1;
  int payload = -1;
  int ipLength = -1;
  short ttl = -1;
  short flags = -1;
  byte df = -1;
  boolean timestamps;
  PacketKind kind = PacketKind.LEFT_OUT;
  InOrOut direction = InOrOut.UNKNOWN;
  @Nullable String interfaceName;
  final Flow flow;
  @Nullable PacketRef ref;
  @Nullable Marks marks;

  /** What other packets have shown about this one. */
  static final class Marks {
    /** The record of the other side with the same IP id, 0 if there is none. */
    long copiesIdOf;

    /** A packet with the same sequence number but another length and TTL, if there is one. */
    @Nullable PacketNumber overlaps;

    /** The record of the same packet captured with another TTL, 0 if there is none. */
    long duplicates;

    /** For a reset: the packet in which its side went on sending, if there is one. */
    @Nullable PacketNumber continuedBy;

    /** The packet with the reset's own TTL, more than 5 ms later, in which its side went on. */
    @Nullable PacketNumber goesOn;

    /** The IP id of that packet. */
    int goesOnId = -1;

    /** As {@link #goesOn}, for the first packet with data. */
    @Nullable PacketNumber goesOnWithData;

    /** The IP id and the sequence number of that packet. */
    int dataId = -1;

    long dataSeq = -1;

    /** The IP ids of the flow's packets before and after a suspect one, -1 if there is none. */
    int idBefore = -1;

    int idBehind = -1;

    /** The highest sequence number the side had sent before, as printed; -1 if nothing. */
    long sentUpTo = -1;

    /** The record of the other side's SYN that a reset answers, 0 if none. */
    long answersSyn;

    /** How long the connection had been silent, in nanoseconds; -1 if unknown. */
    long idle = -1;

    /** The IP id, TTL and time of the source's last packet before this one with another TTL. */
    int priorId = -1;

    int priorTtl = -1;
    long priorNanos = NO_TIME;

    /** As {@link #idBefore}, but of any age. */
    int idLongBefore = -1;

    /** Whether a packet of the other side came so shortly before a reset that it provoked it. */
    boolean prompt;

    /** Whether both sides had sent a FIN before a reset. */
    boolean afterClose;

    /** The link-layer addresses that a suspect passed between, where they are printed. */
    @Nullable LinkEnds link;

    /** For a bare reset: the SYN in its sender's name that the reset shows to be forged. */
    @Nullable ObservedPacket disowned;

    Marks shifted(long records, long lines, long nanos) {
      Marks copy = new Marks();
      copy.idLongBefore = idLongBefore;
      copy.afterClose = afterClose;
      copy.prompt = prompt;
      copy.link = link;
      copy.disowned = disowned;
      copy.copiesIdOf = moved(copiesIdOf, records);
      copy.overlaps = moved(overlaps, records, lines);
      copy.duplicates = moved(duplicates, records);
      copy.continuedBy = moved(continuedBy, records, lines);
      copy.answersSyn = moved(answersSyn, records);
      copy.goesOn = moved(goesOn, records, lines);
      copy.goesOnWithData = moved(goesOnWithData, records, lines);
      copy.goesOnId = goesOnId;
      copy.dataId = dataId;
      copy.dataSeq = dataSeq;
      copy.idBefore = idBefore;
      copy.idBehind = idBehind;
      copy.sentUpTo = sentUpTo;
      copy.idle = idle;
      copy.priorId = priorId;
      copy.priorTtl = priorTtl;
      copy.priorNanos = priorNanos == NO_TIME ? NO_TIME : priorNanos + nanos;
      return copy;
    }

    private static long moved(long record, long records) {
      return record == 0 ? 0 : record + records;
    }

    private static @Nullable PacketNumber moved(
        @Nullable PacketNumber packet, long records, long lines) {
      return packet == null ? null : packet.shifted(records, lines);
    }
  }

  ObservedPacket(Flow flow) {
    this.flow = flow;
  }

  /** A packet with these headers, the given kind, place and time. */
  static ObservedPacket of(Flow flow, PacketFacts facts, PacketKind kind, long record, long nanos) {
    ObservedPacket seen = new ObservedPacket(flow);
    seen.record = record;
    seen.line = facts.text.firstLine();
    seen.nanos = nanos;
    seen.seq = facts.seq;
    seen.seqEnd = facts.seqEnd;
    seen.ack = facts.ack;
    seen.id = facts.id;
    seen.window = facts.window;
    seen.length = facts.length;
    seen.payload = facts.payload;
    seen.ipLength = facts.ipLength;
    seen.ttl = facts.ttl;
    seen.flags = facts.flags;
    seen.df = facts.df;
    seen.timestamps = facts.timestamps;
    seen.direction = facts.direction;
    seen.interfaceName = facts.interfaceName;
    seen.kind = kind;
    return seen;
  }

  Marks mark() {
    Marks mine = marks;
    if (mine == null) {
      mine = new Marks();
      marks = mine;
    }
    return mine;
  }

  /** This packet, moved back in a capture by the records, lines and time before it. */
  ObservedPacket shifted(Flow newFlow, long records, long lines, long moreNanos) {
    ObservedPacket copy = new ObservedPacket(newFlow);
    copy.record = record + records;
    copy.line = line == 0 ? 0 : line + lines;
    copy.nanos = nanos == NO_TIME ? NO_TIME : nanos + moreNanos;
    copy.seq = seq;
    copy.seqEnd = seqEnd;
    copy.ack = ack;
    copy.id = id;
    copy.window = window;
    copy.length = length;
    copy.payload = payload;
    copy.ipLength = ipLength;
    copy.ttl = ttl;
    copy.flags = flags;
    copy.df = df;
    copy.timestamps = timestamps;
    copy.direction = direction;
    copy.interfaceName = interfaceName;
    copy.kind = kind;
    copy.ref = ref == null ? null : ref.shifted(records, lines);
    copy.marks = marks == null ? null : marks.shifted(records, lines, moreNanos);
    return copy;
  }

  /** The direction it went: claimed sender, receiver, ports. */
  public Flow flow() {
    return flow;
  }

  /** Whether the capture says that it went out of the machine that it was taken on. */
  public boolean wentOut() {
    return direction == InOrOut.OUT;
  }

  /** What kind of packet it is. */
  public PacketKind kind() {
    return kind;
  }

  /** Which record of the capture it is, 1 for the first. */
  public long record() {
    return record;
  }

  /** Which packet of the capture it is. */
  public PacketNumber number() {
    return new PacketNumber(record, line);
  }

  /** Its TTL or hop limit, 0 to 255, where printed. */
  public OptionalInt ttl() {
    return printed(ttl);
  }

  /** Its IPv4 identification, 0 to 65535; empty for IPv6 and where not printed. */
  public OptionalInt id() {
    return printed(id);
  }

  /** As {@link #id}, or this where there is none: without an object for each packet. */
  public int idOr(int absent) {
    return id < 0 ? absent : id;
  }

  private static OptionalInt printed(int value) {
    return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private static OptionalLong printed(long value) {
    return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalLong record(long record) {
    return record == 0 ? OptionalLong.empty() : OptionalLong.of(record);
  }

  /** Whether DF is set; empty for IPv6 and where not printed. */
  public Optional<Boolean> dontFragment() {
    return df < 0 ? Optional.empty() : Optional.of(df > 0);
  }

  /** Its TCP window, not scaled, 0 to 65535, where printed. */
  public OptionalInt window() {
    return printed(window);
  }

  /** Its TCP payload in bytes, where printed. */
  public OptionalInt length() {
    return printed(length);
  }

  /** The bytes after its TCP, UDP or ICMP header, where printed. */
  public OptionalInt payloadBytes() {
    return printed(payload);
  }

  /** As {@link #payloadBytes}, or this where not printed: without an object for each packet. */
  public int payloadBytesOr(int absent) {
    return payload < 0 ? absent : payload;
  }

  /** As {@link #seq}, or this where not printed: without an object for each packet. */
  public long seqOr(long absent) {
    return seq < 0 ? absent : seq;
  }

  /** Its first sequence number as printed; of an ICMP echo, the number in its sequence. */
  public OptionalLong seq() {
    return printed(seq);
  }

  /** Its acknowledgement number as printed; of an ICMP echo, its identifier. */
  public OptionalLong ack() {
    return printed(ack);
  }

  /** Whether it has TCP timestamps. */
  public boolean hasTimestamps() {
    return timestamps;
  }

  /** Nanoseconds on the capture's own clock, which never starts anew at midnight, where printed. */
  public OptionalLong nanos() {
    return nanos == NO_TIME ? OptionalLong.empty() : OptionalLong.of(nanos);
  }

  /** As {@link #nanos}, or this where not printed: without an object for each packet. */
  public long nanosOr(long absent) {
    return nanos == NO_TIME ? absent : nanos;
  }

  /** Whether any of these TCP flags is set; never where none were printed. */
  public boolean has(int mask) {
    return flags > 0 && (flags & mask) != 0;
  }

  /** Whether it carries TCP data or a FIN and is no SYN. */
  boolean carries() {
    return (length > 0 || has(TcpFlags.FIN)) && !has(TcpFlags.SYN);
  }

  /** Whether it is an ACK that carries nothing. */
  boolean isBareAck() {
    return flags == TcpFlags.ACK && length == 0;
  }

  /** For a reset: whether both sides had ended the connection with a FIN before. */
  public boolean isAfterClose() {
    return marks != null && marks.afterClose;
  }

  /** For a bare reset: the SYN in its sender's name that it shows to be forged, if there is one. */
  public Optional<ObservedPacket> disownedSyn() {
    return marks == null ? Optional.empty() : Optional.ofNullable(marks.disowned);
  }

  /** Whether it opens a connection: SYN without ACK and without RST. */
  public boolean isPureSyn() {
    return has(TcpFlags.SYN) && !has(TcpFlags.ACK | TcpFlags.RST);
  }

  /** Whether it accepts a connection: SYN with ACK. */
  public boolean isSynAck() {
    return has(TcpFlags.SYN) && has(TcpFlags.ACK) && !has(TcpFlags.RST);
  }

  /**
   * The packet to point to, with its text; kept for first ones, resets and packets that stand out.
   */
  public Optional<PacketRef> ref() {
    return Optional.ofNullable(ref);
  }

  /** The record of the other direction whose IP id this one copied, if there is one. */
  public OptionalLong copiesIdOf() {
    return marks == null ? OptionalLong.empty() : record(marks.copiesIdOf);
  }

  /** A packet with the same sequence number, another length and another TTL, if there is one. */
  public Optional<PacketNumber> overlaps() {
    return marks == null ? Optional.empty() : Optional.ofNullable(marks.overlaps);
  }

  /** The record that is this very packet with another TTL, if there is one. */
  public OptionalLong duplicates() {
    return marks == null ? OptionalLong.empty() : record(marks.duplicates);
  }

  /** For a reset: the packet that shows its side going on, if there is one. */
  public Optional<PacketNumber> continuedBy() {
    return marks == null ? Optional.empty() : Optional.ofNullable(marks.continuedBy);
  }

  /** For a reset: the record of the SYN it answers, if it answers one. */
  public OptionalLong answersSyn() {
    return marks == null ? OptionalLong.empty() : record(marks.answersSyn);
  }

  /** For a reset: how long its connection had been silent, in nanoseconds, where known. */
  public OptionalLong idleNanos() {
    return marks == null ? OptionalLong.empty() : printed(marks.idle);
  }

  /**
   * Whether the IP id continues that of the source's packet right before this one.
   *
   * @param levels the TTLs of which that packet must have one
   * @param maxStep how much higher the id may be, 1 or more
   * @param maxNanos how much later this packet may be, in nanoseconds
   */
  public boolean runsOnFrom(TtlCounts levels, int maxStep, long maxNanos) {
    Marks mine = marks;
    if (mine == null || id <= 0 || mine.priorId <= 1 || !levels.has(mine.priorTtl)) {
      return false;
    }
    if (nanos != NO_TIME && mine.priorNanos != NO_TIME && nanos - mine.priorNanos > maxNanos) {
      return false;
    }
    int step = (id - mine.priorId) & 0xffff;
    return step > 0 && step <= maxStep;
  }

  /** For a reset: the highest sequence number its side had sent before, as printed. */
  OptionalLong sentUpTo() {
    return marks == null ? OptionalLong.empty() : printed(marks.sentUpTo);
  }
}
