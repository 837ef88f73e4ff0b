package io.hopwise.connections.tracking;

import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.packet.TcpFlags;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What one side of a TCP connection sent. The record of what was not seen is 0. */
final class TcpHalf extends Half {
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

  TcpHalf(Flow flow) {
    super(flow);
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

  /**
   * Takes a segment that is neither a SYN nor a reset.
   *
   * @param accepted whether a SYN with ACK was seen, to which tcpdump relates the numbers
   */
  void addSegment(ObservedPacket seen, boolean accepted) {
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
      addData(seen, seq, length, accepted);
    }
  }

  private void addData(ObservedPacket seen, long seq, long length, boolean accepted) {
    SequenceSpace space = sent;
    if (space == null) {
      boolean known = accepted && isn >= 0;
      space = known ? SequenceSpace.behindSyn(isn, seq) : new SequenceSpace();
      sent = space;
    }
    boolean again = space.add(seq, length, seen.idOr(-1), seen.has(TcpFlags.FIN));
    retransmissions += again && seen.duplicates().isEmpty() ? 1 : 0;
  }

  /** The same facts in a capture in which so many records come before. */
  TcpHalf movedTo(Flow other, Shift shift) {
    long records = shift.records();
    TcpHalf moved = new TcpHalf(other);
    moved.addCounts(this);
    moved.retransmissions = retransmissions;
    moved.isn = isn;
    moved.synId = synId;
    boolean follows = records > 0;
    moved.synsBefore = synsBefore + (follows ? other.pureSyns() - flow.pureSyns() : 0);
    moved.hasAccepted = hasAccepted;
    moved.hasSpoken = hasSpoken;
    moved.ack = moved(ack, records);
    moved.ackNanos = shift.moved(ackNanos);
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
  void absorb(TcpHalf later) {
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
    addCounts(later);
    retransmissions += later.retransmissions;
    sent = later.sent == null ? sent : later.sent;
  }

  @Override
  long retransmissions() {
    return retransmissions;
  }

  @Override
  OptionalLong isn() {
    return isn < 0 ? OptionalLong.empty() : OptionalLong.of(isn);
  }

  @Override
  OptionalInt synId() {
    return synId < 0 ? OptionalInt.empty() : OptionalInt.of(synId);
  }
}
