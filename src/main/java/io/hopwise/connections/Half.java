package io.hopwise.connections;

import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedCapture;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.packet.TcpFlags;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What one side sent. */
final class Half {
  final Flow flow;
  long packets;
  long bytes;
  long retransmissions;

  /** Whether it said that it sends no more. */
  boolean hasFinished;

  /** The first sequence number of its SYN, -1 where none was seen. */
  long isn = -1;

  private @Nullable SequenceSpace sent;

  Half(Flow flow) {
    this.flow = flow;
  }

  void count(ObservedPacket seen) {
    packets++;
    bytes += Math.max(0, seen.payloadBytes());
  }

  /** Takes a segment that is neither a SYN nor a reset. */
  void addSegment(ObservedPacket seen) {
    boolean fin = seen.has(TcpFlags.FIN);
    hasFinished |= fin;
    long length = Math.max(0L, seen.payloadBytes()) + (fin ? 1 : 0);
    long seq = seen.seq().orElse(-1);
    if (length == 0 || seq < 0) {
      return;
    }
    SequenceSpace space = sent;
    if (space == null) {
      space = new SequenceSpace();
      sent = space;
    }
    boolean again = space.add(seq, length, seen.id().orElse(-1));
    retransmissions += again && seen.duplicates().isEmpty() ? 1 : 0;
  }

  ConnectionSummary.Side side(ObservedCapture capture) {
    return new ConnectionSummary.Side(
        flow.source().host(), flow.port(), packets, bytes, retransmissions, routers(capture));
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
    return levels.nearest() == HopSet.UNKNOWN_GAP
        ? OptionalInt.empty()
        : OptionalInt.of(levels.nearest());
  }
}
