package io.hopwise.connections.tracking;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.connections.ConnectionSummary;
import io.hopwise.packet.TcpFlags;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one side sent. Later packets only add to it; the record of what was not seen is 0. */
final class Half {
  final Flow flow;
  long packets;
  long bytes;
  long retransmissions;

  /** The first sequence number of its SYN, -1 where none was seen. */
  long isn = -1;

  /** The IP id of that SYN, -1 where not printed. */
  int synId = -1;

  /** How many SYNs had gone this way when the connection began. */
  long synsBefore;

  /** Whether it sent a SYN with ACK. */
  boolean hasAccepted;

  /** Whether it sent a segment that is neither a SYN nor a reset. */
  boolean hasSpoken;

  /** Whether it sent a packet before its first reset. */
  boolean spokeBeforeReset;

  /** The record and the time of its first segment with ACK that is neither. */
  long ack;

  long ackNanos = Track.NO_TIME;

  /** The record of its first FIN. */
  long fin;

  @Nullable ObservedPacket reset;

  private @Nullable SequenceSpace sent;

  Half(Flow flow) {
    this.flow = flow;
  }

  void count(ObservedPacket seen) {
    packets++;
    bytes += seen.payloadBytesOr(0);
  }

  /** Takes its first SYN, with or without ACK. */
  void addSyn(ObservedPacket seen) {
    if (isn < 0) {
      isn = seen.seqOr(-1);
      synId = seen.idOr(-1);
    }
  }

  void addReset(ObservedPacket seen) {
    if (reset == null) {
      reset = seen;
      spokeBeforeReset = packets > 1;
    }
  }

  /** Takes a segment that is neither a SYN nor a reset. */
  void addSegment(ObservedPacket seen) {
    boolean ends = seen.has(TcpFlags.FIN);
    hasSpoken = true;
    fin = fin == 0 && ends ? seen.record() : fin;
    if (ack == 0 && seen.has(TcpFlags.ACK)) {
      ack = seen.record();
      ackNanos = seen.nanosOr(Track.NO_TIME);
    }
    long length = (long) seen.payloadBytesOr(0) + (ends ? 1 : 0);
    long seq = seen.seqOr(-1);
    if (length > 0 && seq >= 0) {
      addData(seen, seq, length);
    }
  }

  private void addData(ObservedPacket seen, long seq, long length) {
    SequenceSpace space = sent;
    if (space == null) {
      space = new SequenceSpace();
      sent = space;
    }
    boolean again = space.add(seq, length, seen.idOr(-1));
    retransmissions += again && seen.duplicates().isEmpty() ? 1 : 0;
  }

  /** The same facts in a capture in which so many records come before. */
  Half movedTo(Flow other, long records, long nanos) {
    Half moved = new Half(other);
    moved.packets = packets;
    moved.bytes = bytes;
    moved.retransmissions = retransmissions;
    moved.isn = isn;
    moved.synId = synId;
    boolean follows = records > 0;
    moved.synsBefore = synsBefore + (follows ? other.pureSyns() - flow.pureSyns() : 0);
    moved.hasAccepted = hasAccepted;
    moved.hasSpoken = hasSpoken;
    moved.ack = moved(ack, records);
    moved.ackNanos = ackNanos == Track.NO_TIME ? ackNanos : ackNanos + nanos;
    moved.fin = moved(fin, records);
    ObservedPacket mine = reset;
    ObservedPacket known = mine == null ? null : other.kept(mine.record() + records);
    moved.reset = known == null ? mine : known;
    moved.spokeBeforeReset = spokeBeforeReset;
    moved.sent = sent == null ? null : new SequenceSpace(sent);
    return moved;
  }

  private static long moved(long record, long records) {
    return record == 0 ? 0 : record + records;
  }

  /** Adds what the side sent later. Data on the two sides of the cut are not compared. */
  void absorb(Half later) {
    synId = isn < 0 ? later.synId : synId;
    isn = isn < 0 ? later.isn : isn;
    hasAccepted |= later.hasAccepted;
    hasSpoken |= later.hasSpoken;
    ackNanos = ack == 0 ? later.ackNanos : ackNanos;
    ack = ack == 0 ? later.ack : ack;
    fin = fin == 0 ? later.fin : fin;
    if (reset == null) {
      reset = later.reset;
      spokeBeforeReset = packets > 0 || later.spokeBeforeReset;
    }
    packets += later.packets;
    bytes += later.bytes;
    retransmissions += later.retransmissions;
    sent = later.sent == null ? sent : later.sent;
  }

  ConnectionSummary.Side side(ObservedCapture capture) {
    return new ConnectionSummary.Side(
        flow.source().host(),
        flow.port(),
        packets,
        bytes,
        retransmissions,
        routers(capture),
        isn < 0 ? OptionalLong.empty() : OptionalLong.of(isn),
        synId < 0 ? OptionalInt.empty() : OptionalInt.of(synId));
  }

  /** How many routers lie between here and it; empty where its TTLs do not tell. */
  OptionalInt routers(ObservedCapture capture) {
    if (capture.isBeyondJudgement(flow.source())) {
      return OptionalInt.empty();
    }
    TtlCounts levels = flow.levels().isEmpty() ? flow.source().levels() : flow.levels();
    if (levels.isEmpty() || levels.nearest() != levels.farthest()) {
      return OptionalInt.empty();
    }
    int routers = levels.nearest();
    return routers > HopSet.MAX_HOPS ? OptionalInt.empty() : OptionalInt.of(routers);
  }
}
