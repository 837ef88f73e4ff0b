package io.hopwise.connections.tracking;

import io.hopwise.analysis.capture.ObservedCapture;
import io.hopwise.analysis.distance.HopSet;
import io.hopwise.analysis.traffic.Flow;
import io.hopwise.analysis.traffic.ObservedPacket;
import io.hopwise.analysis.traffic.TtlCounts;
import io.hopwise.connections.ConnectionSummary;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What one side sent. Later packets only add to it. */
class Half {
  final Flow flow;
  long packets;
  long bytes;

  Half(Flow flow) {
    this.flow = flow;
  }

  /** What this side sent, in a capture of which it is a later half. */
  static Half moved(Half other, Flow flow) {
    Half moved = new Half(flow);
    moved.addCounts(other);
    return moved;
  }

  final void count(ObservedPacket seen) {
    packets++;
    bytes += seen.payloadBytesOr(0);
  }

  /** Adds what the side sent later. */
  final void addCounts(Half later) {
    packets += later.packets;
    bytes += later.bytes;
  }

  /** How many segments with data or FIN had been seen before; 0 of what is not TCP. */
  long retransmissions() {
    return 0;
  }

  /** The first sequence number of its SYN, where one was seen. */
  OptionalLong isn() {
    return OptionalLong.empty();
  }

  /** The IP id of that SYN, where printed. */
  OptionalInt synId() {
    return OptionalInt.empty();
  }

  final ConnectionSummary.Side side(ObservedCapture capture) {
    return new ConnectionSummary.Side(
        flow.source().host(),
        flow.port(),
        packets,
        bytes,
        retransmissions(),
        routers(capture),
        isn(),
        synId());
  }

  /** How many routers lie between here and it; empty where its TTLs do not tell. */
  final OptionalInt routers(ObservedCapture capture) {
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
